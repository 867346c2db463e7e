import { expect } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import {
  breakBefore,
  type Fault,
  foreign,
  loginRedirect,
  loseAnswer,
  refuse,
  webPage,
} from '../../support/faults.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import type { Popup } from '../browsers/driver.ts';
import { openForm } from './steps.ts';
import type { World } from './world.ts';

/** Something that goes wrong at one request, and what the popup says of it. */
export interface BadDay {
  readonly what: string;
  readonly fault: Fault;
  readonly says: string;
}

const failsAfterTheEffect: Fault = async (request, next) => {
  await next();
  return refuse(502)(request, next);
};

/** Nobody knows whether the request had its effect. First and last stands what a browser tells apart. */
export const UNCERTAIN: readonly BadDay[] = [
  {
    what: 'a connection that breaks before the effect',
    fault: breakBefore,
    says: notices.unreachable,
  },
  { what: '500', fault: refuse(500), says: fill(notices.server_error, { status: 500 }) },
  {
    what: '502 after the effect',
    fault: failsAfterTheEffect,
    says: fill(notices.server_error, { status: 502 }),
  },
  { what: 'a web page', fault: webPage, says: notices.malformed },
  {
    what: 'a connection that breaks after the effect',
    fault: loseAnswer,
    says: notices.unreachable,
  },
];

/**
 * Something in between answers, perhaps. What Next would have made then is not there or dies by itself; of
 * a token that exists nobody knows what it does. First stands what a browser tells apart.
 */
const FROM_BETWEEN: readonly BadDay[] = [
  { what: 'a redirect to a login', fault: loginRedirect, says: notices.redirected },
  {
    what: 'a web page with 403',
    fault: foreign(403),
    says: fill(notices.foreign, { status: 403 }),
  },
];

/** The platform refused the request, which certainly had no effect. */
const REFUSED_BY_PLATFORM: readonly BadDay[] = [
  { what: '401', fault: refuse(401), says: notices.signed_out },
  { what: '403', fault: refuse(403), says: notices.forbidden },
  { what: '404', fault: refuse(404), says: said.nowhere },
  { what: '413', fault: refuse(413), says: fill(notices.refused, { status: 413 }) },
  { what: '422', fault: refuse(422), says: notices.invalid },
  {
    what: '429',
    fault: refuse(429, { 'retry-after': '7' }),
    says: fill(notices.rate_limited, { wait: '7 seconds' }),
  },
];

/** No token came of Next. */
export const REFUSED: readonly BadDay[] = [...FROM_BETWEEN, ...REFUSED_BY_PLATFORM];

/** Nobody knows what became of a token that exists. */
export const UNCERTAIN_LATER: readonly BadDay[] = [...FROM_BETWEEN, ...UNCERTAIN];

/** What is said of them where a token exists already: not that none was made, nor to check fields. */
const SAID_LATER: Readonly<Record<string, string>> = {
  '401': said.made.signed_out,
  '404': said.made.not_found,
  '422': fill(notices.refused, { status: 422 }),
};

export const REFUSED_LATER: readonly BadDay[] = REFUSED_BY_PLATFORM.map((day) => ({
  ...day,
  says: SAID_LATER[day.what] ?? day.says,
}));

export const CONFLICT: BadDay = { what: '409', fault: refuse(409), says: notices.conflict };

/** The popup's form with a name and a description in it. */
export const openFilledForm = async (world: World): Promise<Popup> => {
  const popup = await openForm(world);
  await popup.byRole('textbox', 'Name').fill('Bad day');
  await popup.byRole('textbox', 'Description').fill('Typed with care.');
  return popup;
};

/** What was typed in {@link openFilledForm} stands there still. */
export const expectTyped = async (popup: Popup): Promise<void> => {
  expect(await popup.byRole('textbox', 'Name').value()).toBe('Bad day');
  expect(await popup.byRole('textbox', 'Description').value()).toBe('Typed with care.');
};

/** Exactly one token of the flow works, and its owner has it; no other ever did. */
export const expectOnlyActive = async (world: World, token: string): Promise<void> => {
  const states = (await world.records()).map(({ state }) => state);
  expect(states.filter((state) => state !== 'pending')).toEqual(['active']);
  expect(await world.tryToken(token)).toBe(200);
};

/** None of the tokens of the flow works. */
export const expectNoneActive = async (world: World, token: string): Promise<void> => {
  const states = (await world.records()).map(({ state }) => state);
  expect(states).not.toContain('active');
  expect(await world.tryToken(token)).toBe(401);
};
