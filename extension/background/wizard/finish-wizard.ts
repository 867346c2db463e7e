import { decideFinish, type FinishRun } from '../../../shared/cockpit/finish.ts';
import { type Refusal, refusal } from '../../../shared/cockpit/refusal.ts';
import type { Run } from '../../../shared/cockpit/run.ts';
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

/** How Save or Cancel ended. */
export type FinishOutcome =
  | { readonly kind: 'confirmed' }
  /** Its button was certainly not pressed. */
  | {
      readonly kind: 'refused';
      readonly because: PageLoss | Refusal | 'stopped' | 'hidden' | 'not_there';
    }
  /** It was pressed, or may have been. */
  | { readonly kind: 'unknown'; readonly because: PageLoss | 'no_sign' | 'not_counted' };

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
  const { now, rest } = ports;
  const look = createLook(ports, name);
  let run = start;
  let since = now();
  let failures = 0;
  let hidden = false;
  let { documentId } = shown;
  for (let step = 0; step < STEPS_AT_MOST; step += 1) {
    const seen = await look(true, knownTokens(shown, shown.candidate));
    if (seen.kind !== 'seen') {
      const because = seen.kind === 'stopped' ? 'page_gone' : seen.kind;
      return { kind: run.pressed ? 'unknown' : 'refused', because };
    }
    const { observation, silentMs } = seen;
    since += silentMs;
    const here = observation.documentId;
    if (step === 0 && here !== shown.documentId) {
      return start.pressed
        ? { kind: 'unknown', because: 'page_gone' }
        : { kind: 'refused', because: 'not_there' };
    }
    if (here !== documentId) {
      // A new document has kept nobody waiting yet; the words stood in the one that gave way to it.
      since = now();
      await ports.progress(run.wanted);
    }
    documentId = here;
    hidden = observation.hidden;
    const decision = decideFinish(observation, run, now() - since);
    switch (decision.do) {
      case 'confirmed':
        return { kind: 'confirmed' };
      case 'no_sign':
        return { kind: 'unknown', because: decision.because };
      case 'refuse':
        return { kind: 'refused', because: decision.refusal };
      case 'wait':
        run = decision.run;
        await rest(BETWEEN_LOOKS_MS);
        continue;
      case 'act':
    }
    const before = run;
    run = decision.run;
    const stepped = await takeStep(ports, {
      act: decision.act,
      about: run.wanted,
      before,
      after: run,
      keep: ports.keepFinish,
    });
    since = now();
    if (stepped.kind === 'went_on') continue;
    run = before;
    if (stepped.kind === 'stopped') return { kind: 'refused', because: 'stopped' };
    failures += 1;
    if (failures > FAILURES_AT_MOST) {
      return { kind: 'refused', because: refusal(reasonOf(stepped), run.wanted) };
    }
    await rest(BETWEEN_LOOKS_MS);
  }
  if (run.pressed) return { kind: 'unknown', because: 'no_sign' };
  return { kind: 'refused', because: hidden ? 'hidden' : refusal('no_answer', run.wanted) };
};
