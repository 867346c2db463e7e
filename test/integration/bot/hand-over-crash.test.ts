import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SlackMessage } from '../../../bot/messages/facts.ts';
import type { Petition } from '../../../bot/flow/petition.ts';
import { createPetitions, type Petitions } from '../../../bot/petitions/petitions.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { err, ok } from '../../../shared/result.ts';
import { secret } from '../../../shared/secret.ts';
import { submission } from '../../support/bot-submission.ts';
import { freshToken } from '../../support/hand-over.ts';
import { findLeaks, readPlaces } from '../../support/leak-search.ts';

const MINUTE = 60_000;
const NEVER = new Promise<never>(() => undefined);
const APPROVAL = {
  by: { users: ['U0BOSS'], groups: [] },
  channel: null,
  mayApproveTheirOwn: [],
  lapsesAfterDays: 3,
};

/** A place at which a process dies: what it was at never comes to its end. */
const STEPS = ['write handed_in', 'ephemeral', 'write brought', 'update', 'post'] as const;
type Step = (typeof STEPS)[number];
type Point = `${'before' | 'after'} ${Step}`;
const POINTS = STEPS.flatMap((step): Point[] => [`before ${step}`, `after ${step}`]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hand-over-crash-'));
});
afterAll(async () => rm(folder, { recursive: true }));

interface Said {
  readonly to: string;
  text: string;
}

const createSlack = () => {
  const posted: Said[] = [];
  const shown: string[] = [];
  return { posted, shown };
};

interface Run {
  readonly petitions: Petitions;
  readonly died: Promise<void>;
}

const start = (
  store: Store,
  { posted, shown }: ReturnType<typeof createSlack>,
  now: () => number,
  dies: Point | null,
): Run => {
  const death = Promise.withResolvers<void>();
  let dead = false;
  const around = async <T>(step: Step, work: () => Promise<T>): Promise<T> => {
    const reach = (point: Point): void => {
      if (point !== dies) return;
      dead = true;
      death.resolve();
    };
    reach(`before ${step}`);
    if (dead) return NEVER;
    const result = await work();
    reach(`after ${step}`);
    return dead ? NEVER : result;
  };
  const silent = (): void => undefined;
  const petitions = createPetitions({
    store: {
      ...store.petitions,
      write: (seen, next, change) =>
        around(`write ${change.note.event}` as Step, () =>
          store.petitions.write(seen, next, change),
        ),
    },
    copies: store.copies,
    slack: {
      openDm: async (user) => ok(`D${user}`),
      ephemeral: async (_, __, { text }) =>
        around('ephemeral', async () => {
          shown.push(text);
          return ok(undefined);
        }),
      respond: async () => ok(undefined),
      post: async (to, { text }: SlackMessage) =>
        around('post', async () => {
          posted.push({ to, text });
          return ok({ channel: to, ts: `${posted.length}.0` });
        }),
      update: async ({ ts }, { text }) =>
        around('update', async () => {
          const message = posted[Number.parseInt(ts, 10) - 1];
          if (message) message.text = text;
          return message
            ? ok(undefined)
            : err({ kind: 'route', code: 'message_not_found' } as const);
        }),
    },
    words: (kind, { petition }) => ({ text: `${kind} ${petition.state}`, blocks: [] }),
    tokenMessage: (_, token) => ({ text: token.reveal(), blocks: [] }),
    presence: async () => 'active',
    workspace: 'Harbour Works',
    people: async (id) => ok({ id, kind: 'member', name: id, language: 'en' }),
    membersOf: async () => ok(new Map()),
    clock: { now, sleep: async () => undefined },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    leaseMs: MINUTE,
    flows: { carryOn: async () => undefined },
  });
  return { petitions, died: death.promise };
};

describe('a process that dies with a token that was handed in', () => {
  it.each(POINTS)(
    '%s leaves it delivered once and said so, or its maker told to cancel it; and nowhere on disk',
    async (point) => {
      const file = join(folder, `${point.replaceAll(' ', '-')}.sqlite`);
      const store = await openStore(`file:${file}`);
      const slack = createSlack();
      let time = Date.parse('2026-03-10T09:00:00Z');
      const now = (): number => time;
      const token = freshToken();

      const calm = start(store, slack, now, null).petitions;
      const put = await calm.submit(
        submission(),
        [APPROVAL],
        'rules[0]',
        'https://alm.example.com',
      );
      if (!put.ok) throw new Error(put.error);
      const { id } = put.value;
      const current = async (): Promise<Petition> => {
        const petition = await calm.find(id);
        if (!petition) throw new Error('There is no petition.');
        return petition;
      };
      await calm.run(id);
      await calm.answer(
        await current(),
        { kind: 'approved', by: 'U0BOSS', page: 'https://alm.example.com' },
        'U0BOSS',
      );
      await calm.run(id);

      /** What stood in the modal of the one who handed it in; undefined where Slack heard nothing. */
      let acked: boolean | undefined;
      let saidDelivered = false;
      const first = start(store, slack, now, point);
      const story = async (): Promise<void> => {
        const handed = await first.petitions.handOver.handIn(
          await current(),
          'U0BOSS',
          secret(token),
        );
        acked = handed.kind === 'taken';
        if (handed.kind !== 'taken') return;
        saidDelivered =
          (await first.petitions.handOver.bring(handed.petition, secret(token))) !== undefined;
        await first.petitions.run(id);
      };
      await Promise.race([story(), first.died]);

      // Another process takes up what this one has left, once its lease has run out.
      const second = start(store, slack, now, null).petitions;
      for (let round = 0; round < 4; round += 1) {
        time += 2 * MINUTE;
        await second.sweep();
      }
      const { state } = await current();
      const told = (kind: string): readonly string[] =>
        slack.posted.filter(({ text }) => text.startsWith(`${kind} `)).map(({ to }) => to);
      expect(slack.shown.length).toBeLessThanOrEqual(1);
      if (state === 'delivered') {
        expect(slack.shown).toEqual([token]);
        expect(told('mishap')).toEqual([]);
        expect(told('doubt')).toEqual([]);
        // Its maker's message says so, whatever became of the modal.
        expect(slack.posted).toContainEqual({ to: 'DU0BOSS', text: 'approver delivered' });
      } else {
        expect(state).toBe('making');
        expect(saidDelivered).toBe(false);
        // Where it is not on record, Slack has had no ack: its maker sees that nothing was taken.
        const onRecord = point !== 'before write handed_in';
        expect(told('mishap')).toEqual(onRecord ? ['DU0BOSS'] : []);
        expect(told('doubt')).toEqual(onRecord ? ['DU0001'] : []);
        if (!onRecord) expect(acked).toBeUndefined();
        const again = await second.handOver.handIn(await current(), 'U0BOSS', secret(token));
        expect(again.kind).toBe(onRecord ? 'used' : 'taken');
      }
      await store.flows.close();
      const places = await readPlaces(folder);
      expect(places.length).toBeGreaterThan(0);
      expect(findLeaks(token, places)).toEqual([]);
      expect((await readFile(file)).includes(Buffer.from(token))).toBe(false);
    },
  );
});
