import { arrivedAt } from '../tenant-api/pending-time.ts';
import type { TenantApi } from '../tenant-api/port.ts';
import { nextAsPerson } from './next-as-person.ts';
import type { Effect } from './state.ts';
import type { FlowEvent } from './transition.ts';

/**
 * Carries out an effect of the flow.
 * @param now milliseconds since the epoch
 * @returns the event that its answer is
 */
export const perform = async (
  api: TenantApi,
  effect: Effect,
  now: () => number,
): Promise<FlowEvent> => {
  switch (effect.do) {
    case 'next': {
      const { request, key, place } = effect;
      const outcome = await nextAsPerson(api, request, key, place);
      if (outcome.kind !== 'made') return { type: 'next_answered', key, outcome };
      const record = arrivedAt(outcome.record, now());
      return { type: 'next_answered', key, outcome: { ...outcome, record } };
    }
    case 'save':
      return { type: 'save_answered', result: await api.save(effect.id, effect.generation) };
    case 'cancel':
      return { type: 'cancel_answered', result: await api.cancel(effect.id) };
  }
};
