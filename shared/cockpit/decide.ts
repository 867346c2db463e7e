import { dateNeed, othersNeed, permissionNeeds, textNeed } from './fields.ts';
import { findWay, isAtTokens } from './find-way.ts';
import { findWizard, type Wizard } from './find-wizard.ts';
import { type OtherField, TEXT_FIELD_NAMES } from '../request-fields.ts';
import { isFirstLabel, type Subject } from './labels.ts';
import { PASSING_MS } from './limits.ts';
import { namesIn } from './listed-names.ts';
import type { Need } from './need.ts';
import type { Observation } from './observation.ts';
import { refusal } from './refusal.ts';
import type { Decision, Run, WizardRequest } from './run.ts';
import { tenantNeed } from './tenant-need.ts';
import { permissionList } from './wizard-signs.ts';

/** How many steps one field may take. A list to be searched and a date to be probed take several. */
const MAX_TRIES: Readonly<Partial<Record<Subject, number>>> = {
  tenant: 40,
  expiresOn: 16,
  permissions: 12,
};
const TRIES = 2;

/** So many looks in a row find everything right before Next is pressed. */
const RIGHT_ROUNDS = 2;

/** For how long a page may show nothing new, in ms, before that is said. */
const PATIENCE_MS = 10_000;

/** So many strings that stood there last before Next are told from a new one in another document. */
const MAX_REMEMBERED = 1_000;

/** For how long the list of tokens may be on its way before the wizard is opened without it, in ms. */
const LIST_MS = 1_200;

type Needs = readonly (readonly [Subject, Need])[];

/** What the fields need that hold no text. */
const OTHER_NEEDS: {
  readonly [Field in OtherField]: (
    wizard: Wizard,
    request: WizardRequest,
    run: Run,
    waitedMs: number,
  ) => Needs;
} = {
  expiresOn: (wizard, { expiresOn }, run, waitedMs) => [
    ['expiresOn', dateNeed(wizard, expiresOn, run, waitedMs)],
  ],
  tenantId: (...all) => [['tenant', tenantNeed(...all)]],
  permissions: permissionNeeds,
};

const needs = (wizard: Wizard, request: WizardRequest, run: Run, waitedMs: number): Needs => [
  ...TEXT_FIELD_NAMES.map(
    (field) => [field, textNeed(field, wizard[field], request[field])] as const,
  ),
  ...Object.values(OTHER_NEEDS).flatMap((needOf) => needOf(wizard, request, run, waitedMs)),
  ['permissions', othersNeed(wizard, request, waitedMs)],
];

const refuse = (...args: Parameters<typeof refusal>): Decision => ({
  do: 'refuse',
  refusal: refusal(...args),
});

/**
 * Whether a form with the wizard's signs is one for tokens: a role's, say, has a name, the same rights and
 * Next as well. Where somebody went on by hand, it need not be the one that this run has opened, unless the
 * name that was typed into that still stands there.
 */
const isForTokens = (
  { name, expiresOn, tenant, allTenants }: Wizard,
  observation: Observation,
  request: WizardRequest,
  { byHand, went, tries, leftIn, documentId }: Run,
): boolean =>
  (went.includes('open') && !byHand) ||
  (name.value === request.name &&
    observation.documentId === (tries.name === undefined ? leftIn : documentId)) ||
  expiresOn.length > 0 ||
  (tenant ?? allTenants) !== undefined ||
  !isFirstLabel(name.name, 'name') ||
  observation.pointed.some(({ subject, refs }) => subject === 'name' && refs.includes(name.ref)) ||
  isAtTokens(observation);

/**
 * Whether a name stands in the form that no run typed there: what is sent may then change a token that
 * exists. A form that this run has opened is one for a new token, if nobody has gone on by hand since.
 */
const isAnothers = (
  { name: { value } }: Wizard,
  { documentId }: Observation,
  { name }: WizardRequest,
  { byHand, leftIn, tries, went }: Run,
): boolean => {
  const typed = tries.name !== undefined;
  if (value === '' || (!byHand && (typed || went.includes('open')))) return false;
  return value !== name || !(typed || leftIn === documentId);
};

const fillIn = (
  wizard: Wizard,
  observation: Observation,
  request: WizardRequest,
  run: Run,
  waitedMs: number,
): Decision => {
  if (isAnothers(wizard, observation, request, run)) {
    return refuse('named', 'name', wizard.name.name);
  }
  const all = needs(wizard, request, run, waitedMs);
  // Whatever stops the run is said before anything more is touched.
  for (const [, need] of all) {
    if (need.kind === 'refuse') return { do: 'refuse', refusal: need.refusal };
  }
  for (const [about, need] of all) {
    if (need.kind === 'wait') {
      return { do: 'wait', run: { ...run, ...need.learned, rightRounds: 0 } };
    }
    if (need.kind !== 'act') continue;
    const tries = (run.tries[about] ?? 0) + 1;
    if (tries > (MAX_TRIES[about] ?? TRIES)) return refuse('not_kept', about);
    const after: Run = {
      ...run,
      ...need.learned,
      tries: { ...run.tries, [about]: tries },
      rightRounds: 0,
      byHand: run.byHand && about !== 'name',
    };
    return { do: 'act', act: need.act, about, run: after };
  }
  const rightRounds = run.rightRounds + 1;
  if (rightRounds < RIGHT_ROUNDS) return { do: 'wait', run: { ...run, rightRounds } };
  const { next } = wizard;
  if ((next.disabled || next.covered || next.bars !== null) && waitedMs < PASSING_MS) {
    return { do: 'wait', run };
  }
  if (next.disabled) return refuse('disabled', 'next', next.name);
  if (next.covered) return refuse('covered', 'next', next.name);
  if (next.bars !== null) return refuse('unset', null, next.bars);
  const { ref, signature } = next;
  const { within } = wizard;
  return {
    do: 'act',
    act: { kind: 'press', ref, signature, ...(within === undefined ? {} : { within }) },
    about: 'next',
    run: { ...run, rightRounds, pressed: true },
  };
};

const afterNext = ({ newTokens, pointed }: Observation, run: Run, waitedMs: number): Decision => {
  const [token, second] = newTokens;
  if (second) return refuse('two_tokens', 'token');
  // What stands there for one look may be another document's, or half of what comes.
  if (token && token.digest === run.candidate) return { do: 'take', token: token.ref };
  if (waitedMs >= (token ? 2 : 1) * PATIENCE_MS) {
    const isThere = pointed.some(({ subject, refs }) => subject === 'token' && refs.length > 0);
    return isThere && !token ? refuse('unread', 'token') : refuse('no_answer', 'next');
  }
  return { do: 'wait', run: { ...run, candidate: token?.digest ?? null } };
};

/** What a look before Next teaches, whatever is decided: what stood there before. */
const remembering = (observation: Observation, run: Run, inWizard: boolean): Run => {
  const { oldTokens, listed } = observation;
  const counted = listed && !inWizard && isAtTokens(observation);
  const shown = new Set(oldTokens);
  const gone = run.tokensBefore.filter((digest) => !shown.has(digest));
  return {
    ...run,
    tokensBefore: [...gone, ...shown].slice(-MAX_REMEMBERED),
    namesBefore: counted ? namesIn(observation, 'save') : run.namesBefore,
    mentionsBefore: counted ? namesIn(observation, 'cancel') : run.mentionsBefore,
  };
};

/**
 * The next step towards a token, from what the page shows now: exact, or a refusal that names the
 * control. Pure; every rule about a foreign wizard lives below it.
 * @param waitedMs how long nothing has been done
 */
export const decide = (
  observation: Observation,
  request: WizardRequest,
  before: Run,
  waitedMs: number,
): Decision => {
  if (before.pressed) return afterNext(observation, before, waitedMs);
  const form = findWizard(observation);
  const isAnotherForm = form?.ok === true && !isForTokens(form.value, observation, request, before);
  const wizard = isAnotherForm ? undefined : form;
  const run = remembering(observation, before, wizard !== undefined);
  if (observation.truncated) return refuse('too_large', null);
  const wait: Decision = { do: 'wait', run: { ...run, rightRounds: 0 } };
  if (observation.busy || observation.hidden) {
    return waitedMs < PATIENCE_MS || observation.hidden ? wait : refuse('no_answer', null);
  }
  if (wizard) {
    return wizard.ok
      ? fillIn(wizard.value, observation, request, run, waitedMs)
      : { do: 'refuse', refusal: wizard.error };
  }
  const unasked = observation.unsaved && run.mayLeave !== observation.documentId;
  if (unasked && run.went.length === 0) return refuse('unsaved', null);
  const way = findWay(observation, run.went);
  if (way && !way.ok) return { do: 'refuse', refusal: way.error };
  if (way) {
    const { point, control } = way.value;
    // Only what was counted before can be seen to have come.
    if (point === 'open' && !observation.listed && waitedMs < LIST_MS) return wait;
    const { ref, signature } = control;
    return {
      do: 'act',
      act: { kind: 'press', ref, signature },
      about: point,
      run: { ...run, went: [...run.went, point], byHand: run.byHand && point !== 'open' },
    };
  }
  if (waitedMs < PATIENCE_MS) return wait;
  const list = permissionList(observation);
  if (list !== undefined) return refuse('unknown_field', 'permissions', list);
  return refuse('no_wizard', run.went.length > 0 ? null : 'open');
};

/** Whether the page shows the wizard, or a way to it, without anything having been touched. */
export const offersWizard = (observation: Observation): boolean =>
  findWizard(observation)?.ok === true || findWay(observation, [])?.ok === true;
