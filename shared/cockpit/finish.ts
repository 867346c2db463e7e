import { LANGUAGES } from '../messages/language.ts';
import { err, ok, type Result } from '../result.ts';
import type { Act } from './act.ts';
import { meaningOf } from './labels.ts';
import type { Control, Observation } from './observation.ts';
import { type Refusal, refusal } from './refusal.ts';

/** What is left to do in the wizard once its token is here. */
type Finish = 'save' | 'cancel';

/** What a finish has done so far; written down before the press. */
export interface FinishRun {
  readonly wanted: Finish;
  /** In how many places the token's name stood before the wizard was opened; null where nobody looked. */
  readonly namesBefore: number | null;
  /** Its button was about to be pressed; it is not pressed again. */
  readonly pressed: boolean;
}

/** What is to be done next about it. `confirmed`: the page shows the sign that was waited for. */
export type FinishDecision =
  | { readonly do: 'act'; readonly act: Act; readonly run: FinishRun }
  | { readonly do: 'wait' }
  | { readonly do: 'confirmed' }
  /** Nothing was pressed. */
  | { readonly do: 'refuse'; readonly refusal: Refusal }
  /** It was pressed, and the page shows no sign of what became of it. */
  | { readonly do: 'no_sign' };

const PATIENCE_MS = 10_000;

const findButton = (observation: Observation, wanted: Finish): Result<Control, Refusal> => {
  const { controls, newTokens } = observation;
  const refs = observation.pointed.find(({ subject }) => subject === wanted)?.refs;
  const named = controls.filter(({ ref, kind, name }) => {
    if (refs) return refs.includes(ref);
    if (kind !== 'button' && !(kind === 'link' && wanted === 'cancel')) return false;
    const means = meaningOf(name);
    return LANGUAGES.some((language) => means(wanted, language));
  });
  // Of several, the token's own: the one that shares the innermost container with it.
  const near = (control: Control): number =>
    Math.max(
      ...newTokens.map(({ path }) => path.findLastIndex((id) => control.path.includes(id))),
      -1,
    );
  const nearest = Math.max(...named.map(near), -1);
  const [button, second] = named.filter((control) => near(control) === nearest);
  if (!button) return err(refusal('missing', wanted));
  if (second) return err(refusal('ambiguous', wanted, button.name));
  if (button.disabled) return err(refusal('disabled', wanted, button.name));
  if (button.covered) return err(refusal('covered', wanted, button.name));
  return ok(button);
};

/** Whether the page shows that it was done: the token is gone from it, and its row is there, or is not. */
const isConfirmed = ({ newTokens, nameSeen }: Observation, run: FinishRun): boolean => {
  if (newTokens.length > 0) return false;
  const before = run.namesBefore ?? 0;
  return run.wanted === 'save' ? nameSeen > before : nameSeen <= before;
};

/**
 * The next step towards Save or Cancel in a wizard that shows its token. The button is pressed once.
 * @param waitedMs for how long nothing has been done
 */
export const decideFinish = (
  observation: Observation,
  run: FinishRun,
  waitedMs: number,
): FinishDecision => {
  if (run.pressed) {
    if (!observation.busy && isConfirmed(observation, run)) return { do: 'confirmed' };
    return waitedMs < PATIENCE_MS ? { do: 'wait' } : { do: 'no_sign' };
  }
  if (observation.newTokens.length === 0) {
    return { do: 'refuse', refusal: refusal('missing', 'token') };
  }
  if (observation.busy || observation.hidden) {
    if (observation.hidden || waitedMs < PATIENCE_MS) return { do: 'wait' };
    return { do: 'refuse', refusal: refusal('no_answer', null) };
  }
  const button = findButton(observation, run.wanted);
  if (!button.ok) return { do: 'refuse', refusal: button.error };
  const { ref, signature } = button.value;
  return {
    do: 'act',
    act: { kind: 'press', ref, signature },
    run: { ...run, pressed: true },
  };
};
