import type { FlowState } from '../../shared/flow/state.ts';
import type { Waiting } from '../channel/reply.ts';
import { personAt } from '../channel/session-keys.ts';
import type { Kept } from './session-store.ts';

const WAITING: readonly FlowState['step'][] = ['token', 'unknown', 'unconfirmed'];

const waits = ({ flow }: Kept): boolean => WAITING.includes(flow.step);

/** What the badge and the alarm need to know. */
export interface Attention {
  /** How many operations wait for a person. */
  readonly count: number;
  /** When the next token must be erased, in ms since the epoch; undefined while there is none. */
  readonly eraseAt: number | undefined;
}

/** What needs attention among all that is kept. */
export const attentionOf = (all: readonly Kept[]): Attention => {
  const ends = all.flatMap(({ flow }) =>
    (flow.step === 'token' || flow.step === 'saving') &&
    flow.token !== null &&
    flow.record.pendingUntil !== null
      ? Date.parse(flow.record.pendingUntil)
      : [],
  );
  return {
    count: all.filter(waits).length,
    eraseAt: ends.length > 0 ? Math.min(...ends) : undefined,
  };
};

/**
 * The operations that wait for anyone but the person in front of the popup.
 * @param shown where they are; another person on the same page does not read a token's name
 */
export const waitingElsewhere = (all: readonly Kept[], shown: FlowState): Waiting[] => {
  const here = 'place' in shown ? shown.place : undefined;
  const person = here && personAt(here);
  return all.filter(waits).flatMap(({ flow }) => {
    const owner = personAt(flow.place);
    const samePage = owner?.origin === here?.origin;
    if (!owner || (samePage && owner.email === person?.email)) return [];
    return { origin: owner.origin, name: samePage ? null : flow.draft.name.trim() };
  });
};
