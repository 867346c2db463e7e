import type { Showable } from '../../../shared/cockpit/description.ts';
import { showableAfter, TAUGHT } from '../../../shared/cockpit/taught.ts';
import type { FlowState } from '../../../shared/flow/state.ts';
import type { LastRefusal } from './last-refusal.ts';

/** What a person can show where a flow has come to; undefined where showing helps nothing. */
export const showableIn = async (
  state: FlowState,
  refused: LastRefusal,
): Promise<readonly Showable[] | undefined> => {
  if (state.step === 'not_tenant') return state.reason === 'no_platform' ? TAUGHT : undefined;
  if (state.step !== 'form' && state.step !== 'token' && state.step !== 'unknown') return undefined;
  const code = state.step === 'unknown' ? state.error?.code : state.notice?.code;
  if (code !== (state.step === 'unknown' ? 'no_sign' : 'not_filled_in')) return undefined;
  const refusal = await refused.at(state.place.origin);
  return refusal && showableAfter(refusal);
};
