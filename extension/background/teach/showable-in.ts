import type { Pointable } from '../../../shared/cockpit/description.ts';
import { showableAfter, TAUGHT } from '../../../shared/cockpit/taught.ts';
import type { FlowState } from '../../../shared/flow/state.ts';
import type { LastRefusal } from './last-refusal.ts';

/** What a person can show where a flow has come to; undefined where showing helps nothing. */
export const showableIn = async (
  state: FlowState,
  refused: LastRefusal,
): Promise<readonly Pointable[] | undefined> => {
  if (state.step === 'not_tenant') return state.reason === 'no_platform' ? TAUGHT : undefined;
  if (state.step !== 'form' && state.step !== 'token') return undefined;
  if (state.notice?.code !== 'not_filled_in') return undefined;
  const refusal = await refused.at(state.place.origin);
  return refusal && showableAfter(refusal);
};
