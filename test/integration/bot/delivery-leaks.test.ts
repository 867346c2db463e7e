import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { createStage, type Stage } from '../../support/delivery-stage.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../support/delivery-world.ts';
import { refuse } from '../../support/faults.ts';
import { openFlowStore } from '../../support/open-flow-store.ts';
import { findLeaks, type Place, textPlace } from '../../support/leak-search.ts';

const CANARY = 'Q0FOQVJZLWNhbmFyeS1DQU5BUlktY2FuYXJ5LTEyMzQ=';

/** Where a database has what was written last: a file in its log, PostgreSQL in its table. */
const NEWEST: unknown = expect.stringMatching(/(?:bot\.sqlite-wal|^flows)$/);

describe.each(ENGINES)('what delivery leaves behind on $engine', ({ fresh }) => {
  let database: TestDatabase;
  let world: DeliveryWorld;
  let stage: Stage;

  beforeAll(async () => {
    database = await fresh();
    world = await startDeliveryWorld();
    world.slack.setRateLimits(false);
    stage = createStage(world, await openFlowStore(database.url));
  });
  afterAll(async () => {
    await stage.store.close();
    await world.close();
    await database.close();
  });

  const tokens = (): string[] => world.slack.accepted.flatMap(({ preformatted }) => preformatted);

  /** Its database, a file's with the write-ahead log, what it logged, what Slack keeps. */
  const places = async (): Promise<Place[]> => [
    ...(await database.places()),
    textPlace('log', world.logged.join('\n')),
    textPlace('history', JSON.stringify(world.slack.history())),
  ];

  it('holds no token, whichever way it went', async () => {
    const { slack, faults, time } = world;
    const ephemeral = 'chat.postEphemeral';
    await stage.make();
    const byUrl = {
      channelId: slack.channel('kitchen').id,
      responseUrl: await world.responseUrl('kitchen'),
    };
    await stage.make({ ...byUrl, responseUrlIssuedAt: time.now() });
    await stage.make({ channelId: null });
    for (const fault of [
      { status: 500 },
      { cut: 'reset' as const },
      { body: '<p>', status: 200 },
    ]) {
      slack.fault({ method: ephemeral, afterEffect: true, ...fault });
      await stage.make();
    }
    for (const error of ['invalid_blocks', 'invalid_auth', 'restricted_action']) {
      slack.fault({ method: ephemeral, error, times: 2 });
      await stage.make();
    }
    faults.on('POST', /\/save$/, refuse(409));
    await stage.make();
    expect(tokens().length).toBe(7);

    const left = await places();
    expect(left).toContainEqual(expect.objectContaining({ name: NEWEST }));
    for (const token of tokens()) expect(findLeaks(token, left)).toEqual([]);
  });

  it('would show one that was planted', async () => {
    const { request } = world.submission();
    await stage.make({ request: { ...request, name: `A ${CANARY}` } });
    world.log.info('flow', { flow: CANARY });
    const message = { text: CANARY, blocks: [] };
    await world.routes.post(world.slack.channel('general').id, message);
    const found = findLeaks(CANARY, await places()).map(({ place }) => place);
    for (const where of ['log', 'history', NEWEST]) expect(found).toContainEqual(where);
  });
});
