import type { FlowState } from '../../shared/flow/state.ts';
import { isUnderWay } from '../../shared/flow/under-way.ts';
import type { Waiting } from '../channel/reply.ts';
import { personAt } from '../channel/session-keys.ts';
import type { Kept } from './session-store.ts';

const WAITING: readonly FlowState['step'][] = ['token', 'unknown', 'unconfirmed'];

/** What is kept, and whether this process is at work on it. */
export interface Watched extends Kept {
  readonly underWay: boolean;
}

const waits = ({ flow, underWay }: Watched): boolean =>
  WAITING.includes(flow.step) || (isUnderWay(flow) && !underWay);

/** What the badge, the alarm and the update gate need to know. */
export interface Attention {
  /** How many operations wait for a person. */
  readonly count: number;
  /** When it must be looked again, in ms since the epoch; undefined while nothing changes by itself. */
  readonly wakeAt: number | undefined;
  /** Whether a token stands in the memory, where an update would lose it. */
  readonly readable: boolean;
}

/** So long after each change it is seen to that what is under way has not been left by its process. */
const FORSAKEN_MS = 60_000;

/**
 * What needs attention among all that is kept.
 * @param now milliseconds since the epoch
 */
export const attentionOf = (all: readonly Watched[], now: number): Attention => {
  const tokens = all.flatMap(({ flow }) =>
    (flow.step === 'token' || flow.step === 'saving') && flow.token !== null ? flow : [],
  );
  const ends = tokens.flatMap(({ record: { pendingUntil } }) =>
    pendingUntil === null ? [] : Date.parse(pendingUntil),
  );
  const working = all.some(({ flow, underWay }) => underWay && isUnderWay(flow))
    ? [now + FORSAKEN_MS]
    : [];
  const times = [...ends, ...working];
  return {
    count: all.filter(waits).length,
    wakeAt: times.length > 0 ? Math.min(...times) : undefined,
    readable: tokens.length > 0,
  };
};

/**
 * The operations that wait for anyone but the person in front of the popup.
 * @param shown where they are; another person on the same page does not read a token's name
 */
export const waitingElsewhere = (all: readonly Watched[], shown: FlowState): Waiting[] => {
  const here = 'place' in shown ? shown.place : undefined;
  const person = here && personAt(here);
  return all.filter(waits).flatMap(({ flow }) => {
    const owner = personAt(flow.place);
    const samePage = owner?.origin === here?.origin;
    if (!owner || (samePage && owner.email === person?.email)) return [];
    return { origin: owner.origin, name: samePage ? null : flow.draft.name.trim() };
  });
};
