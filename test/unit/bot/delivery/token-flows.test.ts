import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTokenFlows } from '../../../../bot/delivery/token-flows.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { HARBOUR, MINUTE } from '../../shared/examples.ts';
import { createSmallWorld, GOOD, LEASE_MS, routeFailure, stateAt } from './small-world.ts';

describe('a platform that cannot hold a token back', () => {
  it.each([{ pending: false }, { pending: 'unknown' }, { idempotency: false }] as const)(
    'is not served (%o)',
    (less) => {
      const { ports } = createSmallWorld();
      const api = { ...ports.api, capabilities: { ...ports.api.capabilities, ...less } };
      expect(() =>
        createTokenFlows({
          ...ports,
          api,
          slackOf: () => ports.slack,
          turns: { patient: (work) => work() },
        }),
      ).toThrow('This platform cannot hold a token back until it is delivered.');
    },
  );
});

describe('a request', () => {
  it('that goes well is made, brought, saved and said, each written down', async () => {
    const world = createSmallWorld();
    const id = await world.make();
    expect(world.story(id)).toEqual(GOOD);
    expect(world.notes.map(({ who }) => who)).toEqual(['U0001', 'bot', 'bot', 'bot', 'bot', 'bot']);
    expect(stateAt(world)).toEqual(['active']);
    expect(world.flows.get(id)?.lease).toBeNull();
    expect(world.logged.filter(({ event }) => event === 'flow').map(({ what }) => what)).toEqual([
      'generated',
      'trying',
      'delivered',
      'save_answered',
      'said',
    ]);
  });

  it('is held by whoever works on it, for its lease', async () => {
    const world = createSmallWorld();
    let lease: unknown;
    world.meanwhile.save = async () => {
      lease = [...world.flows.values()][0]?.lease;
    };
    const at = world.clock.now();
    const id = await world.make();
    expect(lease).toEqual({ owner: id, until: at + LEASE_MS });
  });

  it('is held for a lease from its claim on', async () => {
    const world = createSmallWorld();
    const at = world.clock.now();
    const id = await world.claim();
    expect(world.flow(id).lease).toEqual({ owner: id, until: at + LEASE_MS });
  });

  it('whose form a store in trouble cannot tell from a new one is taken for new, and logged', async () => {
    const world = createSmallWorld();
    const form = world.form();
    expect(await world.another().isTaken(form)).toBe(false);
    await world.make(form);
    expect(await world.another().isTaken(form)).toBe(true);
    const isTaken = () => Promise.reject(new Error('full'));
    const broken = world.another({ store: { ...world.ports.store, isTaken } });
    expect(await broken.isTaken(form)).toBe(false);
    expect(world.logged.at(-1)).toMatchObject({ event: 'form_unknown', error: 'Error' });
  });

  it('that another part of the bot has begun is carried on to its end', async () => {
    const world = createSmallWorld();
    const id = await world.claim();
    await world.another().carryOn(world.flow(id));
    expect(world.story(id)).toEqual(GOOD);
  });

  it('is claimed once, and run once', async () => {
    const world = createSmallWorld();
    const flows = world.another();
    const form = world.form();
    const id = await world.claim(form, flows);
    expect(await flows.claim(form)).toEqual(err('already'));
    await world.another().run(id);
    expect(world.story(id)).toEqual(['claimed']);
    await Promise.all([flows.run(id), flows.run(id)]);
    await flows.run('no such flow');
    expect(world.story(id)).toEqual(GOOD);
  });

  it('that the store does not take is not begun', async () => {
    const world = createSmallWorld();
    const store = { ...world.ports.store, claim: () => Promise.reject(new Error('full')) };
    expect(await world.another({ store }).claim(world.form())).toEqual(err('store_down'));
    expect(world.logged.at(-1)).toMatchObject({ event: 'claim_failed', error: 'Error' });
  });

  it('whose work throws is left to the sweep, and that is in the log', async () => {
    const world = createSmallWorld();
    const api = { ...world.ports.api, next: () => Promise.reject(new Error('a fault')) };
    const id = await world.make({}, world.another({ api }));
    expect(world.story(id)).toEqual(['claimed']);
    expect(world.logged.at(-1)).toMatchObject({ event: 'flow_stuck', flow: id, error: 'Error' });
    world.later(LEASE_MS);
    await world.another().sweep();
    expect(world.story(id)).toEqual(['claimed', 'recovered', 'said swallowed']);
  });

  it('is asked for again by the same worker while nobody has anything to see', async () => {
    const world = createSmallWorld();
    const errors: ApiError[] = [{ code: 'timeout' }, { code: 'forbidden' }];
    const next = world.ports.api.next;
    const api = {
      ...world.ports.api,
      next: async (...args: Parameters<typeof next>) => {
        const error = errors.shift();
        return error ? err(error) : next(...args);
      },
    };
    const id = await world.make({}, world.another({ api }));
    // A refusal after an attempt that may have made it leaves that open.
    expect(world.story(id).slice(0, 4)).toEqual([
      'claimed',
      'next_failed timeout',
      'next_failed forbidden',
      'generated',
    ]);
    expect(world.sleeps).toEqual([2000, 4000]);
  });

  it('that was put off, and made nothing, is refused as such', async () => {
    const world = createSmallWorld();
    const errors: ApiError[] = [
      { code: 'rate_limited', retryAfterSeconds: 2 },
      { code: 'forbidden' },
    ];
    const api = {
      ...world.ports.api,
      next: async () => err(errors.shift() ?? ({ code: 'timeout' } as const)),
    };
    const id = await world.make({}, world.another({ api }));
    expect(world.story(id)).toEqual([
      'claimed',
      'next_failed rate_limited',
      'next_failed forbidden',
      'said next_refused',
    ]);
  });

  it('that is refused at once is not asked for again', async () => {
    const world = createSmallWorld();
    const api = { ...world.ports.api, next: async () => err({ code: 'forbidden' } as const) };
    const id = await world.make({}, world.another({ api }));
    expect(world.story(id)).toEqual(['claimed', 'next_failed forbidden', 'said next_refused']);
  });

  it('that makes another token is taken back', async () => {
    const world = createSmallWorld();
    const id = await world.make({ anchorTenantId: HARBOUR.id });
    expect(world.story(id)).toEqual([
      'claimed',
      'unusable not_as_asked',
      'cancel_answered gone',
      'said not_as_asked',
    ]);
    expect(stateAt(world)).toEqual(['discarded']);
    expect(world.calls.join()).not.toContain('token');
  });

  it('whose token works at once and is another is not said to be dead before it is', async () => {
    const world = createSmallWorld();
    const { api } = world.ports;
    const next = async (...args: Parameters<typeof api.next>) => {
      const made = await api.next(...args);
      if (!made.ok) return made;
      const saved = await api.save(made.value.record.id, made.value.record.generation);
      return saved.ok ? ok({ ...made.value, record: saved.value }) : saved;
    };
    const id = await world.make({}, world.another({ api: { ...api, next } }));
    expect(world.story(id)).toEqual([
      'claimed',
      'unusable not_as_asked',
      'cancel_answered gone',
      'said not_as_asked',
    ]);
    expect(stateAt(world)).toEqual(['revoked']);
  });

  it.each([
    ['pending', ['said not_as_asked']],
    // Nobody knows yet that it does not work.
    ['active', []],
  ] as const)(
    'that makes another token, which is %s and not taken back yet, says no more than is certain',
    async (state, said) => {
      const world = createSmallWorld();
      const { api } = world.ports;
      const next = async (...args: Parameters<typeof api.next>) => {
        const made = await api.next(...args);
        if (!made.ok) return made;
        const { record } = made.value;
        const pendingUntil = state === 'active' ? null : record.pendingUntil;
        return ok({ ...made.value, record: { ...record, state, pendingUntil } });
      };
      const cancel = async () => err({ code: 'timeout' } as const);
      const process = world.another({ api: { ...api, next, cancel } });
      const id = await world.make({ anchorTenantId: HARBOUR.id }, process);
      expect(world.story(id)).toEqual([
        'claimed',
        'unusable not_as_asked',
        'cancel_answered timeout',
        ...said,
      ]);
      expect(world.progress(id)).toMatchObject({
        works: state === 'active' ? 'yes' : 'no',
        token: { pendingUntil: world.clock.now() + 15 * MINUTE },
      });
    },
  );

  it('whose secret nobody has is undone, and said to have failed', async () => {
    const world = createSmallWorld();
    const { api } = world.ports;
    const next = async (...args: Parameters<typeof api.next>) => {
      const made = await api.next(...args);
      return made.ok ? ok({ record: made.value.record, token: undefined }) : made;
    };
    const id = await world.make({}, world.another({ api: { ...api, next } }));
    expect(world.story(id)).toEqual([
      'claimed',
      'unusable next_failed',
      'cancel_answered gone',
      'said next_failed',
    ]);
  });

  it('that another bot was sent too makes one token, by one key for one form', async () => {
    const world = createSmallWorld();
    const elsewhere = createSmallWorld();
    const form = world.form();
    const id = await elsewhere.make(form, elsewhere.another({ api: world.ports.api }));
    expect(elsewhere.story(id)).toEqual(GOOD);
    const second = await world.make(form);
    expect(world.story(second)).toEqual(['claimed', 'elsewhere', 'said taken_elsewhere']);
    await world.make({ ...form, viewId: `${form.viewId}2` });
    await world.make({ ...form, teamId: 'T0002' });
    expect(stateAt(world)).toEqual(['active', 'active', 'active']);
    for (const { key } of world.platform.tokens) expect(key).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['ahead', -16 * MINUTE],
    ['behind', 16 * MINUTE],
  ])('waits for Save from the answer’s arrival, on a host whose clock is %s', async (_, offBy) => {
    const world = createSmallWorld();
    const { api } = world.ports;
    const theirs = (at: number): string => new Date(at + offBy).toISOString();
    const next = async (...args: Parameters<typeof api.next>) => {
      const made = await api.next(...args);
      const createdAt = theirs(world.clock.now());
      const pendingUntil = theirs(world.clock.now() + 15 * MINUTE);
      world.later(3000);
      return made.ok
        ? ok({ ...made.value, record: { ...made.value.record, createdAt, pendingUntil } })
        : made;
    };
    const save = async () => err({ code: 'timeout' } as const);
    const process = world.another({ api: { ...api, next, save } });
    const id = await world.make({}, process);
    const until = world.clock.now() + 15 * MINUTE;
    expect(world.progress(id).token?.pendingUntil).toBe(until);
    // While it can still be saved, it is not left alone for longer than a minute.
    for (let at = world.clock.now(); at < until - MINUTE; at = world.clock.now()) {
      expect((world.progress(id).stepAt ?? Infinity) - at).toBeLessThanOrEqual(MINUTE);
      world.later(MINUTE);
      await process.sweep();
    }
    expect(world.progress(id).state).toBe('delivered');
  });

  it('that nobody could be shown is said, and undone', async () => {
    const world = createSmallWorld();
    world.answers.ephemeral = [routeFailure(), routeFailure('restricted_action')];
    const id = await world.make();
    expect(world.story(id)).toEqual([
      'claimed',
      'generated',
      'trying channel',
      'trying dm not_in_channel',
      'undeliverable restricted_action',
      'cancel_answered gone',
      'said undeliverable',
    ]);
  });
});

describe('a flow that someone else has taken over', () => {
  it('is left to them at the next step', async () => {
    const world = createSmallWorld();
    world.meanwhile.ephemeral = async () => {
      world.later(LEASE_MS);
      await world.another().sweep();
    };
    const id = await world.make();
    expect(world.story(id)).toEqual([
      'claimed',
      'generated',
      'trying channel',
      'recovered',
      'cancel_answered gone',
      'said delivery_unknown',
    ]);
    expect(world.logged.at(-1)).toMatchObject({
      level: 'warn',
      event: 'flow_taken_over',
      flow: id,
    });
  });
});

describe('an orderly end', () => {
  it('waits for what is under way, and for what that begins', async () => {
    const world = createSmallWorld();
    const flows = world.another();
    await flows.idle();
    const held = Promise.withResolvers<void>();
    world.meanwhile.save = () => held.promise;
    const making = world.make({}, flows);
    await setImmediate();
    let idle = false;
    const ended = flows.idle().then(() => {
      idle = true;
      return idle;
    });
    await setImmediate();
    expect(idle).toBe(false);
    held.resolve();
    await making;
    await ended;
  });

  it('waits for its turn', async () => {
    const world = createSmallWorld();
    const waiting: (() => Promise<unknown>)[] = [];
    const flows = createTokenFlows({
      ...world.ports,
      slackOf: () => world.ports.slack,
      turns: {
        patient: (work) =>
          new Promise((resolve, reject) => {
            waiting.push(() => work().then(resolve, reject));
          }),
      },
    });
    const making = world.make({}, flows);
    await setImmediate();
    expect(world.platform.tokens).toEqual([]);
    await waiting[0]?.();
    expect(world.story(await making)).toEqual(GOOD);
  });
});
