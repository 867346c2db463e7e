import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FlowStore } from '../../../bot/store/flow-store.ts';
import { ENGINES } from '../../support/databases.ts';
import { LEASE_MS, type Stage } from '../../support/delivery-stage.ts';
import type { DeliveryWorld } from '../../support/delivery-world.ts';
import { inDeliveryWorld } from '../../support/in-delivery-world.ts';
import { refuse } from '../../support/faults.ts';

const MINUTE = 60_000;

let world: DeliveryWorld;
let stage: Stage;

describe.each(ENGINES)('on $engine', ({ fresh }) => {
  inDeliveryWorld(
    (itsWorld, itsStage) => {
      world = itsWorld;
      stage = itsStage;
    },
    { restMs: MINUTE, fresh },
  );

  /** A store whose process dies once it has written an event down, or just before. */
  const dyingStore = (store: FlowStore, when: 'before' | 'after', event: string): FlowStore => {
    let dead = false;
    const die = (): never => {
      dead = true;
      throw new Error('The process is gone.');
    };
    return {
      ...store,
      write: async (seen, change) => {
        if (dead || (when === 'before' && change.note.event === event)) die();
        const written = await store.write(seen, change);
        if (change.note.event === event) dead = true;
        return written;
      },
    };
  };

  describe('a response_url', () => {
    it('is erased by the sweep half an hour after it was issued', async () => {
      const responseUrl = await world.responseUrl('kitchen', 'mia');
      const issued = { responseUrl, responseUrlIssuedAt: world.time.now() };
      const id = await stage.make(issued);
      world.time.advance(29 * MINUTE);
      await stage.flows.sweep();
      expect((await stage.stored(id)).submission.responseUrl).toBe(responseUrl);
      world.time.advance(MINUTE);
      await stage.flows.sweep();
      expect((await stage.stored(id)).submission.responseUrl).toBeNull();
    });
  });

  describe('a bot that was down between delivery and Save', () => {
    const down = async (minutes: number): Promise<string> => {
      const store = dyingStore(stage.store, 'after', 'delivered');
      const id = await stage.make({}, stage.another({ store }));
      // The dying process has asked for the Save: the platform is made to have missed it.
      expect(await stage.progress(id)).toMatchObject({ state: 'delivered' });
      world.time.advance(minutes * MINUTE);
      world.faults.mend();
      return id;
    };

    it('for five minutes saves the token, and sends the receipt', async () => {
      world.faults.on('POST', /\/save$/, refuse(503));
      const id = await down(5);
      const { active, broken } = await stage.verdict();
      expect(active).toEqual(new Set([id]));
      expect(broken).toEqual([]);
      expect(stage.words(id)).toEqual(['receipt active']);
    });

    it('for twenty minutes announces the token as dead', async () => {
      world.faults.on('POST', /\/save$/, refuse(503));
      const id = await down(20);
      const { active, accepted, announced, broken } = await stage.verdict();
      expect([accepted, active, announced]).toEqual([new Set([id]), new Set(), new Set([id])]);
      expect(broken).toEqual([]);
      expect(await stage.progress(id)).toMatchObject({ state: 'dead', reason: 'save_refused' });
      expect(stage.words(id)).toEqual(['announcement save_refused']);
    });

    it('for twenty minutes, when the Save had taken effect, sends the receipt', async () => {
      const id = await down(20);
      const { active, broken } = await stage.verdict();
      expect(active).toEqual(new Set([id]));
      expect(broken).toEqual([]);
      expect(stage.words(id)).toEqual(['receipt active']);
    });
  });

  describe('an acknowledged request that a crash swallowed', () => {
    it.each([
      ['before', 'generated', 'announcement swallowed'],
      ['after', 'generated', 'announcement swallowed'],
      ['before', 'trying', 'announcement swallowed'],
      ['after', 'trying', 'announcement delivery_unknown'],
      ['before', 'delivered', 'announcement delivery_unknown'],
    ] as const)('%s it wrote "%s" is answered: %s', async (when, event, word) => {
      const store = dyingStore(stage.store, when, event);
      const id = await stage.make({}, stage.another({ store }));
      world.time.advance(2 * LEASE_MS);
      expect((await stage.verdict()).broken).toEqual([]);
      expect(stage.words(id)).toEqual([word]);
    });

    it('before it began is answered', async () => {
      const claim = await stage.flows.claim(world.submission());
      const id = claim.ok ? claim.value.flowId : '';
      world.time.advance(2 * LEASE_MS);
      await stage.another().sweep();
      expect(stage.words(id)).toEqual(['announcement swallowed']);
      // Whoever comes late with the flow finds it answered.
      await stage.flows.run(id);
      expect(await stage.progress(id)).toMatchObject({ state: 'discarded' });
      expect(world.slack.accepted.filter(({ text }) => text === `token ${id}`)).toEqual([]);
    });

    it('is not announced by a bot that cannot write', async () => {
      const claim = await stage.flows.claim(world.submission());
      expect(claim.ok).toBe(true);
      world.time.advance(2 * LEASE_MS);
      const broken = { ...stage.store, due: () => Promise.reject(new Error('The disk is full.')) };
      await stage.another({ store: broken }).sweep();
      expect(world.logged.at(-1)).toContain('sweep_failed');
    });

    it('of a claim that could not be written is told to the listener', async () => {
      const broken = {
        ...stage.store,
        claim: () => Promise.reject(new Error('The disk is full.')),
      };
      const flows = stage.another({ store: broken });
      expect(await flows.claim(world.submission())).toEqual({ ok: false, error: 'store_down' });
    });
  });

  describe('leases', () => {
    it('keep others from a flow that someone works on', async () => {
      const held = world.faults.hold('POST', /\/save$/, 'before');
      const claim = await stage.flows.claim(world.submission());
      const id = claim.ok ? claim.value.flowId : '';
      const running = stage.flows.run(id);
      await held.arrived;
      world.time.advance(LEASE_MS - 1);
      await stage.another().sweep();
      expect(world.faults.count('POST', /\/save$/)).toBe(1);
      held.release();
      await running;
      expect(await stage.progress(id)).toMatchObject({ state: 'saved' });
    });

    it('that ran out give the flow to another, and the first one has no say any more', async () => {
      const held = world.slack.fault({ method: 'chat.postEphemeral', hold: true });
      const claim = await stage.flows.claim(world.submission());
      const id = claim.ok ? claim.value.flowId : '';
      const running = stage.flows.run(id);
      await held.untilHit();
      world.time.advance(LEASE_MS);
      await stage.another().sweep();
      expect(await stage.progress(id)).toMatchObject({ state: 'discarded' });
      held.release();
      await running;
      // The message came through after all, and what was said of it is still true.
      expect(world.slack.accepted.some(({ text }) => text === `token ${id}`)).toBe(true);
      expect(world.faults.count('POST', /\/save$/)).toBe(0);
      expect(await stage.progress(id)).toMatchObject({ state: 'discarded' });
      expect(stage.words(id)).toEqual(['announcement delivery_unknown']);
    });

    it('let one of many sweeps that come at once have each flow', async () => {
      world.slack.setRateLimits(false);
      world.faults.on('POST', /\/save$/, refuse(503));
      await Promise.all(Array.from({ length: 30 }, () => stage.make()));
      world.faults.clear();
      world.time.advance(MINUTE);
      await Promise.all(Array.from({ length: 5 }, () => stage.another().sweep()));
      expect(world.faults.count('POST', /\/save$/)).toBe(30);
      const { active, broken } = await stage.verdict();
      expect(active.size).toBe(30);
      expect(broken).toEqual([]);
      world.slack.setRateLimits(true);
    });
  });

  describe('sweeping', () => {
    it('begins at once, comes back at intervals, and stops when told', async () => {
      const waits: { readonly ms: number; readonly wake: () => void }[] = [];
      const clock = {
        now: world.time.now,
        sleep: (ms: number, signal?: AbortSignal) =>
          new Promise<void>((wake) => {
            waits.push({ ms, wake });
            signal?.addEventListener('abort', () => wake());
          }),
      };
      let rounds = 0;
      const store = {
        ...stage.store,
        due: async () => {
          rounds += 1;
          return [];
        },
      };
      const until = async (count: number): Promise<void> => {
        while (waits.length < count) await setImmediate();
      };
      const stop = stage.another({ clock, store }).startSweeping(5000);
      await until(1);
      waits[0]?.wake();
      await until(2);
      expect(rounds).toBe(2);
      expect(waits.map(({ ms }) => ms)).toEqual([5000, 5000]);
      await stop();
      expect(rounds).toBe(2);
    });

    it('goes on past a flow that cannot be carried on', async () => {
      world.faults.on('POST', /\/save$/, refuse(503));
      const first = await stage.make();
      const second = await stage.make();
      world.faults.mend();
      world.time.advance(MINUTE);
      const store: FlowStore = {
        ...stage.store,
        write: (seen, change) =>
          seen.id === first
            ? Promise.reject(new Error('This one is broken.'))
            : stage.store.write(seen, change),
      };
      await stage.another({ store }).sweep();
      expect(await stage.progress(second)).toMatchObject({ state: 'saved' });
      expect((await stage.verdict()).broken).toEqual([]);
    });

    it('keeps an orderly end waiting until what is in flight has ended', async () => {
      const held = world.faults.hold('POST', /\/save$/, 'before');
      const claim = await stage.flows.claim(world.submission());
      const id = claim.ok ? claim.value.flowId : '';
      void stage.flows.run(id);
      await held.arrived;
      let idle = false;
      const ended = stage.flows.idle().then(() => {
        idle = true;
        return idle;
      });
      await setImmediate();
      expect(idle).toBe(false);
      held.release();
      await ended;
      expect(await stage.progress(id)).toMatchObject({ state: 'saved', said: 'active' });
    });
  });
});
