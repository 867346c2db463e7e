import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSweeper } from '../../../../bot/delivery/sweep.ts';
import { begun } from '../../../../bot/flow/progress.ts';
import type { StoredFlow } from '../../../../bot/flow/stored-flow.ts';
import { MINUTE, NOW } from '../../shared/examples.ts';
import { createPauses } from '../time/pauses.ts';
import { createSmallWorld, LEASE_MS, type SmallWorld } from './small-world.ts';

/** So many flows that nobody works on, each with a word that is owed. */
const owing = (world: SmallWorld, count: number, lease: StoredFlow['lease'] = null): void => {
  for (let each = 0; each < count; each += 1) {
    world.flows.set(`F${each}`, {
      id: `F${each}`,
      submission: world.form(),
      progress: { ...begun(NOW), state: 'saved', stepAt: null, owed: 'active', wordAt: NOW },
      lease,
      version: 1,
    });
  }
};

describe('a sweep', () => {
  it('takes up what is due, and what was being worked on as such', async () => {
    const world = createSmallWorld();
    owing(world, 1);
    await world.another().sweep();
    expect(world.story('F0')).toEqual(['resumed', 'said active']);
    expect(world.notes[0]?.who).toBe('sweep');
    const left = createSmallWorld();
    owing(left, 1, { owner: 'gone', until: NOW });
    await left.another().sweep();
    expect(left.story('F0')).toEqual(['recovered', 'said active']);
  });

  it('takes up all, eight at a time', async () => {
    const world = createSmallWorld();
    owing(world, 250);
    let under = 0;
    let most = 0;
    const batches: number[] = [];
    const store = {
      ...world.ports.store,
      due: async (now: number, limit: number) => {
        const due = await world.ports.store.due(now, limit);
        batches.push(due.length);
        return due;
      },
    };
    const sweeper = createSweeper({ ...world.ports, store }, async (flow) => {
      under += 1;
      most = Math.max(most, under);
      await setImmediate();
      under -= 1;
      world.flows.delete(flow.id);
    });
    await sweeper.sweep();
    expect(world.flows.size).toBe(0);
    expect(most).toBe(8);
    expect(batches).toEqual([100, 100, 50]);
  });

  it('does not look again at once where none of many moves', async () => {
    const world = createSmallWorld();
    owing(world, 100);
    let looks = 0;
    const store = {
      ...world.ports.store,
      due: async (now: number, limit: number) => {
        looks += 1;
        return world.ports.store.due(now, limit);
      },
      write: () => Promise.reject(new Error('full')),
    };
    await createSweeper({ ...world.ports, store }, async () => undefined).sweep();
    expect(looks).toBe(1);
    expect(world.logged).toHaveLength(100);
    expect(world.logged[0]).toMatchObject({ event: 'sweep_failed', error: 'Error' });
    expect(world.logged[0]?.['flow']).toMatch(/^F\d+$/);
  });

  it('leaves alone what someone else has taken up', async () => {
    const world = createSmallWorld();
    owing(world, 1);
    const carried: string[] = [];
    const store = { ...world.ports.store, write: async () => undefined };
    const sweeper = createSweeper({ ...world.ports, store }, async ({ id }) => carried.push(id));
    await sweeper.sweep();
    expect(carried).toEqual([]);
  });

  it('that is asked for twice is done once at a time, and again later', async () => {
    const world = createSmallWorld();
    let looks = 0;
    const store = {
      ...world.ports.store,
      due: async () => {
        looks += 1;
        return [];
      },
    };
    const flows = world.another({ store });
    await Promise.all([flows.sweep(), flows.sweep()]);
    expect(looks).toBe(1);
    await flows.sweep();
    expect(looks).toBe(2);
  });

  it('that the store refuses is in the log, and comes again', async () => {
    const world = createSmallWorld();
    const store = { ...world.ports.store, due: () => Promise.reject(new Error('full')) };
    const flows = world.another({ store });
    await flows.sweep();
    await flows.sweep();
    expect(world.logged.map(({ event, error }) => [event, error])).toEqual([
      ['sweep_failed', 'Error'],
      ['sweep_failed', 'Error'],
    ]);
  });

  it('erases the response_urls that wore out, after what is due', async () => {
    const world = createSmallWorld();
    owing(world, 1);
    const erased: number[] = [];
    const store = {
      ...world.ports.store,
      eraseUrls: async (before: number) => {
        expect(world.progress('F0').owed).toBeNull();
        erased.push(before);
      },
    };
    await world.another({ store }).sweep();
    expect(erased).toEqual([NOW - 30 * MINUTE]);
  });

  it('comes at intervals until it is stopped', async () => {
    const world = createSmallWorld();
    const { pauses, sleep } = createPauses();
    let looks = 0;
    const store = {
      ...world.ports.store,
      due: async () => {
        looks += 1;
        return [];
      },
    };
    const clock = { now: world.clock.now, sleep };
    const stop = world.another({ store, clock }).startSweeping(LEASE_MS);
    while (pauses.length < 1) await setImmediate();
    pauses[0]?.wake();
    while (pauses.length < 2) await setImmediate();
    expect(looks).toBe(2);
    expect(pauses.map(({ ms }) => ms)).toEqual([LEASE_MS, LEASE_MS]);
    await stop();
    expect(looks).toBe(2);
  });
});
