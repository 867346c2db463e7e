import type { Progress } from '../../bot/flow/progress.ts';
import { systemClock, type Clock } from '../../bot/time/clock.ts';
import { createTokenFlows, type TokenFlows } from '../../bot/delivery/token-flows.ts';
import { createTurns } from '../../bot/time/turns.ts';
import type { FlowStore } from '../../bot/store/flow-store.ts';
import type { TenantApi } from '../../shared/tenant-api/port.ts';
import type { StoredFlow } from '../../bot/flow/stored-flow.ts';
import type { Submission } from '../../bot/flow/submission.ts';
import type { DeliveryWorld } from './delivery-world.ts';
import { judge, sweepUntilAllRest, type Verdict } from './guarantee.ts';
import { PLAIN_WORDS } from './plain-words.ts';

export const LEASE_MS = 60_000;

/** The bot's flows in a world, with a store, as one process has them. */
export interface Stage {
  readonly flows: TokenFlows;
  readonly store: FlowStore;
  /** Another process on the same store; `changes` is what it has of its own. */
  readonly another: (changes?: {
    readonly store?: FlowStore;
    readonly api?: TenantApi;
    readonly clock?: Clock;
  }) => TokenFlows;
  /** Claims and runs. @returns the flow's id */
  readonly make: (changes?: Partial<Submission>, by?: TokenFlows) => Promise<string>;
  readonly stored: (id: string) => Promise<StoredFlow>;
  readonly progress: (id: string) => Promise<Progress>;
  /** Sweeps until all flows that were made here rest, then judges them. */
  readonly verdict: () => Promise<Verdict>;
  /** What the person was told about a request without the token, the oldest first. */
  readonly words: (id: string) => readonly string[];
}

/** @param store empty, and open until whoever opened it closes it */
export const createStage = (world: DeliveryWorld, store: FlowStore): Stage => {
  const made: string[] = [];
  const another: Stage['another'] = (changes = {}) =>
    createTokenFlows({
      turns: createTurns(systemClock),
      store,
      api: world.api,
      pressing: changes.api ?? world.api,
      slackOf: () => world.routes,
      words: PLAIN_WORDS,
      clock: world.clock,
      log: world.log,
      leaseMs: LEASE_MS,
      ...changes,
    });
  const flows = another();
  const stored = async (id: string): Promise<StoredFlow> => {
    const flow = await store.find(id);
    if (!flow) throw new Error('There is no such flow.');
    return flow;
  };
  return {
    flows,
    store,
    another,
    stored,
    make: async (changes, by = flows) => {
      const claim = await by.claim(world.submission(changes));
      if (!claim.ok) throw new Error(`The claim failed: ${claim.error}.`);
      made.push(claim.value.flowId);
      await by.run(claim.value.flowId);
      return claim.value.flowId;
    },
    progress: async (id) => (await stored(id)).progress,
    verdict: async () => {
      await sweepUntilAllRest(another(), store, world.time.advance);
      const { slack, platform, key } = world;
      return judge({ slack, call: platform.call, key }, await Promise.all(made.map(stored)));
    },
    words: (id) =>
      [...world.slack.history(), ...world.slack.accepted]
        .map(({ text }) => text)
        .filter((text) => text.endsWith(id) && !text.startsWith('token'))
        .map((text) => text.slice(0, -id.length - 1)),
  };
};
