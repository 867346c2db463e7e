import type { Page } from 'puppeteer-core';
import {
  type FinishOutcome,
  finishWizard,
} from '../../../../extension/background/wizard/finish-wizard.ts';
import {
  runWizard,
  type WizardOutcome,
} from '../../../../extension/background/wizard/run-wizard.ts';
import { newFinish } from '../../../../shared/cockpit/finish.ts';
import { namesBefore } from '../../../../shared/cockpit/listed-names.ts';
import { NEW_RUN } from '../../../../shared/cockpit/run.ts';
import { drivenPage } from '../driven-page.ts';
import type { Made, MadeServer } from './made-server.ts';
import type { PageSpec, Trial } from './page-spec.ts';
import { wrongsIn } from './wrongs.ts';

/** The driver's patience is spent so much faster than the page goes on by itself. */
const FASTER = 12;

/** By the driver's clock each rest takes so many times as long: no page goes on after it has rested. */
const HURRY = 5;

/** How one page ended, in a few words, and what was wrong with it. */
export interface Ended {
  readonly how: string;
  readonly wrongs: readonly string[];
}

interface WithCockpit {
  readonly cockpit: { readonly drawPage: (spec: PageSpec, wanted: string) => void };
}

const draw = (page: Page, spec: PageSpec, wanted: string): Promise<void> =>
  page.evaluate(
    (...args) => (globalThis as unknown as WithCockpit).cockpit.drawPage(...args),
    spec,
    wanted,
  );

const takenWrong = (outcome: WizardOutcome, made: readonly Made[], spec: PageSpec): string[] => {
  if (outcome.kind === 'refused') return made.length > 0 ? ['made, and said not to be'] : [];
  if (outcome.kind !== 'token') return [];
  // A second one, or an older one, is not taken for it.
  const exact = made[0]?.token === outcome.token.reveal();
  const alone = spec.afterNext !== 'two' && spec.afterNext !== 'nothing';
  return exact && alone ? [] : ['another token was taken'];
};

const finishedWrong = (ended: FinishOutcome, { finish }: Trial, made?: Made): string[] => {
  if (ended.kind !== 'confirmed') return [];
  // Where a Cancel failed and no row came, the list shows what it shows after one that did not.
  const right = finish === 'save' ? made?.state === 'saved' : made?.state !== 'saved';
  return right ? [] : [`said to be finished, and is ${made?.state}`];
};

const NAMED = { save: 'saved', cancel: 'cancelled' } as const;

/** Drives one page to its end, in a tab that other pages were tried in. */
export const tryPage = async (
  page: Page,
  source: string,
  server: MadeServer,
  trial: Trial,
): Promise<Ended> => {
  const { spec, request, finish } = trial;
  await page.goto(server.url);
  server.clear();
  await draw(page, spec, request.name);
  let clock = 0;
  const ports = {
    ...drivenPage(page, source, () => undefined),
    now: () => clock,
    rest: async (ms: number) => {
      clock += ms * HURRY;
      await new Promise((resolve) => setTimeout(resolve, ms / FASTER));
    },
  };
  const outcome = await runWizard(ports, request, NEW_RUN);
  const held = server.held();
  const wrongs = [...wrongsIn(held, request, spec), ...takenWrong(outcome, held.made, spec)];
  if (outcome.kind === 'refused') return { how: outcome.refusal.reason, wrongs };
  if (outcome.kind === 'lost') return { how: `lost: ${outcome.because}`, wrongs };
  if (outcome.kind !== 'token') return { how: outcome.kind, wrongs };
  const begun = newFinish(finish, namesBefore(outcome.run, finish));
  const ended = await finishWizard(ports, request.name, begun, outcome.run);
  const after = server.held();
  const all = [
    ...takenWrong(outcome, after.made, spec),
    ...wrongsIn(after, request, spec),
    ...finishedWrong(ended, trial, after.made[0]),
  ];
  return { how: `exact and ${howFinished(ended, NAMED[finish])}`, wrongs: all };
};

const howFinished = (ended: FinishOutcome, confirmed: string): string => {
  if (ended.kind === 'confirmed') return confirmed;
  const { because } = ended;
  const why = typeof because === 'string' ? because : because.reason;
  return `not ${confirmed}: ${why}`;
};
