import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncomingCall } from '../../../sandbox/slack/handle/faults.ts';
import type { Submission } from '../../../bot/flow/submission.ts';
import { CRASH_POINTS, type CrashPoint } from '../../support/crash/points.ts';
import { type CrashBots, prepareBots } from '../../support/crash/run-child.ts';
import { surroundingsIn } from '../../support/crash/surroundings.ts';
import { together } from '../../support/crash/together.ts';
import { LENDERS, type TestDatabase } from '../../support/databases.ts';
import type { Task } from '../../support/crash/task.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../support/delivery-world.ts';
import { refuse, refuseFields } from '../../support/faults.ts';
import { judge, type Verdict } from '../../support/guarantee.ts';

const MINUTE = 60_000;

let world: DeliveryWorld;
let folder: string;
let bots: CrashBots;

/** True once for each text. */
const firstTime = (): ((text: string) => boolean) => {
  const seen = new Set<string>();
  return (text) => !seen.has(text) && seen.add(text).has(text);
};

/** Days are bad for some: for those with certain names at the platform, for some people at Slack. */
const spoil = ({ slack, faults }: DeliveryWorld): void => {
  const isToken = ({ args }: IncomingCall, to: string): boolean =>
    args['user'] === slack.person(to).id && String(args['text']).startsWith('token ');
  const always = { method: 'chat.postEphemeral', times: Infinity };
  // Ada's message arrives, and the answer gets lost; nobody takes one for gus.
  slack.fault({ ...always, status: 500, afterEffect: true, when: (call) => isToken(call, 'ada') });
  slack.fault({ ...always, error: 'restricted_action', when: (call) => isToken(call, 'gus') });
  // Mia's receipt comes at the second attempt.
  const dm = slack.asPerson('mia').directMessage();
  const isNew = firstTime();
  slack.fault({
    method: 'chat.postMessage',
    times: Infinity,
    status: 500,
    when: ({ args }) => args['channel'] === dm && isNew(String(args['text'])),
  });

  const busy = new Set<string>();
  faults.on('POST', /\/api_tokens$/, async (request, next) => {
    const body = await request.clone().text();
    if (body.includes('"Refused')) {
      return refuseFields({ field: 'name', code: 'unknown' })(request, next);
    }
    const answer = await next();
    const { id } = z.object({ id: z.string() }).parse(await answer.clone().json());
    if (body.includes('"Busy')) busy.add(id);
    return answer;
  });
  faults.on('POST', /\/save$/, (request, next) => {
    const id = request.url.split('/').at(-2) ?? '';
    return busy.delete(id) ? refuse(503)(request, next) : next();
  });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bot-crash-'));
  bots = await prepareBots(folder);
  world = await startDeliveryWorld();
  world.slack.setRateLimits(false);
  spoil(world);
});

afterAll(async () => {
  for (const { close } of LENDERS) await close();
  await world.close();
  await rm(folder, { recursive: true });
});

const requests = async (): Promise<Task['requests']> => {
  const { slack, time } = world;
  const submission = (person: string, changes: Partial<Submission> = {}, day = 'Good') => {
    const base = world.submission({
      userId: slack.person(person).id,
      userName: person,
      ...changes,
    });
    return { ...base, request: { ...base.request, name: `${day} ${base.request.name}` } };
  };
  const byUrl = {
    channelId: slack.channel('kitchen').id,
    responseUrl: await world.responseUrl('kitchen', 'mia'),
    responseUrlIssuedAt: time.now(),
  };
  return [
    { submission: submission('ivo'), revokes: true },
    { submission: submission('ivo', {}, 'Busy'), revokes: false },
    { submission: submission('ivo', {}, 'Refused'), revokes: false },
    { submission: submission('mia', byUrl), revokes: false },
    { submission: submission('ada'), revokes: false },
    { submission: submission('gus'), revokes: false },
  ];
};

/** What follows a crash can only crash once there was one. */
const firstDeath = (point: CrashPoint): CrashPoint =>
  point.endsWith('recovered') ? 'after call ephemeral' : point;

interface Story extends Verdict {
  readonly acked: readonly string[];
  /** How many of its processes died at a point. */
  readonly deaths: number;
}

const STORIES = CRASH_POINTS.flatMap((point) => LENDERS.map((lender) => ({ point, ...lender })));

/** Has a last bot, which is not killed and has nothing left to do, take up all; then judges. */
const recover = async (database: TestDatabase): Promise<Verdict> => {
  const { slack, platform, key } = world;
  const last = await bots.open(surroundingsIn(world, database), world.time.now);
  await last.recover();
  const ids = await database.sql('SELECT id FROM flows');
  const found = await Promise.all(ids.map(({ id }) => last.store.flows.find(String(id))));
  await last.close();
  const flows = found.filter((flow) => flow !== undefined);
  return judge({ slack, call: platform.call, key }, flows);
};

/** Of each point: bots, one after another on one database. */
const live = async (group: readonly (typeof STORIES)[number][]): Promise<readonly Story[]> => {
  const stories = await Promise.all(
    group.map(async (each) => ({ ...each, database: await each.lend(), deaths: 0 })),
  );
  const run = async (
    those: typeof stories,
    diesAt: (point: CrashPoint) => CrashPoint,
    made: () => Promise<Task['requests']>,
  ) => {
    const tasks = those.map(async ({ point, database }) => ({
      ...surroundingsIn(world, database),
      now: world.time.now(),
      dies: diesAt(point),
      requests: await made(),
      petitions: [],
    }));
    const ended = await bots.run(await Promise.all(tasks));
    ended.forEach(({ killed }, index) => {
      const story = those[index];
      if (story && killed) story.deaths += 1;
    });
    world.time.advance(2 * MINUTE);
    return ended;
  };
  const first = await run(stories, firstDeath, requests);
  const more = stories.filter(({ point, deaths }) => deaths === 0 || firstDeath(point) !== point);
  if (more.length > 0) {
    await run(
      more,
      (point) => point,
      async () => [],
    );
  }
  return Promise.all(
    stories.map(async ({ database, deaths, giveBack }, index) => {
      const verdict = await recover(database);
      await giveBack(database);
      return { ...verdict, acked: first[index]?.said('acked') ?? [], deaths };
    }),
  );
};

describe('kill -9', () => {
  const storyOf = together(STORIES, live);
  const total = { requests: 0, acked: 0, accepted: 0, active: 0, announced: 0, revoked: 0 };
  let deaths = 0;

  afterAll(() => {
    console.log(`${STORIES.length} crash points, ${deaths} deaths:`, JSON.stringify(total));
    for (const [name, size] of Object.entries(total)) expect(size, name).toBeGreaterThan(0);
  });

  it.concurrent.each(STORIES)('$point keeps the guarantee on $engine', async (row) => {
    const story = await storyOf(row);
    expect(story.deaths).toBeGreaterThan(0);
    expect(story.broken).toEqual([]);
    for (const id of story.acked) expect(story.requests).toContain(id);
    deaths += story.deaths;
    total.acked += story.acked.length;
    for (const name of ['requests', 'accepted', 'active', 'announced', 'revoked'] as const) {
      total[name] += story[name].size;
    }
  });
});
