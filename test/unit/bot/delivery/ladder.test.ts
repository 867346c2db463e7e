import { describe, expect, it } from 'vitest';
import type { DeliveryEvent } from '../../../../bot/delivery/event.ts';
import { deliver } from '../../../../bot/delivery/ladder.ts';
import { begun } from '../../../../bot/flow/progress.ts';
import type { StoredFlow } from '../../../../bot/flow/stored-flow.ts';
import type { Submission } from '../../../../bot/flow/submission.ts';
import { MINUTE, NOW, tokenSecret } from '../../shared/examples.ts';
import { createSmallWorld, routeFailure, type SmallWorld } from './small-world.ts';

const URL = 'https://hooks.slack.com/commands/1';

const climb = async (
  world: SmallWorld,
  changes: Partial<Submission> = {},
  mine: (event: DeliveryEvent) => boolean = () => true,
) => {
  const tried: DeliveryEvent[] = [];
  const flow: StoredFlow = {
    id: 'F1',
    submission: world.form({
      responseUrl: URL,
      responseUrlIssuedAt: NOW,
      ...changes,
    }),
    progress: begun(NOW),
    lease: null,
    version: 1,
  };
  const event = await deliver(world.ports, flow, tokenSecret(), async (trying) => {
    tried.push(trying);
    return mine(trying);
  });
  return { event, tried, calls: world.calls };
};

const CHANNEL = 'ephemeral C0001 U0001 token F1';
const BY_URL = `respond ${URL} token F1`;
const DM = ['openDm U0001', 'ephemeral D1 U0001 token F1'];

describe('the ladder', () => {
  it('ends at the first rung that holds', async () => {
    const { event, tried, calls } = await climb(createSmallWorld());
    expect(event).toEqual({ kind: 'delivered' });
    expect(calls).toEqual([CHANNEL]);
    expect(tried).toEqual([{ kind: 'trying', route: 'channel', because: null }]);
  });

  it('goes from the channel to the response_url to the DM, each with why', async () => {
    const world = createSmallWorld();
    world.answers.ephemeral = [routeFailure('not_in_channel')];
    world.answers.respond = [{ kind: 'auth', code: 'http_404' }];
    const { event, tried, calls } = await climb(world);
    expect(event).toEqual({ kind: 'delivered' });
    expect(calls).toEqual([CHANNEL, BY_URL, ...DM]);
    expect(tried).toEqual([
      { kind: 'trying', route: 'channel', because: null },
      { kind: 'trying', route: 'response_url', because: 'not_in_channel' },
      { kind: 'trying', route: 'dm', because: 'http_404' },
    ]);
  });

  it('has only the rungs that there are', async () => {
    const { calls } = await climb(createSmallWorld(), { channelId: null, responseUrl: null });
    expect(calls).toEqual(DM);
    const noUrl = createSmallWorld();
    noUrl.answers.ephemeral = [routeFailure()];
    expect((await climb(noUrl, { responseUrl: null })).calls).toEqual([CHANNEL, ...DM]);
    const noChannel = await climb(createSmallWorld(), { channelId: null });
    expect(noChannel.calls).toEqual([BY_URL]);
  });

  it('that leads nowhere says so, with the last reason', async () => {
    const world = createSmallWorld();
    world.answers.ephemeral = [routeFailure(), routeFailure('restricted_action')];
    world.answers.respond = [routeFailure()];
    expect((await climb(world)).event).toEqual({
      kind: 'undeliverable',
      because: 'restricted_action',
    });
  });

  it.each([
    ['channel', { ephemeral: [{ kind: 'unknown', code: 'no_answer' }] }, 1],
    [
      'response_url',
      { ephemeral: [routeFailure()], respond: [{ kind: 'unknown', code: 'no_answer' }] },
      2,
    ],
  ] as const)('ends where nobody knows what became of the message (%s)', async (...row) => {
    const [, { ephemeral, ...rest }, count] = row;
    const world = createSmallWorld();
    world.answers.ephemeral = [...ephemeral];
    if ('respond' in rest) world.answers.respond = [...rest.respond];
    const { event, calls } = await climb(world);
    expect(event).toEqual({ kind: 'delivery_unknown', because: 'no_answer' });
    expect(calls).toHaveLength(count);
  });

  it('takes a DM that does not open for one that refuses, whatever became of it', async () => {
    const world = createSmallWorld();
    world.answers.openDm = [{ kind: 'unknown', code: 'fatal_error' }];
    const { event } = await climb(world, { channelId: null, responseUrl: null });
    expect(event).toEqual({ kind: 'undeliverable', because: 'fatal_error' });
  });

  it.each([
    [29 * MINUTE - 1, [BY_URL]],
    [29 * MINUTE, DM],
  ])('does not use a response_url of %i ms', async (age, expected) => {
    const { calls } = await climb(createSmallWorld(), {
      channelId: null,
      responseUrlIssuedAt: NOW - age,
    });
    expect(calls).toEqual(expected);
  });

  it('says why a response_url was passed over', async () => {
    const { tried } = await climb(createSmallWorld(), {
      channelId: null,
      responseUrlIssuedAt: NOW - 29 * MINUTE,
    });
    expect(tried.at(-1)).toMatchObject({ because: 'response_url_worn_out' });
  });

  it('waits out a short limit, and tries the same rung once more', async () => {
    const world = createSmallWorld();
    const limited = { kind: 'rate_limited', code: 'ratelimited', retryAfterMs: 10_000 } as const;
    world.answers.ephemeral = [limited];
    const { event, tried, calls } = await climb(world);
    expect(event).toEqual({ kind: 'delivered' });
    expect(world.sleeps).toEqual([10_000]);
    expect(calls).toEqual([CHANNEL, CHANNEL]);
    expect(tried).toHaveLength(1);
  });

  it('does not wait a second time', async () => {
    const world = createSmallWorld();
    const limited = { kind: 'rate_limited', code: 'ratelimited', retryAfterMs: 1000 } as const;
    world.answers.ephemeral = [limited, limited];
    expect((await climb(world)).calls).toEqual([CHANNEL, CHANNEL, BY_URL]);
    expect(world.sleeps).toEqual([1000]);
  });

  it('does not wait for long', async () => {
    const world = createSmallWorld();
    world.answers.ephemeral = [{ kind: 'rate_limited', code: 'waiting', retryAfterMs: 10_001 }];
    expect((await climb(world)).calls).toEqual([CHANNEL, BY_URL]);
    expect(world.sleeps).toEqual([]);
  });

  it('waits for a DM that is slow to open', async () => {
    const world = createSmallWorld();
    world.answers.openDm = [{ kind: 'rate_limited', code: 'ratelimited', retryAfterMs: 2000 }];
    const { event } = await climb(world, { channelId: null, responseUrl: null });
    expect(event).toEqual({ kind: 'delivered' });
    expect(world.sleeps).toEqual([2000]);
  });

  it('stops where the flow is another’s, before anything is sent', async () => {
    const { event, calls } = await climb(createSmallWorld(), {}, () => false);
    expect(event).toBeUndefined();
    expect(calls).toEqual([]);
  });
});
