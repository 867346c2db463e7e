import { expect } from 'vitest';
import { addDays, todayIn } from '../../../../shared/calendar.ts';
import { en as core } from '../../../../shared/messages/en.ts';
import { en as own } from '../../../../sandbox/platform/cockpit/messages/en.ts';
import { CARLA } from '../../../support/sign-in.ts';
import { until } from '../../browsers/until.ts';
import type { Cockpit, Window } from './open-cockpit.ts';
import { type Action, act, wizardActions } from './wizard-actions.ts';

/** The path of the list of tokens. */
export const TOKENS = '/administration/tenant/api';

/** The date that the popup's own default would give in Sol. */
export const inNinetyDays = (): string => addDays(todayIn('America/Los_Angeles', Date.now()), 90);

/** Sol's cockpit, which speaks English, with Carla, a Super Admin, signed in. */
export const carlasWindow = async (cockpit: Cockpit): Promise<Window> => {
  const window = await cockpit.open('sol');
  await window.signIn(CARLA);
  return window;
};

/** The wizard's actions for a token that reads Sol for ninety days. */
export const wizardOf = (window: Window, name: string): readonly Action[] =>
  wizardActions(window, { own, core }, { name, expiresOn: inNinetyDays(), tenant: 'Sol' });

/** The token that the wizard's second step shows. */
export const shownToken = async (window: Window): Promise<string> => {
  const token = await window.byRole('textbox', core.fields.token).value();
  expect(token).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  return token;
};

/** Makes a token through the wizard. @returns the token */
export const made = async (window: Window, name: string): Promise<string> => {
  const actions = wizardOf(window, name);
  await act(actions, 'click Save');
  const token = await shownToken(window);
  await act(actions.slice(-1));
  await window.waitForText(`“${name}” is saved and works now.`);
  return token;
};

/** How the platform answers a harmless call with a token, at Sol's API URL. */
export const statusWith = async (cockpit: Cockpit, token: string): Promise<number> => {
  const answer = await cockpit.call('GET', '/api/v1/devices', {
    host: 'api.sol.localhost',
    key: token,
  });
  return answer.status;
};

/** The texts of the list's rows for tokens of this name. */
export const rows = (window: Window, name: string): Promise<string[]> =>
  window.evaluate(
    (wanted: string) =>
      [...document.querySelectorAll<HTMLElement>('tbody tr')]
        .filter((each) => each.querySelector('.token-name')?.textContent === wanted)
        .map((each) => each.innerText),
    name,
  );

/** Waits until the list has a row for a token of this name that contains a text. */
export const rowWith = (window: Window, name: string, text: string): Promise<string> =>
  until(`a row of ${name} with “${text}”`, async () =>
    (await rows(window, name)).find((row) => row.includes(text)),
  );
