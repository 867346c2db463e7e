import { describe, expect, it } from 'vitest';
import type { CopyKind } from '../../../bot/flow/copy.ts';
import type { SlackMessage } from '../../../bot/messages/facts.ts';
import { createPetitions, type Petitions } from '../../../bot/petitions/petitions.ts';
import type { PetitionPorts } from '../../../bot/petitions/ports.ts';
import type { Store } from '../../../bot/store/open-store.ts';
import { err, ok } from '../../../shared/result.ts';
import { approvalBy } from '../../support/approval-by.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES } from '../../support/databases.ts';
import { createDying, type Point, pointsOf } from '../../support/dying.ts';
import { inStore } from '../../support/in-store.ts';
import { inOneWorkspace, quietPorts } from '../../support/petition-ports.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const APPROVAL = approvalBy('U0BOSS', 'U0BEN');

/** Where a process can die. */
const STEPS = [
  'submit',
  'write addressed',
  'write reminded',
  'write approved',
  'write withdrawn',
  'write lapsed',
  'write made',
  'take',
  'drawn',
  'post',
  'update',
  'make',
] as const;
type Step = (typeof STEPS)[number];
const POINTS = pointsOf(STEPS);

/** A workspace as far as petitions see it: what stands where, by message. */
const createSlack = () => {
  const posted: { readonly channel: string; text: string }[] = [];
  return {
    posted,
    openDm: async (user: string) => ok(`D${user}`),
    post: async (channel: string, { text }: SlackMessage) => {
      posted.push({ channel, text });
      return ok({ channel, ts: `${posted.length}.0` });
    },
    update: async ({ ts }: { readonly ts: string }, { text }: SlackMessage) => {
      const message = posted[Number.parseInt(ts, 10) - 1];
      if (message) message.text = text;
      return message ? ok(undefined) : err({ kind: 'route', code: 'message_not_found' } as const);
    },
  };
};

interface Run {
  readonly petitions: Petitions;
  /** Resolves when the process has died. */
  readonly died: Promise<void>;
}

const start = (
  store: Store,
  slack: ReturnType<typeof createSlack>,
  now: () => number,
  dies: Point<Step> | null,
): Run => {
  const { died, around } = createDying(dies);
  const ports: PetitionPorts = {
    ...quietPorts(now),
    store: {
      ...store.petitions,
      submit: (...args) => around('submit', () => store.petitions.submit(...args)),
      write: (seen, next, change) =>
        around(`write ${change.note.event}` as Step, () =>
          store.petitions.write(seen, next, change),
        ),
    },
    copies: {
      ...store.copies,
      take: (...args) => around('take', () => store.copies.take(...args)),
      drawn: (...args) => around('drawn', () => store.copies.drawn(...args)),
    },
    slack: {
      openDm: slack.openDm,
      ephemeral: async () => ok(undefined),
      post: (...args) => around('post', () => slack.post(...args)),
      update: (...args) => around('update', () => slack.update(...args)),
    },
    words: (kind: CopyKind, { petition }) => ({
      text: `${petition.id} ${kind} ${petition.state}`,
      blocks: [],
    }),
  };
  const carryOn: Parameters<typeof createPetitions>[0]['flows']['carryOn'] = (flow) =>
    around('make', async () => {
      const progress = { ...flow.progress, state: 'saved', stepAt: null } as const;
      const note = { who: 'bot', event: 'saved', detail: null };
      await store.flows.write(flow, { progress, lease: null, at: now(), note });
    });
  return {
    petitions: createPetitions({ ...inOneWorkspace(ports), flows: { carryOn } }),
    died,
  };
};

/** What the flows' own sweep does with one whose worker is gone before anyone saw a token. */
const sweepFlows = async ({ flows }: Store, now: number): Promise<void> => {
  for (const flow of await flows.due(now, 100)) {
    const progress = { ...flow.progress, state: 'discarded', stepAt: null } as const;
    const note = { who: 'bot', event: 'recovered', detail: null };
    await flows.write(flow, { progress, lease: null, at: now, note });
  }
};

/** Of these, three ways of a request: one is approved, one is withdrawn, one is forgotten. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  approved: ['delivered', 'failed', 'lapsed'],
  withdrawn: ['withdrawn', 'lapsed'],
  forgotten: ['lapsed'],
};

describe.each(ENGINES)('a process that dies on $engine', ({ fresh }) => {
  let store: Store;
  inStore(fresh, (opened) => (store = opened));

  it.each(POINTS)('%s leaves each petition with one outcome, told to everyone', async (point) => {
    const slack = createSlack();
    let time = Date.parse('2026-03-10T09:00:00Z');
    const now = (): number => time;
    const ids = new Map<string, string>();

    const story = async ({ petitions }: Run): Promise<void> => {
      for (const way of Object.keys(ENDS)) {
        const put = await petitions.submit(
          submission({ viewId: `V${way}`, request: { ...submission().request, name: way } }),
          [APPROVAL],
          'rules[0]',
          null,
        );
        if (put.ok) ids.set(way, put.value.id);
        if (put.ok) await petitions.run(put.value.id);
      }
      for (const [way, kind] of [
        ['approved', 'approved'],
        ['withdrawn', 'withdrawn'],
      ] as const) {
        const seen = await petitions.find(ids.get(way) ?? '');
        if (!seen) continue;
        const answer = kind === 'approved' ? { kind, by: 'U0BOSS', page: null } : { kind };
        await petitions.answer(seen, answer, 'U0BOSS');
        await petitions.run(seen.id);
      }
      for (let hours = 0; hours < 4 * 24; hours += 12) {
        time += 12 * 60 * MINUTE;
        await petitions.sweep();
      }
    };

    const first = start(store, slack, now, point);
    await Promise.race([story(first), first.died]);
    // Another process takes up what this one has left, once its leases have run out.
    const second = start(store, slack, now, null);
    const first2nd = time;
    for (let days = 0; days < 5; days += 1) {
      time = first2nd + days * DAY + 2 * MINUTE;
      await sweepFlows(store, time);
      await second.petitions.sweep();
      time += 20 * MINUTE;
      await second.petitions.sweep();
    }

    for (const [way, id] of ids) {
      const petition = await store.petitions.find(id);
      expect(ENDS[way], way).toContain(petition?.state);
      const told = slack.posted.filter(({ text }) => text.startsWith(id));
      const known = (await store.copies.ofPetition(id)).filter(({ place }) => place !== null);
      expect(known.length, way).toBeGreaterThan(0);
      for (const { place } of known) {
        const { text } = slack.posted[Number.parseInt(place?.ts ?? '', 10) - 1] ?? { text: '' };
        expect(text.endsWith(` ${petition?.state}`), text).toBe(true);
      }
      for (const kind of ['reminder', 'notice']) {
        const rung = told
          .filter(({ text }) => text.includes(` ${kind} `))
          .map(({ channel }) => channel);
        expect(new Set(rung).size, `${way} ${kind}`).toBe(rung.length);
      }
      expect(told.some(({ channel }) => channel === 'DU0001')).toBe(true);
      expect(told.some(({ channel }) => channel === 'DU0BOSS')).toBe(true);
    }
  });
});
