import type { ActOutcome } from '../../../shared/cockpit/act.ts';
import { decide } from '../../../shared/cockpit/decide.ts';
import type { Description, Pointable } from '../../../shared/cockpit/description.ts';
import { decideFinish, type FinishRun } from '../../../shared/cockpit/finish.ts';
import { LOOK_WORDS } from '../../../shared/cockpit/look-words.ts';
import type { Observation } from '../../../shared/cockpit/observation.ts';
import { type Refusal, refusal } from '../../../shared/cockpit/refusal.ts';
import type { Run, WizardRequest } from '../../../shared/cockpit/run.ts';
import { type Secret, secret } from '../../../shared/secret.ts';
import type { KnownTokens, PageCommand } from '../../page/wizard/wizard-page.ts';
import type { PageAnswer } from './page-answers.ts';

/** Why the page could not be asked any more. `not_granted`: nobody let the extension into a new document. */
export type PageLoss = 'page_gone' | 'other_origin' | 'not_granted' | 'timeout';

/** One short call into the page, with a deadline; what comes back is checked. */
export type AskWizardPage = (
  command: PageCommand,
) => Promise<PageAnswer | { readonly kind: PageLoss }>;

/** What driving needs of the outside. */
export interface WizardPorts {
  readonly ask: AskWizardPage;
  readonly description: Description | null;
  /** Called before each step, to write down what is about to be done. */
  readonly keep: (run: Run) => Promise<void>;
  /** The same for Save and Cancel. */
  readonly keepFinish: (run: FinishRun) => Promise<void>;
  /** Called at each step with what it is about, for the words over the page and in the popup. */
  readonly progress: (about: Pointable) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly rest: (ms: number) => Promise<void>;
}

/** How filling in ended. */
export type WizardOutcome =
  | { readonly kind: 'token'; readonly token: Secret; readonly run: Run }
  /** Certainly no token was made. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'lost'; readonly because: PageLoss }
  /** Next was pressed, or may have been; what became of it is not known. */
  | { readonly kind: 'unknown'; readonly because: PageLoss | Refusal };

/** How Save or Cancel ended. */
export type FinishOutcome =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unknown'; readonly because: PageLoss | 'no_sign' | 'not_counted' };

const BETWEEN_LOOKS_MS = 60;
/** A new document needs a moment before it can be asked; so often it is tried. */
const NEW_DOCUMENT_TRIES = 40;
/** More steps than any wizard has. */
const STEPS_AT_MOST = 600;

type Seen = { readonly kind: 'seen'; readonly observation: Observation };

const createLook =
  ({ ask, description, rest }: WizardPorts, name: string) =>
  /** Looks, again and again while one document gives way to the next. */
  async (
    pressed: boolean,
    tokens: KnownTokens,
  ): Promise<Seen | { readonly kind: PageLoss | 'stopped' }> => {
    for (let left = NEW_DOCUMENT_TRIES; ; left -= 1) {
      const answer = await ask({
        do: 'look',
        description,
        name,
        pressed,
        words: LOOK_WORDS,
        tokens,
      });
      if (answer.kind === 'seen') return answer;
      if (answer.kind === 'stopped') return { kind: 'stopped' };
      if (
        answer.kind === 'other_origin' ||
        answer.kind === 'not_granted' ||
        answer.kind === 'timeout'
      ) {
        return { kind: answer.kind };
      }
      // Anything else is no answer to a look.
      if (answer.kind !== 'page_gone' || left === 0) return { kind: 'page_gone' };
      await rest(BETWEEN_LOOKS_MS * 4);
    }
  };

const changed = (outcome: Extract<ActOutcome, { kind: 'not_done' }>): Refusal['reason'] =>
  outcome.because === 'gone' || outcome.because === 'hidden' ? 'changed' : outcome.because;

/**
 * Fills in the wizard of the open page, presses Next once, and brings the token back. Looks, lets the
 * core decide, writes down, acts, and looks again; nothing is done twice that may have happened.
 * @param start what an earlier process left of this run
 */
export const runWizard = async (
  ports: WizardPorts,
  request: WizardRequest,
  start: Run,
): Promise<WizardOutcome> => {
  const { ask, now, rest } = ports;
  const look = createLook(ports, request.name);
  let run = start;
  let since = now();
  let lookedAt: string | undefined;
  let failures = 0;
  for (let step = 0; step < STEPS_AT_MOST; step += 1) {
    const seen = await look(run.pressed, { salt: run.salt, before: run.tokensBefore, taken: '' });
    if (seen.kind !== 'seen') {
      if (run.pressed) {
        return { kind: 'unknown', because: seen.kind === 'stopped' ? 'page_gone' : seen.kind };
      }
      return seen.kind === 'stopped' ? { kind: 'stopped' } : { kind: 'lost', because: seen.kind };
    }
    const { observation } = seen;
    const { documentId } = observation;
    // Whatever another document shows, it is not the answer to what was pressed in that one.
    if (step === 0 && start.pressed && documentId !== start.documentId) {
      return { kind: 'unknown', because: 'page_gone' };
    }
    // A new document has kept nobody waiting yet.
    if (documentId !== lookedAt) since = now();
    lookedAt = documentId;
    const decision = decide(observation, request, run, now() - since);
    switch (decision.do) {
      case 'refuse':
        return run.pressed
          ? { kind: 'unknown', because: decision.refusal }
          : { kind: 'refused', refusal: decision.refusal };
      case 'take': {
        const answer = await ask({ do: 'take', token: decision.token });
        const value = answer.kind === 'token' ? answer.value : null;
        return value === null
          ? { kind: 'unknown', because: refusal('missing', 'token') }
          : { kind: 'token', token: secret(value), run: { ...run, documentId } };
      }
      case 'wait':
        run = decision.run;
        await rest(BETWEEN_LOOKS_MS);
        continue;
      case 'act':
    }
    const before = run;
    run = { ...decision.run, documentId };
    await ports.keep(run);
    ports.progress(decision.about);
    const acted = await ask({ do: 'act', act: decision.act });
    since = now();
    const outcome = acted.kind === 'acted' ? acted.outcome : undefined;
    if (acted.kind !== 'stopped' && outcome?.kind !== 'not_done') continue;
    // Certainly not done: what was written down is taken back, and the next look decides anew.
    run = before;
    await ports.keep(run);
    if (outcome?.kind !== 'not_done') return { kind: 'stopped' };
    failures += 1;
    if (failures > 3) {
      const reason = changed(outcome);
      return { kind: 'refused', refusal: refusal(reason, decision.about) };
    }
    await rest(BETWEEN_LOOKS_MS);
  }
  return run.pressed
    ? { kind: 'unknown', because: refusal('no_answer', 'next') }
    : { kind: 'refused', refusal: refusal('no_answer', null) };
};

/**
 * Presses Save or Cancel in the wizard that shows its token, once, and looks for the sign of it.
 * @param shown the run that brought the token: in any other document, and of any other string, nothing
 *   is this token's
 */
export const finishWizard = async (
  ports: WizardPorts,
  name: string,
  start: FinishRun,
  shown: Pick<Run, 'documentId' | 'salt' | 'tokensBefore' | 'candidate'>,
): Promise<FinishOutcome> => {
  const { ask, now, rest } = ports;
  const look = createLook(ports, name);
  let run = start;
  let since = now();
  let lookedAt: string | undefined;
  let failures = 0;
  for (let step = 0; step < STEPS_AT_MOST; step += 1) {
    const seen = await look(true, {
      salt: shown.salt,
      before: shown.tokensBefore,
      taken: shown.candidate ?? '',
    });
    if (seen.kind !== 'seen') {
      const because = seen.kind === 'stopped' ? 'page_gone' : seen.kind;
      return run.pressed
        ? { kind: 'unknown', because }
        : { kind: 'refused', refusal: refusal('missing', 'token') };
    }
    if (step === 0 && seen.observation.documentId !== shown.documentId) {
      return start.pressed
        ? { kind: 'unknown', because: 'page_gone' }
        : { kind: 'refused', refusal: refusal('missing', 'token') };
    }
    if (seen.observation.documentId !== lookedAt) since = now();
    lookedAt = seen.observation.documentId;
    const decision = decideFinish(seen.observation, run, now() - since);
    switch (decision.do) {
      case 'confirmed':
        return { kind: 'confirmed' };
      case 'no_sign':
        return { kind: 'unknown', because: decision.because };
      case 'refuse':
        return { kind: 'refused', refusal: decision.refusal };
      case 'wait':
        run = decision.run;
        await rest(BETWEEN_LOOKS_MS);
        continue;
      case 'act':
    }
    const before = run;
    run = decision.run;
    await ports.keepFinish(run);
    ports.progress(run.wanted);
    const acted = await ask({ do: 'act', act: decision.act });
    since = now();
    const outcome = acted.kind === 'acted' ? acted.outcome : undefined;
    if (acted.kind !== 'stopped' && outcome?.kind !== 'not_done') continue;
    run = before;
    await ports.keepFinish(run);
    if (outcome?.kind !== 'not_done')
      return { kind: 'refused', refusal: refusal('no_answer', run.wanted) };
    failures += 1;
    if (failures > 3) {
      return { kind: 'refused', refusal: refusal(changed(outcome), run.wanted) };
    }
    await rest(BETWEEN_LOOKS_MS);
  }
  return { kind: 'unknown', because: 'no_sign' };
};
