import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncomingCall } from '../../../sandbox/slack/handle/faults.ts';
import type { Submission } from '../../../bot/flow/submission.ts';
import { ROOT } from '../../support/checkout.ts';
import { CRASH_POINTS, type CrashPoint } from '../../support/crash/points.ts';
import { openFlowStore } from '../../support/open-flow-store.ts';
import type { Task } from '../../support/crash/task.ts';
import { BOT_TOKEN, type DeliveryWorld, startDeliveryWorld } from '../../support/delivery-world.ts';
import { refuse, refuseFields } from '../../support/faults.ts';
import { judge, type Verdict } from '../../support/guarantee.ts';

const MINUTE = 60_000;
const AT_ONCE = 2;

let world: DeliveryWorld;
let folder: string;

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
  world = await startDeliveryWorld();
  world.slack.setRateLimits(false);
  spoil(world);
});

afterAll(async () => {
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

interface Ended {
  readonly killed: boolean;
  readonly acked: readonly string[];
}

const runChild = async (task: Task): Promise<Ended> => {
  const child = spawn(process.execPath, [join(ROOT, 'test/support/crash/child.ts')], {
    cwd: ROOT,
    env: {
      ...process.env,
      CRASH_TASK: JSON.stringify(task),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code, signal] = (await exited) as [number | null, NodeJS.Signals | null];
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`The bot ended with ${code}: ${errors}`);
  const acked = [...output.matchAll(/^acked (\S+)$/gm)].map(([, id]) => id ?? '');
  return { killed: signal === 'SIGKILL', acked };
};

/** What follows a crash can only crash once there was one. */
const firstDeath = (point: CrashPoint): CrashPoint =>
  point.endsWith('recovered') ? 'after call ephemeral' : point;

interface Story extends Verdict {
  readonly acked: readonly string[];
  /** How many of its processes died at a point. */
  readonly deaths: number;
}

/** Bots, one after another on one database, until one is not killed and has nothing left to do. */
const live = async (point: CrashPoint): Promise<Story> => {
  const file = join(folder, `${point.replaceAll(' ', '-')}.sqlite`);
  const databaseUrl = `file:${file}`;
  const { slack, platform, key } = world;
  const task = (dies: CrashPoint | null, made: Task['requests']): Task => ({
    databaseUrl,
    slackApiUrl: slack.apiUrl,
    platformOrigin: `http://127.0.0.1:${platform.platform.port}`,
    apiKey: key,
    botToken: BOT_TOKEN,
    now: world.time.now(),
    dies,
    requests: made,
  });
  const first = await runChild(task(firstDeath(point), await requests()));
  let deaths = first.killed ? 1 : 0;
  const armed = !first.killed || firstDeath(point) !== point;
  world.time.advance(2 * MINUTE);
  if ((await runChild(task(armed ? point : null, []))).killed) {
    deaths += 1;
    world.time.advance(2 * MINUTE);
    expect((await runChild(task(null, []))).killed).toBe(false);
  }
  const db = new DatabaseSync(file);
  const ids = db
    .prepare('SELECT id FROM flows')
    .all()
    .map((row) => String(row['id']));
  db.close();
  const store = await openFlowStore(databaseUrl);
  const found = await Promise.all(ids.map((id) => store.find(id)));
  await store.close();
  const flows = found.filter((flow) => flow !== undefined);
  const verdict = await judge({ slack, call: platform.call, key }, flows);
  return { ...verdict, acked: first.acked, deaths };
};

/** Lets so many in at a time. */
const createGate = (places: number) => {
  let free = places;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free === 0) await new Promise<void>((enter) => waiting.push(enter));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

describe('kill -9', () => {
  const gate = createGate(AT_ONCE);
  const total = { requests: 0, acked: 0, accepted: 0, active: 0, announced: 0, revoked: 0 };
  let deaths = 0;

  afterAll(() => {
    console.log(`${CRASH_POINTS.length} crash points, ${deaths} deaths:`, JSON.stringify(total));
    for (const [name, size] of Object.entries(total)) expect(size, name).toBeGreaterThan(0);
  });

  it.concurrent.each(CRASH_POINTS)('%s keeps the guarantee', async (point) => {
    const story = await gate(() => live(point));
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
