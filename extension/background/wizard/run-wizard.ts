import { decide } from '../../../shared/cockpit/decide.ts';
import type { Pointable } from '../../../shared/cockpit/description.ts';
import { PASSING_MS } from '../../../shared/cockpit/limits.ts';
import { type Refusal, refusal } from '../../../shared/cockpit/refusal.ts';
import type { Run, WizardRequest } from '../../../shared/cockpit/run.ts';
import { type Secret, secret } from '../../../shared/secret.ts';
import {
  BETWEEN_LOOKS_MS,
  createLook,
  FAILURES_AT_MOST,
  knownTokens,
  reasonOf,
  STEPS_AT_MOST,
  takeStep,
} from './one-step.ts';
import type { PageLoss, WizardPorts } from './wizard-ports.ts';

/** A Next that was pressed in a document, and whose token never came: what comes there late is its own. */
export interface Owed {
  readonly documentId: string;
  /** The name that was asked for. */
  readonly name: string;
}

/** How filling in ended. */
export type WizardOutcome =
  | { readonly kind: 'token'; readonly token: Secret; readonly run: Run }
  /** Certainly no token was made. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'owed'; readonly name: string }
  | { readonly kind: 'lost'; readonly because: PageLoss | 'hidden' }
  /** Next was pressed, or may have been; what became of it is not known. */
  | {
      readonly kind: 'unknown';
      readonly because: PageLoss | Refusal;
      /** The document that was looked at last; null where none was. */
      readonly documentId: string | null;
    };

/**
 * Fills in the wizard of the open page, presses Next once, and brings the token back. Looks, lets the
 * core decide, writes down, acts, and looks again; nothing is done twice that may have happened.
 * @param start what an earlier process left of this run
 * @param owed where nothing is begun, lest a late answer to an earlier Next be taken for this one's
 */
export const runWizard = async (
  ports: WizardPorts,
  request: WizardRequest,
  start: Run,
  owed: readonly Owed[] = [],
): Promise<WizardOutcome> => {
  const { ask, now, rest } = ports;
  const look = createLook(ports, request.name);
  let run = start;
  let since = now();
  let failures = 0;
  let coveredSince: number | undefined;
  let documentId = start.documentId;
  let about: Pointable = 'open';
  let hidden = false;
  const unknown = (because: PageLoss | Refusal): WizardOutcome => ({
    kind: 'unknown',
    because,
    documentId,
  });
  for (let step = 0; step < STEPS_AT_MOST; step += 1) {
    const seen = await look(run.pressed, knownTokens(run, null));
    if (seen.kind !== 'seen') {
      if (run.pressed) return unknown(seen.kind === 'stopped' ? 'page_gone' : seen.kind);
      return seen.kind === 'stopped' ? { kind: 'stopped' } : { kind: 'lost', because: seen.kind };
    }
    const { observation, silentMs } = seen;
    if (seen.byHand) run = { ...run, byHand: true };
    since += silentMs;
    const here = observation.documentId;
    // Whatever another document shows, it is not what was half filled in there, nor its answer.
    if (step === 0 && start.documentId !== null && here !== start.documentId) {
      return start.pressed ? unknown('page_gone') : { kind: 'lost', because: 'page_gone' };
    }
    if (step === 0 && start.pressed && start.documentId === null) return unknown('page_gone');
    const late = run.pressed ? undefined : owed.find((each) => each.documentId === here);
    if (late) return { kind: 'owed', name: late.name };
    if (here !== documentId) {
      // A new document has kept nobody waiting yet; the words stood in the one that gave way to it.
      since = now();
      if (step > 0) await ports.progress(about);
    }
    documentId = here;
    hidden = observation.hidden;
    const decision = decide(observation, request, run, now() - since);
    switch (decision.do) {
      case 'refuse':
        if (run.pressed) return unknown(decision.refusal);
        // Whoever tries again has read what may be lost.
        if (decision.refusal.reason === 'unsaved') await ports.keep({ ...run, mayLeave: here });
        return { kind: 'refused', refusal: decision.refusal };
      case 'take': {
        const answer = await ask({ do: 'take', token: decision.token });
        const value = answer.kind === 'token' ? answer.value : null;
        if (value !== null) {
          return { kind: 'token', token: secret(value), run: { ...run, documentId } };
        }
        // It is asked for again, wherever it is by then: that presses nothing.
        await rest(BETWEEN_LOOKS_MS);
        continue;
      }
      case 'wait':
        run = decision.run;
        await rest(BETWEEN_LOOKS_MS);
        continue;
      case 'act':
    }
    const before = run;
    about = decision.about;
    run = { ...decision.run, documentId };
    const stepped = await takeStep(ports, {
      act: decision.act,
      about,
      before,
      after: run,
      keep: ports.keep,
    });
    since = now();
    if (stepped.kind === 'went_on') {
      coveredSince = undefined;
      continue;
    }
    // The next look decides anew.
    run = before;
    if (stepped.kind === 'stopped') return { kind: 'stopped' };
    coveredSince = stepped.because === 'covered' ? (coveredSince ?? since) : undefined;
    // What goes by itself may still lie over it: a list that was chosen from, say.
    if (coveredSince === undefined || since - coveredSince >= PASSING_MS) failures += 1;
    if (failures > FAILURES_AT_MOST) {
      return { kind: 'refused', refusal: refusal(reasonOf(stepped), about) };
    }
    await rest(BETWEEN_LOOKS_MS);
  }
  if (run.pressed) return unknown(refusal('no_answer', 'next'));
  return hidden
    ? { kind: 'lost', because: 'hidden' }
    : { kind: 'refused', refusal: refusal('no_answer', null) };
};
