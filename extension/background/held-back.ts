import type { FlowState, Shown } from '../../shared/flow/state.ts';

/** What a person can do to an operation, besides Next. */
export type PlainEvent = 'ask_again' | 'copied' | 'save' | 'cancel' | 'again';

/**
 * The token as it is shown, with why nothing can be done about it from where the person is: Cancel
 * would have it forgotten here, and undo nothing there.
 * @param outOfReach what they are to hear; undefined where nothing is known against it
 * @returns undefined where what they do is to be done
 */
export const heldBack = async (
  state: FlowState,
  type: PlainEvent,
  outOfReach: () => Promise<string | undefined>,
): Promise<Shown | undefined> => {
  if (state.step !== 'token' || (type !== 'save' && type !== 'cancel')) return undefined;
  const said = await outOfReach();
  if (said === undefined) return undefined;
  const { notice } = state;
  // Who has heard it, and cancels all the same, has it forgotten.
  const told = notice?.code === 'not_filled_in' && notice.said === said;
  if (told && type === 'cancel') return undefined;
  return { ...state, confirming: false, notice: { code: 'not_filled_in', said } };
};
