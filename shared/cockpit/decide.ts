import {
  dateNeed,
  type Need,
  othersNeed,
  permissionNeeds,
  tenantNeed,
  textNeed,
} from './fields.ts';
import { findWay } from './find-way.ts';
import { findWizard, type Wizard } from './find-wizard.ts';
import { type OtherField, TEXT_FIELD_NAMES } from '../request-fields.ts';
import type { Subject } from './labels.ts';
import type { Observation } from './observation.ts';
import { refusal } from './refusal.ts';
import type { Decision, Run, WizardRequest } from './run.ts';

/** How many steps one field may take. A list to be searched and a date to be probed take several. */
const MAX_TRIES: Readonly<Partial<Record<Subject, number>>> = { tenant: 40, expiresOn: 16 };
const TRIES = 2;

/** So many looks in a row find everything right before Next is pressed. */
const RIGHT_ROUNDS = 2;

/** For how long a page may show nothing new, in ms, before that is said. */
const PATIENCE_MS = 10_000;

type Needs = readonly (readonly [Subject, Need])[];

/** What the fields need that hold no text. */
const OTHER_NEEDS: {
  readonly [Field in OtherField]: (wizard: Wizard, request: WizardRequest, run: Run) => Needs;
} = {
  expiresOn: (wizard, { expiresOn }, run) => [['expiresOn', dateNeed(wizard, expiresOn, run)]],
  tenantId: (wizard, request) => [['tenant', tenantNeed(wizard, request)]],
  permissions: (wizard, { permissions }) => permissionNeeds(wizard, permissions),
};

const needs = (wizard: Wizard, request: WizardRequest, run: Run): Needs => [
  ...TEXT_FIELD_NAMES.map(
    (field) => [field, textNeed(field, wizard[field], request[field])] as const,
  ),
  ...Object.values(OTHER_NEEDS).flatMap((needOf) => needOf(wizard, request, run)),
  ['permissions', othersNeed(wizard)],
];

const refuse = (...args: Parameters<typeof refusal>): Decision => ({
  do: 'refuse',
  refusal: refusal(...args),
});

const fillIn = (wizard: Wizard, request: WizardRequest, run: Run): Decision => {
  const all = needs(wizard, request, run);
  // Whatever stops the run is said before anything more is touched.
  for (const [, need] of all) {
    if (need.kind === 'refuse') return { do: 'refuse', refusal: need.refusal };
  }
  for (const [about, need] of all) {
    if (need.kind !== 'act') continue;
    const tries = (run.tries[about] ?? 0) + 1;
    if (tries > (MAX_TRIES[about] ?? TRIES)) return refuse('not_kept', about);
    const after: Run = {
      ...run,
      tries: { ...run.tries, [about]: tries },
      rightRounds: 0,
      date: need.date ?? run.date,
    };
    return { do: 'act', act: need.act, about, run: after };
  }
  const rightRounds = run.rightRounds + 1;
  if (rightRounds < RIGHT_ROUNDS) return { do: 'wait', run: { ...run, rightRounds } };
  const { next } = wizard;
  if (next.disabled) return refuse('disabled', 'next', next.name);
  if (next.covered) return refuse('covered', 'next', next.name);
  const { ref, signature } = next;
  return {
    do: 'act',
    act: { kind: 'press', ref, signature },
    about: 'next',
    run: { ...run, rightRounds, pressed: true },
  };
};

const afterNext = ({ newTokens }: Observation, run: Run, waitedMs: number): Decision => {
  const [token, second] = newTokens;
  if (second) return refuse('two_tokens', 'token');
  if (token) return { do: 'take', token: token.ref };
  return waitedMs < PATIENCE_MS ? { do: 'wait', run } : refuse('no_answer', 'next');
};

/**
 * The next step towards a token, from what the page shows now: exact, or a refusal that names the
 * control. Pure; every rule about a foreign wizard lives below it.
 * @param waitedMs how long nothing has been done
 */
export const decide = (
  observation: Observation,
  request: WizardRequest,
  run: Run,
  waitedMs: number,
): Decision => {
  if (run.pressed) return afterNext(observation, run, waitedMs);
  if (observation.truncated) return refuse('too_large', null);
  const wait: Decision = { do: 'wait', run: { ...run, rightRounds: 0 } };
  if (observation.busy || observation.hidden) {
    return waitedMs < PATIENCE_MS || observation.hidden ? wait : refuse('no_answer', null);
  }
  const wizard = findWizard(observation);
  if (wizard) {
    return wizard.ok ? fillIn(wizard.value, request, run) : { do: 'refuse', refusal: wizard.error };
  }
  if (observation.unsaved && run.went.length === 0) return refuse('unsaved', null);
  const way = findWay(observation, run.went);
  if (way && !way.ok) return { do: 'refuse', refusal: way.error };
  if (way) {
    const { point, control } = way.value;
    const { ref, signature } = control;
    return {
      do: 'act',
      act: { kind: 'press', ref, signature },
      about: point,
      run: { ...run, went: [...run.went, point] },
    };
  }
  if (waitedMs < PATIENCE_MS) return wait;
  return refuse('no_wizard', run.went.length > 0 ? null : 'open');
};

/** Whether the page shows the wizard, or a way to it, without anything having been touched. */
export const offersWizard = (observation: Observation): boolean =>
  findWizard(observation)?.ok === true || findWay(observation, [])?.ok === true;
