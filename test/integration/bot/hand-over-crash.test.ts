import { describe, expect, it } from 'vitest';
import type { SlackMessage } from '../../../bot/messages/facts.ts';
import type { Petition } from '../../../bot/flow/petition.ts';
import { createPetitions, type Petitions } from '../../../bot/petitions/petitions.ts';
import type { Store } from '../../../bot/store/open-store.ts';
import { err, ok } from '../../../shared/result.ts';
import { secret } from '../../../shared/secret.ts';
import { approvalBy } from '../../support/approval-by.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { createDying, type Point, pointsOf } from '../../support/dying.ts';
import { freshToken } from '../../support/hand-over.ts';
import { findLeaks } from '../../support/leak-search.ts';
import { inStore } from '../../support/in-store.ts';
import { inOneWorkspace, quietPorts } from '../../support/petition-ports.ts';

const MINUTE = 60_000;
const APPROVAL = approvalBy('U0BOSS');

/** Where a process can die. */
const STEPS = ['write handed_in', 'ephemeral', 'write brought', 'update', 'post'] as const;
type Step = (typeof STEPS)[number];
const POINTS = pointsOf(STEPS);

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
  dies: Point<Step> | null,
): Run => {
  const { died, around } = createDying(dies);
  const petitions = createPetitions(
    inOneWorkspace({
      ...quietPorts(now),
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
      flows: { carryOn: async () => undefined },
    }),
  );
  return { petitions, died };
};

describe.each(ENGINES)(
  'a process that dies with a token that was handed in, on $engine',
  ({ fresh }) => {
    let database: TestDatabase;
    let store: Store;
    inStore(fresh, (opened, its) => ([store, database] = [opened, its]));

    it.each(POINTS)(
      '%s leaves it delivered once and said so, or its maker told to cancel it; and nowhere on disk',
      async (point) => {
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
          const { handOver } = first.petitions;
          const fingerprint = handOver.fingerprint(secret(token));
          const handed = await handOver.handIn(await current(), 'U0BOSS', fingerprint);
          acked = handed.kind === 'taken';
          if (handed.kind !== 'taken') return;
          saidDelivered = (await handOver.bring(handed.petition, secret(token))) !== undefined;
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
          const fingerprint = second.handOver.fingerprint(secret(token));
          const again = await second.handOver.handIn(await current(), 'U0BOSS', fingerprint);
          expect(again.kind).toBe(onRecord ? 'used' : 'taken');
        }
        const places = await database.places();
        expect(places.length).toBeGreaterThan(0);
        expect(findLeaks(token, places)).toEqual([]);
        expect(places.some(({ bytes }) => bytes.includes(token))).toBe(false);
      },
    );
  },
);
