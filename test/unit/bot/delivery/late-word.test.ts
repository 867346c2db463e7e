import { describe, expect, it } from 'vitest';
import { takeUpLate } from '../../../../bot/delivery/late-word.ts';
import { advance } from '../../../../bot/delivery/machine.ts';
import type { FlowStore } from '../../../../bot/store/flow-store.ts';
import { NOW, saved } from './deliveries.ts';
import { createSmallWorld, LEASE_MS, OWNER, routeFailure, type SmallWorld } from './small-world.ts';

const full = (): Promise<never> => Promise.reject(new Error('The disk is full.'));

/** The messages of a conversation, as the bot's calls left them. */
const messages = ({ calls }: SmallWorld): Map<string, string> => {
  const standing = new Map<string, string>();
  let posts = 0;
  for (const call of calls) {
    const [, method, rest = ''] = /^(\w+) D1 (.*) \S+$/.exec(call) ?? [];
    if (method === 'post') {
      posts += 1;
      standing.set(`${posts}`, rest);
    }
    const [, ts = '', text = ''] = /^(\d+) (.*)$/.exec(rest) ?? [];
    if (method === 'update') standing.set(ts, text);
    const [, gone = ''] = /^remove D1 (.*)$/.exec(call) ?? [];
    standing.delete(gone);
  }
  return standing;
};

describe('a word whose record is overtaken', () => {
  it.each([
    ['is taken away', [], ['receipt revoked'], 'said revoked'],
    [
      'is brought up to date where it cannot be',
      [routeFailure('message_not_found')],
      ['receipt revoked', 'receipt revoked'],
      'said_late active',
    ],
  ])('%s: no message stays that says it works', async (_, failures, standing, event) => {
    const world = createSmallWorld();
    world.answers.remove = [...failures];
    const flows = world.another();
    world.meanwhile.post = async () => {
      const [id = ''] = world.flows.keys();
      expect(await world.another().revoke(id, OWNER, null)).toBe('revoked');
    };
    const id = await world.make({}, flows);
    expect([...messages(world).values()]).toEqual(standing);
    expect(world.story(id)).toContain(event);
    expect(world.story(id).at(-1)).toBe('said revoked');
    expect(world.flows.get(id)?.lease).toBeNull();
  });

  it('waits for whoever works on the flow, and gives its place where they have no answer', async () => {
    const world = createSmallWorld();
    const unreachable = async () => ({ ok: false, error: { code: 'timeout' } }) as const;
    const api = { ...world.ports.api, cancel: unreachable };
    world.meanwhile.post = async () => {
      const [id = ''] = world.flows.keys();
      expect(await world.another({ api }).revoke(id, OWNER, null)).toBe('later');
      const lease = { owner: 'someone', until: world.clock.now() + 3500 };
      world.flows.set(id, { ...world.flow(id), lease });
    };
    const id = await world.make();
    expect(world.sleeps).toEqual([1000, 1000, 1000, 1000]);
    expect(world.story(id).slice(-3)).toEqual([
      'said_late active',
      'cancel_answered gone',
      'said revoked',
    ]);
    expect([...messages(world).values()]).toEqual(['receipt revoked']);
  });

  it('is taken away where another says the same, and left where it stands in no place', async () => {
    const world = createSmallWorld();
    world.meanwhile.post = async () => {
      world.later(LEASE_MS);
      await world.another().sweep();
    };
    const id = await world.make();
    expect([...messages(world).values()]).toEqual(['receipt active']);
    expect(world.story(id).filter((each) => each.startsWith('said_late'))).toEqual([]);
    const placeless = createSmallWorld();
    placeless.answers.ephemeral = [{ kind: 'unknown', code: 'no_answer' }];
    placeless.meanwhile.post = async () => {
      placeless.later(LEASE_MS);
      await placeless.another().sweep();
    };
    const other = await placeless.make();
    expect(placeless.story(other).at(-1)).toBe('said delivery_unknown');
  });

  it('is given up after two leases of someone else’s, and where the flow is gone', async () => {
    const world = createSmallWorld();
    const { store } = world.ports;
    const held: FlowStore = {
      ...store,
      write: async (seen, change) =>
        change.note.event === 'said' ? undefined : store.write(seen, change),
      find: async (id) => {
        const flow = await store.find(id);
        return flow && { ...flow, lease: { owner: 'someone', until: Number.MAX_SAFE_INTEGER } };
      },
    };
    await world.make({}, world.another({ store: held }));
    expect(world.sleeps).toEqual(Array.from({ length: (2 * LEASE_MS) / 1000 }, () => 1000));
    const gone = createSmallWorld();
    const none: FlowStore = {
      ...gone.ports.store,
      write: async (seen, change) =>
        change.note.event === 'said' ? undefined : gone.ports.store.write(seen, change),
      find: async () => undefined,
    };
    await gone.make({}, gone.another({ store: none }));
    expect(gone.sleeps).toEqual([]);
  });
});

describe('what was said late', () => {
  const receipt = { channel: 'D1', ts: '1' };

  it('stays where it is the message that is known', async () => {
    const world = createSmallWorld();
    const id = await world.make();
    expect(world.progress(id)).toMatchObject({ said: 'active', receipt });
    await takeUpLate(world.ports, id, { kind: 'said', word: 'active', receipt });
    expect(world.calls.filter((call) => call.startsWith('remove'))).toEqual([]);
  });

  it('and cannot be taken away stays where it says the same as another message', async () => {
    const world = createSmallWorld();
    const id = await world.make();
    const { length } = world.notes;
    world.answers.remove = [routeFailure('message_not_found')];
    const elsewhere = { channel: 'D1', ts: '7' };
    expect(
      await takeUpLate(world.ports, id, { kind: 'said', word: 'active', receipt: elsewhere }),
    ).toBeUndefined();
    expect(world.notes).toHaveLength(length);
  });

  it('is taken up in the moment in which someone else’s lease ends', async () => {
    const world = createSmallWorld();
    const id = await world.make();
    const lease = { owner: 'gone', until: world.clock.now() };
    world.flows.set(id, { ...world.flow(id), lease });
    const late = await takeUpLate(world.ports, id, { kind: 'said', word: 'revoked', receipt });
    expect(world.sleeps).toEqual([]);
    expect(late?.flow.progress).toMatchObject({ said: 'active', owed: 'active' });
  });

  it.each([
    ['after “revoked”, said elsewhere', 'revoked', null, '2', 'not_taken_back', 'revoked'],
    ['while a newer word is owed', 'active', 'revoked', '1', 'save_unknown', 'revoked'],
  ] as const)('%s, gives way to it', (_, said, owed, ts, word, then) => {
    const wordAt = owed && NOW + 1;
    const known = { ...saved, said, owed, wordAt, receipt: { channel: 'D1', ts } };
    const after = advance(known, { kind: 'said_late', word, receipt }, NOW);
    expect(after).toMatchObject({ owed: then, wordAt: wordAt ?? NOW, receipt });
  });
});

describe('a word whose record fails', () => {
  const failing = (world: SmallWorld, times: number): FlowStore => {
    let left = times;
    return {
      ...world.ports.store,
      write: async (seen, change) => {
        if (change.note.event !== 'said') return world.ports.store.write(seen, change);
        left -= 1;
        return left < 0 ? world.ports.store.write(seen, change) : full();
      },
    };
  };

  it('is written down once the store is back, and said once', async () => {
    const world = createSmallWorld();
    const id = await world.make({}, world.another({ store: failing(world, 4) }));
    expect(world.sleeps).toEqual([1000, 2000, 4000, 8000]);
    expect(world.progress(id)).toMatchObject({ said: 'active', owed: null });
    expect([...messages(world).values()]).toEqual(['receipt active']);
  });

  it('is left to the sweep where the store stays away', async () => {
    const world = createSmallWorld();
    const id = await world.make({}, world.another({ store: failing(world, 5) }));
    expect(world.progress(id)).toMatchObject({ said: null, owed: 'active' });
    expect(world.logged.at(-1)).toMatchObject({ event: 'flow_stuck' });
  });
});
