import { err, ok, type Result } from '../result.ts';
import type { Act } from './act.ts';
import { bare } from './bare-label.ts';
import { isAtTokens, isOpenerCovered, isPageCovered, showsOpener } from './find-way.ts';
import { contradicts, mayActOnAny } from './contradicts.ts';
import type { Pointable } from './description.ts';
import { isCalled } from './labels.ts';
import { PASSING_MS } from './limits.ts';
import { goesOn, namesIn } from './listed-names.ts';
import { type Control, FILLED_IN, type Observation } from './observation.ts';
import { type Refusal, refusal } from './refusal.ts';
import { kindsOf } from './taught.ts';

/** What is left to do in the wizard once its token is here. */
type Finish = 'save' | 'cancel';

/** What a finish has done so far; written down before the press. */
export interface FinishRun {
  readonly wanted: Finish;
  /** How often the list of tokens showed the token's name before; null where nobody saw the list. */
  readonly namesBefore: number | null;
  /** Its button was about to be pressed; it is not pressed again. */
  readonly pressed: boolean;
  /** How often the last look's list showed the name; two alike are a sign. Null where it was none. */
  readonly names: number | null;
}

/** A finish that has not begun. */
export const newFinish = (wanted: Finish, namesBefore: number | null): FinishRun => ({
  wanted,
  namesBefore,
  pressed: false,
  names: null,
});

/** What is to be done next about it. `confirmed`: the page shows the sign that was waited for. */
export type FinishDecision =
  | { readonly do: 'act'; readonly act: Act; readonly run: FinishRun }
  | { readonly do: 'wait'; readonly run: FinishRun }
  | { readonly do: 'confirmed' }
  /** Nothing was pressed. */
  | { readonly do: 'refuse'; readonly refusal: Refusal }
  /**
   * It was pressed, and what became of it is not known: the page shows no sign (`no_sign`), or a row
   * of that name which may be older, since nobody saw the list before (`not_counted`).
   */
  | { readonly do: 'no_sign'; readonly because: 'no_sign' | 'not_counted' };

const PATIENCE_MS = 10_000;
/** For how long after Cancel a list that shows no row of any kind may still be on its way, in ms. */
const LIST_MS = 1_500;

/** Whether a button and fields of any kind share a container in which the token is not. */
const isOfAnotherForm = (
  button: Control,
  token: readonly number[],
  controls: readonly Control[],
): boolean =>
  controls.some(
    ({ kind, path }) =>
      FILLED_IN.includes(kind) &&
      button.path.some((id) => path.includes(id) && !token.includes(id)),
  );

/**
 * Whether something lies over the list: a question, say, whether to discard, below which no row is missed.
 * A row that has come is one below a passing note as well.
 */
const isListCovered = (observation: Observation, wanted: Finish): boolean =>
  isOpenerCovered(observation) && (wanted === 'cancel' || isPageCovered(observation));

/** Whether the page is where the wizard was opened. */
const isAtList = (observation: Observation, wanted: Finish): boolean =>
  showsOpener(observation) ||
  (observation.listed && isAtTokens(observation) && !isListCovered(observation, wanted));

/**
 * Whether a button that was shown stands in a form that is not the token's. A box to tick before it may
 * stand beside it: "I have copied it", say.
 */
const isShownElsewhere = (
  button: Control,
  token: readonly number[],
  controls: readonly Control[],
): boolean => {
  const own = token.at(-1);
  if (own !== undefined && button.path.includes(own)) return false;
  const typed = controls.filter(({ kind }) => kind !== 'check');
  return isOfAnotherForm(button, token, typed);
};

/** Which of the containers of the token is the innermost that a control shares; -1 for none. */
const nearness = ({ path }: Control, token: readonly number[]): number =>
  token.findLastIndex((id) => path.includes(id));

/** "Copy", "Token kopieren": beside a token it makes a container of its own. */
const copies = ({ icon, name }: Control): boolean =>
  icon === 'copy' || /\b(copy|kopieren|copia|copier)\b/.test(bare(name));

/**
 * Whether rows are there that the button may stand in: of tokens; or, for what takes back, of whatever has
 * no known heading, unless it stands right beside the token.
 */
const isOnList = (
  button: Control,
  token: readonly number[],
  observation: Observation,
  wanted: Finish,
): boolean => {
  if (isAtList(observation, 'cancel')) return true;
  if (wanted === 'save' || !observation.listed) return false;
  const rest = observation.controls.filter((each) => !copies(each));
  const own = token.filter((id) => rest.some(({ path }) => path.includes(id)));
  return own.length < 2 || button.path.at(-1) !== own.at(-1);
};

/**
 * Whether a button that was shown may be another token's by now. In a list of them each row may have one,
 * and where it stood when it was shown any of them may stand.
 */
const mayBeAnothers = (
  button: Control,
  token: readonly number[],
  observation: Observation,
  wanted: Finish,
): boolean => {
  if (isCalled(button.name, wanted) || !mayActOnAny(button)) return false;
  return (
    // It has nothing to do with the token but to stand on the same page.
    (token.length > 1 && nearness(button, token) === 0) ||
    (isOnList(button, token, observation, wanted) && !isPageCovered(observation)) ||
    (button.name !== '' &&
      observation.controls.some(
        (each) =>
          each.ref !== button.ref &&
          each.kind === button.kind &&
          each.name === button.name &&
          !each.covered &&
          nearness(each, token) >= nearness(button, token),
      ))
  );
};

const findButton = (observation: Observation, wanted: Finish): Result<Control, Refusal> => {
  const { controls, newTokens } = observation;
  const shown = (what: Pointable): readonly string[] =>
    observation.pointed.find(({ subject }) => subject === what)?.refs ?? [];
  const refs = shown(wanted);
  const token = newTokens[0]?.path ?? [];
  const named = controls.filter((control) => {
    const { ref, kind, name } = control;
    if (!kindsOf(wanted).includes(kind)) return false;
    if (refs.length > 0) {
      if (!refs.includes(ref) || contradicts(control, wanted)) return false;
      return !isShownElsewhere(control, token, controls);
    }
    // What made the token stands there still, whatever it is called, and makes or changes another thing now.
    if (shown('next').includes(ref)) return false;
    if (isOfAnotherForm(control, token, controls)) return false;
    return isCalled(name, wanted);
  });
  // Of several, the token's own: the one that shares the innermost container with it.
  const near = (each: Control): number => nearness(each, token);
  const nearest = Math.max(...named.map(near), -1);
  const [button, second] = nearest < 0 ? [] : named.filter((each) => near(each) === nearest);
  if (!button) return err(refusal('missing', wanted));
  if (second) return err(refusal('ambiguous', wanted, button.name));
  if (contradicts(button, wanted) || mayBeAnothers(button, token, observation, wanted)) {
    return err(refusal('other_tokens', wanted, button.name));
  }
  if (button.disabled) return err(refusal('disabled', wanted, button.name));
  if (button.covered) return err(refusal('covered', wanted, button.name));
  return ok(button);
};

/** Whether the page is back where the wizard was opened, and the token is gone from sight. */
const isBack = (observation: Observation, wanted: Finish): boolean =>
  !observation.busy && !observation.tokenSeen && isAtList(observation, wanted);

/** What the list says of it; null for nothing yet. */
const signOf = (
  observation: Observation,
  { wanted, namesBefore }: FinishRun,
  waitedMs: number,
): 'yes' | 'not_counted' | null => {
  if (!isBack(observation, wanted)) return null;
  const names = namesIn(observation, wanted);
  if (wanted === 'cancel') {
    // A row that is not there yet, or on another page, looks like one that does not come.
    const isWhole = !goesOn(observation) && (observation.listed || waitedMs >= LIST_MS);
    return names <= (namesBefore ?? 0) && isWhole ? 'yes' : null;
  }
  if (namesBefore === null) return names > 0 ? 'not_counted' : null;
  return names > namesBefore ? 'yes' : null;
};

const afterPress = (observation: Observation, run: FinishRun, waitedMs: number): FinishDecision => {
  const sign = signOf(observation, run, waitedMs);
  const names = namesIn(observation, run.wanted);
  if (sign && run.names === names) {
    return sign === 'yes' ? { do: 'confirmed' } : { do: 'no_sign', because: sign };
  }
  if (sign === null && waitedMs >= PATIENCE_MS) return { do: 'no_sign', because: 'no_sign' };
  return { do: 'wait', run: { ...run, names: sign ? names : null } };
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
  if (run.pressed) return afterPress(observation, run, waitedMs);
  if (observation.newTokens.length === 0) {
    return { do: 'refuse', refusal: refusal('missing', 'token') };
  }
  if (observation.busy || observation.hidden) {
    if (observation.hidden || waitedMs < PATIENCE_MS) return { do: 'wait', run };
    return { do: 'refuse', refusal: refusal('no_answer', null) };
  }
  // Whose button it is may stand in what was left out.
  if (observation.truncated) return { do: 'refuse', refusal: refusal('too_large', null) };
  const button = findButton(observation, run.wanted);
  const reason = button.ok ? null : button.error.reason;
  if ((reason === 'covered' || reason === 'disabled') && waitedMs < PASSING_MS) {
    return { do: 'wait', run };
  }
  if (!button.ok) return { do: 'refuse', refusal: button.error };
  const { ref, signature } = button.value;
  return {
    do: 'act',
    act: { kind: 'press', ref, signature },
    run: { ...run, pressed: true },
  };
};
