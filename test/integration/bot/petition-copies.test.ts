import { beforeEach, describe, expect, it } from 'vitest';
import type { SlackMessage } from '../../../bot/messages/facts.ts';
import { createPetitions, type Petitions } from '../../../bot/petitions/petitions.ts';
import type { Failure } from '../../../bot/slack/outcome.ts';
import type { Store } from '../../../bot/store/open-store.ts';
import type { Approval } from '../../../shared/policy/approval.ts';
import { err, ok } from '../../../shared/result.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES } from '../../support/databases.ts';
import { inStore } from '../../support/in-store.ts';
import { inOneWorkspace, quietPorts } from '../../support/petition-ports.ts';

const MINUTE = 60_000;

const approval = (changes: Partial<Approval> = {}): Approval => ({
  by: { users: ['U0BOSS'], groups: ['S0ADMINS'] },
  channel: null,
  mayApproveTheirOwn: [],
  lapsesAfterDays: 3,
  ...changes,
});

let store: Store;
let time: number;
/** What stands where, by its place. */
let standing: Map<string, string>;
/** What the next calls answer, by the conversation. */
let refusals: Map<string, Failure>;
let members: ReadonlyMap<string, readonly string[]> | undefined;
/** What becomes of the next writing that approvers are asked in person. */
let inPerson: 'written' | 'failed' | 'late';
let petitions: Petitions;

describe.each(ENGINES)('on $engine', ({ fresh }) => {
  inStore(fresh, (opened) => (store = opened));

  beforeEach(() => {
    time = Date.parse('2026-03-10T09:00:00Z');
    standing = new Map();
    refusals = new Map();
    inPerson = 'written';
    members = new Map([['S0ADMINS', ['U0BEN', 'U0LEFT', 'U0GUEST', 'U0001']]]);
    const kinds: Readonly<Record<string, 'gone' | 'guest'>> = { U0LEFT: 'gone', U0GUEST: 'guest' };
    petitions = createPetitions(
      inOneWorkspace({
        ...quietPorts(() => time),
        store: {
          ...store.petitions,
          write: async (seen, next, change) => {
            const outcome = change.note.event === 'asked_in_person' ? inPerson : 'written';
            if (outcome === 'failed') throw new Error('The database is away.');
            return outcome === 'late' ? undefined : store.petitions.write(seen, next, change);
          },
        },
        copies: store.copies,
        slack: {
          openDm: async (user) => ok(`D${user}`),
          ephemeral: async () => ok(undefined),
          post: async (channel: string, { text }: SlackMessage) => {
            const refused = refusals.get(channel);
            if (refused) return err(refused);
            const ts = `${standing.size}.0`;
            standing.set(`${channel} ${ts}`, text);
            return ok({ channel, ts });
          },
          update: async ({ channel, ts }, { text }) => {
            const refused = refusals.get(channel);
            if (refused) return err(refused);
            standing.set(`${channel} ${ts}`, text);
            return ok(undefined);
          },
        },
        words: (kind, { petition, asked }) => ({
          text: `${kind} ${petition.state}: ${asked.join(' ')}`,
          blocks: [],
        }),
        people: async (id) => ok({ id, kind: kinds[id] ?? 'member', name: id, language: 'de' }),
        membersOf: async () =>
          members ? ok(members) : err({ kind: 'unknown', code: 'no_answer' }),
        flows: { carryOn: async () => undefined },
      }),
    );
  });

  const ask = async (...approvals: Approval[]): Promise<string> => {
    const put = await petitions.submit(submission(), approvals, 'rules[0]', null);
    if (!put.ok) throw new Error(put.error);
    await petitions.run(put.value.id);
    return put.value.id;
  };

  const told = (): readonly string[] =>
    [...standing].map(([place, text]) => `${place.split(' ')[0]} ${text}`).toSorted();

  describe('a workspace that the app has left', () => {
    it('waits for nothing any more, hears of nothing, and the others go on', async () => {
      const id = await ask(approval());
      const put = await petitions.submit(
        submission({ teamId: 'T0002' }),
        [approval()],
        'rules[0]',
        null,
      );
      const other = put.ok ? put.value.id : '';
      const before = told();
      for (const channel of ['DU0001', 'DU0BEN', 'DU0BOSS']) {
        refusals.set(channel, { kind: 'auth', code: 'not_installed' });
      }
      await petitions.leave(await store.openPetitions('T0001'));
      expect(await petitions.find(id)).toMatchObject({ state: 'void', because: 'removed' });
      expect(await petitions.find(other)).toMatchObject({ state: 'waiting' });
      await petitions.sweep();
      expect(told()).toEqual(before);
      // Not tried again, whenever that would be.
      refusals.clear();
      time += 60 * MINUTE;
      await petitions.run(id);
      expect(told()).toEqual(before);
    });
  });

  describe('a petition is put', () => {
    it('to each who may approve, and to nobody who has left, is a guest, or asked', async () => {
      await ask(approval());
      expect(told()).toEqual([
        'DU0001 asker waiting: U0BEN U0BOSS',
        'DU0BEN approver waiting: U0BEN U0BOSS',
        'DU0BOSS approver waiting: U0BEN U0BOSS',
      ]);
    });

    it('to the channel that the policy names, and to nobody besides', async () => {
      await ask(approval({ channel: 'C0ADMINS' }));
      expect(told()).toEqual([
        'C0ADMINS channel waiting: C0ADMINS',
        'DU0001 asker waiting: C0ADMINS',
      ]);
    });

    it('to each, where the channel takes no message, which the one who asked reads', async () => {
      refusals.set('C0ADMINS', { kind: 'route', code: 'not_in_channel' });
      await ask(approval({ channel: 'C0ADMINS' }));
      await petitions.sweep();
      expect(told().filter((each) => each.startsWith('DU0B'))).toHaveLength(2);
      expect(told().find((each) => each.startsWith('DU0001'))).toContain('U0BEN U0BOSS');
    });

    describe('to each, where the channel takes no message, though not at once', () => {
      const inPersonTo = () => told().filter((each) => each.startsWith('DU0B'));

      it('since Slack does not say at that moment who they are', async () => {
        const busy = { kind: 'rate_limited', code: 'ratelimited', retryAfterMs: 30_000 } as const;
        refusals.set('C0ADMINS', busy);
        await ask(approval({ channel: 'C0ADMINS' }));
        const known = members;
        members = undefined;
        refusals.set('C0ADMINS', { kind: 'route', code: 'is_archived' });
        time += MINUTE;
        await petitions.sweep();
        expect(inPersonTo()).toEqual([]);
        members = known;
        time += MINUTE;
        await petitions.sweep();
        expect(inPersonTo()).toHaveLength(2);
      });

      it.each(['failed', 'late'] as const)('since the writing of it %s', async (outcome) => {
        inPerson = outcome;
        refusals.set('C0ADMINS', { kind: 'route', code: 'is_archived' });
        await ask(approval({ channel: 'C0ADMINS' }));
        expect(inPersonTo()).toEqual([]);
        inPerson = 'written';
        // Past the lease of whoever died at it, too.
        time += 2 * MINUTE;
        await petitions.sweep();
        expect(inPersonTo()).toHaveLength(2);
        expect(told().find((each) => each.startsWith('DU0001'))).toContain('U0BEN U0BOSS');
        // And then the channel is let go of.
        refusals.clear();
        time += 60 * MINUTE;
        await petitions.sweep();
        expect(told().filter((each) => each.startsWith('C0ADMINS'))).toEqual([]);
      });
    });

    it('to the channel later, where Slack is busy, once', async () => {
      refusals.set('C0ADMINS', { kind: 'rate_limited', code: 'ratelimited', retryAfterMs: 30_000 });
      await ask(approval({ channel: 'C0ADMINS' }));
      time += 20_000;
      await petitions.sweep();
      refusals.clear();
      await petitions.sweep();
      expect(told().filter((each) => each.startsWith('C0ADMINS'))).toEqual([]);
      time += 30_000;
      await petitions.sweep();
      await petitions.sweep();
      expect(told().filter((each) => each.startsWith('C0ADMINS'))).toHaveLength(1);
    });

    it('to nobody as long as Slack does not say who they are, and then to them', async () => {
      const known = members;
      members = undefined;
      const id = await ask(approval());
      expect(told()).toEqual([]);
      expect(await petitions.find(id)).toMatchObject({ state: 'waiting', addressed: false });
      members = known;
      time += MINUTE;
      await petitions.sweep();
      expect(told()).toHaveLength(3);
    });

    describe('to whoever approves in their Home, and makes its token', () => {
      const approve = async (id: string, by: string): Promise<void> => {
        const seen = await petitions.find(id);
        if (!seen) throw new Error('There is no petition.');
        const page = 'https://alm.example.com';
        await petitions.answer(seen, { kind: 'approved', by, page }, by);
        await petitions.run(id);
      };
      const toldTo = (dm: string) => told().filter((each) => each.startsWith(`${dm} `));

      it('where the approvers were never found', async () => {
        members = undefined;
        const id = await ask(approval());
        await approve(id, 'U0BEN');
        expect(told()).toEqual(['DU0001 asker making: U0BEN', 'DU0BEN approver making: U0BEN']);
        time += 3 * 24 * 60 * MINUTE - 1;
        await petitions.sweep();
        expect(toldTo('DU0BEN')).toContain('DU0BEN overdue making: U0BEN');
      });

      it('where there were too many to write to each', async () => {
        const many = Array.from({ length: 26 }, (_, index) => `U0${index + 100}`);
        const id = await ask(approval({ by: { users: many, groups: [] } }));
        expect(toldTo('DU0125')).toEqual([]);
        await approve(id, 'U0125');
        expect(toldTo('DU0125')).toEqual([expect.stringMatching(/^DU0125 approver making: /)]);
      });

      it('by no second message where they had one', async () => {
        await approve(await ask(approval()), 'U0BEN');
        expect(toldTo('DU0BEN')).toEqual(['DU0BEN approver making: U0BEN U0BOSS']);
      });

      it('by none where a channel has one', async () => {
        await approve(await ask(approval({ channel: 'C0ADMINS' })), 'U0BEN');
        expect(told()).toEqual([
          'C0ADMINS channel making: C0ADMINS',
          'DU0001 asker making: C0ADMINS',
        ]);
      });
    });

    it('to nobody where there is nobody, and says so to the one who asked', async () => {
      members = new Map();
      await ask(approval({ by: { users: ['U0LEFT', 'U0001'], groups: ['S0ADMINS'] } }));
      expect(told()).toEqual(['DU0001 asker void: ']);
    });

    it('to the one who asked, too, where the policy names them for it', async () => {
      await ask(approval({ mayApproveTheirOwn: ['U0001'] }));
      expect(told()).toContain('DU0001 approver waiting: U0001 U0BEN U0BOSS');
    });
  });
});
