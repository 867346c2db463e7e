import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Petition } from '../../../bot/flow/petition.ts';
import type { CrashBot } from '../../support/crash/crash-bot.ts';
import { type CrashPoint, PETITION_POINTS } from '../../support/crash/points.ts';
import { type CrashBots, type Ended, prepareBots } from '../../support/crash/run-child.ts';
import { surroundingsIn } from '../../support/crash/surroundings.ts';
import { together } from '../../support/crash/together.ts';
import type { PetitionTask } from '../../support/crash/task.ts';
import { LENDERS, type TestDatabase } from '../../support/databases.ts';
import { type DeliveryWorld, startDeliveryWorld } from '../../support/delivery-world.ts';
import { judge } from '../../support/guarantee.ts';
import { freshToken } from '../../support/hand-over.ts';
import { findLeaks, textPlace } from '../../support/leak-search.ts';

const MINUTE = 60_000;

let world: DeliveryWorld;
let folder: string;
let bots: CrashBots;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petition-kill-'));
  bots = await prepareBots(folder);
  world = await startDeliveryWorld();
  const { slack } = world;
  slack.setRateLimits(false);
  // Ada's token arrives, and the answer gets lost; nobody takes one for gus.
  const tokenFor = (name: string) => ({
    method: 'chat.postEphemeral',
    times: Infinity,
    when: ({ args }: { readonly args: Readonly<Record<string, unknown>> }) =>
      args['user'] === slack.person(name).id,
  });
  slack.fault({ ...tokenFor('ada'), status: 500, afterEffect: true });
  slack.fault({ ...tokenFor('gus'), error: 'restricted_action' });
});
afterAll(async () => {
  for (const { close } of LENDERS) await close();
  await world.close();
  await rm(folder, { recursive: true });
});

const STORIES = PETITION_POINTS.flatMap((point) => LENDERS.map((lender) => ({ point, ...lender })));

/** Of which petitions a point is a step: the others would only be more to do. */
const namesAt = (point: CrashPoint): readonly (readonly [string, 'call' | 'hand'])[] => {
  if (/^\w+ (?:call|write) /.test(point) || point.endsWith(' made')) {
    return [
      ['ivo', 'call'],
      ['ada', 'call'],
    ];
  }
  const ivo = ['ivo', 'hand'] as const;
  const ada = ['ada', 'hand'] as const;
  return /token|handed_in|brought|ephemeral/.test(point)
    ? [ivo, ada, ['gus', 'hand']]
    : [ivo, ada, ['ivo', 'call']];
};

/** What is wanted at a point: tokens that a call makes, and those that mia does. */
const petitionsAt = (point: CrashPoint): PetitionTask[] =>
  namesAt(point).map(([person, by]) => ({
    submission: world.submission({ userId: world.slack.person(person).id, userName: person }),
    approver: world.slack.person('mia').id,
    token: by === 'call' ? null : freshToken(),
  }));

const idsIn = async (
  { sql }: TestDatabase,
  table: 'petitions' | 'flows',
): Promise<readonly string[]> => (await sql(`SELECT id FROM ${table}`)).map(({ id }) => String(id));

interface Story {
  readonly first: Ended;
  readonly bot: CrashBot;
  readonly database: TestDatabase;
  /** Those that are on record, each with what was wanted. */
  readonly ended: readonly (readonly [Petition, PetitionTask])[];
}

/** Another bot takes up what one has left that died, and people go on. */
const goOn = async (
  database: TestDatabase,
  all: readonly PetitionTask[],
): Promise<Pick<Story, 'bot' | 'ended'>> => {
  const bot = await bots.open(surroundingsIn(world, database), world.time.now);
  await bot.recover();
  const ids = await idsIn(database, 'petitions');
  const found = await Promise.all(ids.map((id) => bot.petitions.find(id)));
  const known = found.flatMap((petition): (readonly [Petition, PetitionTask])[] => {
    const wanted = all.find(({ submission }) => submission.viewId === petition?.submission.viewId);
    return petition && wanted ? [[petition, wanted]] : [];
  });
  await Promise.all(
    known.map(async ([{ id }, wanted]) => {
      await bot.goOn(id, wanted);
      await bot.petitions.run(id);
    }),
  );
  await bot.recover();
  const ended = await Promise.all(
    known.map(async ([{ id }, wanted]) => {
      const petition = await bot.petitions.find(id);
      if (!petition) throw new Error('A petition is gone.');
      return [petition, wanted] as const;
    }),
  );
  return { bot, ended };
};

/** Of each point: a bot that dies there, another, and people. */
const live = async (group: readonly (typeof STORIES)[number][]): Promise<readonly Story[]> => {
  const begun = await Promise.all(
    group.map(async ({ point, lend }) => ({
      point,
      database: await lend(),
      all: petitionsAt(point),
    })),
  );
  const firsts = await bots.run(
    begun.map(({ point, database, all }) => ({
      ...surroundingsIn(world, database),
      now: world.time.now(),
      dies: point,
      requests: [],
      petitions: all,
    })),
  );
  world.time.advance(2 * MINUTE);
  return Promise.all(
    firsts.map(async (first, index) => {
      const story = begun[index];
      if (!story) throw new Error('There are more ends than bots.');
      const { database, all } = story;
      return { first, database, ...(await goOn(database, all)) };
    }),
  );
};

describe('kill -9 of a bot whose tokens someone approves', () => {
  const storyOf = together(STORIES, live);
  const total = { delivered: 0, failed: 0, making: 0 };

  afterAll(() => {
    console.log(`${STORIES.length} crash points:`, JSON.stringify(total));
    for (const [name, size] of Object.entries(total)) expect(size, name).toBeGreaterThan(0);
  });

  it.concurrent.each(STORIES)(
    '$point leaves each delivered once, or called off with everyone told; and no token behind, on $engine',
    async (row) => {
      const { first, bot, database, ended } = await storyOf(row);
      const { slack, platform, key } = world;
      expect(first.killed).toBe(true);
      const ids = new Set(ended.map(([{ id }]) => id));
      for (const id of first.said('acked')) expect(ids).toContain(id);

      const history = slack.history();
      const said = (id: string, kind: string): readonly string[] =>
        history
          .filter(({ text }) => text.startsWith(`${kind} `) && text.endsWith(` ${id}`))
          .map(({ channel }) => channel);
      const dmOf = (person: string): string => slack.asPerson(person).directMessage();

      const flowIds = await idsIn(database, 'flows');
      const accepted = slack.accepted.filter(({ text }) =>
        [...ids, ...flowIds].some((id) => text === `token ${id}`),
      );
      const flows = await Promise.all(flowIds.map((id) => bot.store.flows.find(id)));
      const verdict = await judge(
        { slack, call: platform.call, key },
        flows.filter((flow) => flow !== undefined),
      );
      expect(verdict.broken).toEqual([]);

      for (const [petition, { submission, token }] of ended) {
        const { id, state } = petition;
        const about = `${submission.userName} ${token === null ? 'by call' : 'by hand'} ${state}`;
        total[state as keyof typeof total] += 1;
        // What each was told is what became of it.
        const copies = await bot.store.copies.ofPetition(id);
        for (const kind of ['asker', 'approver'] as const) {
          const place = copies.find((copy) => copy.kind === kind)?.place;
          const message = history.find(
            ({ channel, ts }) => channel === place?.channel && ts === place.ts,
          );
          expect(message?.text, about).toBe(`${kind} ${state} ${id}`);
        }
        expect(
          copies.filter(({ dueAt }) => dueAt !== null),
          about,
        ).toEqual([]);
        const shown = accepted.filter(({ text }) => text === `token ${id}`).length;
        if (token === null) {
          const saved = flows.filter(
            (flow) =>
              flow?.submission.viewId === submission.viewId && flow.progress.state === 'saved',
          );
          expect(['delivered', 'failed'], about).toContain(state);
          expect(saved.length, about).toBe(state === 'delivered' ? 1 : 0);
          if (submission.userName === 'ada') expect(state).toBe('failed');
          continue;
        }
        expect(shown, about).toBeLessThanOrEqual(1);
        if (first.said('delivered').includes(id)) expect(state, about).toBe('delivered');
        if (state === 'delivered') {
          expect(submission.userName).toBe('ivo');
          expect(shown, about).toBe(1);
          expect(said(id, 'mishap making'), about).toEqual([]);
          expect(said(id, 'doubt making'), about).toEqual([]);
        } else {
          expect(state, about).toBe('making');
          expect(said(id, 'mishap making'), about).toContain(dmOf('mia'));
          if (shown > 0)
            expect(said(id, 'doubt making'), about).toContain(dmOf(submission.userName));
        }
      }

      await bot.close();
      const tokens = [
        ...ended.flatMap(([, { token }]) => token ?? []),
        ...accepted.flatMap(({ preformatted }) => preformatted),
      ];
      const places = [
        ...(await database.places()),
        textPlace('output', first.output),
        textPlace('history', JSON.stringify(history.slice(-200))),
      ];
      for (const token of new Set(tokens)) expect(findLeaks(token, places)).toEqual([]);
      await row.giveBack(database);
    },
  );
});
