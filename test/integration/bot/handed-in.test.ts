import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { petitionFor } from '../../../bot/petitions/machine.ts';
import { createPetitions, type Petitions } from '../../../bot/petitions/petitions.ts';
import type { Petition } from '../../../bot/flow/petition.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { err, ok } from '../../../shared/result.ts';
import { secret } from '../../../shared/secret.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { freshToken } from '../../support/hand-over.ts';
import { inStore } from '../../support/in-store.ts';
import { inOneWorkspace, quietPorts } from '../../support/petition-ports.ts';

const NOW = 1_790_000_000_000;

describe.each(ENGINES)(
  'on $engine, a token that is handed in for several requests at once',
  ({ fresh }) => {
    let database: TestDatabase;
    let one: Store;
    let other: Store;

    beforeEach(async () => {
      database = await fresh();
      one = await openStore(database.url);
      other = await openStore(database.url);
    });
    afterEach(async () => {
      await one.flows.close();
      await other.flows.close();
      await database.close();
    });

    const note = (event: string) => ({ who: 'U0001', event, detail: null });

    const asked = async (id: string): Promise<Petition> => {
      const approval = {
        by: { users: ['U0BOSS'], groups: [] },
        channel: null,
        mayApproveTheirOwn: [],
        lapsesAfterDays: 3,
      };
      const wish = submission({ viewId: `V-${id}`, userId: `U-${id}` });
      const petition = petitionFor(id, wish, [approval], 'rules[0]', 'https://alm.example', NOW);
      expect(await one.petitions.submit(petition, note('submitted'))).toBe('submitted');
      return petition;
    };

    it.each([
      ['in one process', () => [one, one, one, one]],
      ['in two', () => [one, other, one, other]],
    ])('%s is taken for one of them', async (_, stores) => {
      const petitions = [];
      for (const id of ['p1', 'p2', 'p3', 'p4']) petitions.push(await asked(id));
      const written = await Promise.all(
        petitions.map(async (petition, each) =>
          stores()[each]?.petitions.write(
            petition,
            { ...petition, state: 'handing', handedBy: 'U0BOSS' },
            {
              at: NOW,
              note: note('brought'),
              redraw: false,
              token: { hash: 'the same', who: 'U0BOSS' },
            },
          ),
        ),
      );
      expect(written.filter((each) => each !== undefined)).toHaveLength(1);
      expect(await database.sql('select token_hash from handed_in')).toHaveLength(1);
      const lines = await database.sql("select seq from audit_lines where event = 'brought'");
      expect(lines).toHaveLength(1);
    });
  },
);

describe.each(ENGINES)('on $engine, a token that is handed in twice', ({ fresh }) => {
  let store: Store;
  let database: TestDatabase;
  let petitions: Petitions;
  /** Whether Slack takes what is shown to one person. */
  let takes: boolean;
  inStore(fresh, (opened, its) => ([store, database] = [opened, its]));

  beforeEach(() => {
    takes = true;
    petitions = createPetitions(
      inOneWorkspace({
        ...quietPorts(() => NOW),
        store: store.petitions,
        copies: store.copies,
        slack: {
          openDm: async (user) => ok(`D${user}`),
          ephemeral: async () =>
            takes ? ok(undefined) : err({ kind: 'route', code: 'user_not_found' } as const),
          post: async (channel) => ok({ channel, ts: '1.0' }),
          update: async () => ok(undefined),
        },
        words: () => ({ text: '', blocks: [] }),
        flows: { carryOn: async () => undefined },
      }),
    );
  });

  /** A request whose token ada is to make. */
  const making = async (userId: string): Promise<Petition> => {
    const approval = {
      by: { users: ['U0ADA'], groups: [] },
      channel: null,
      mayApproveTheirOwn: [],
      lapsesAfterDays: 3,
    };
    const wish = submission({ viewId: `V-${userId}`, userId });
    const page = 'https://alm.example';
    const put = await petitions.submit(wish, [approval], 'rules[0]', page);
    const petition = await petitions.find(put.ok ? put.value.id : '');
    if (!petition) throw new Error('There is no petition.');
    const approved = { kind: 'approved', by: 'U0ADA', page } as const;
    const answered = await petitions.answer(petition, approved, 'U0ADA');
    if (answered.kind !== 'done') throw new Error(answered.kind);
    return answered.petition;
  };

  const handIn = (seen: Petition, token: string) => {
    const { handOver } = petitions;
    return handOver.handIn(seen, 'U0ADA', handOver.fingerprint(secret(token)));
  };

  it('for the same request is on its way already, and nobody is told to cancel it', async () => {
    const seen = await making('U0001');
    const token = freshToken();
    const handed = await Promise.all([handIn(seen, token), handIn(seen, token)]);
    expect(handed.map(({ kind }) => kind).toSorted()).toEqual(['late', 'taken']);
    const taken = handed.find((each) => each.kind === 'taken');
    if (taken) await petitions.handOver.bring(taken.petition, secret(token));
    expect(await petitions.find(seen.id)).toMatchObject({ state: 'delivered' });
    expect(await handIn(seen, token)).toEqual({ kind: 'late' });
  });

  it('is used up where it was not brought, and for any other request', async () => {
    takes = false;
    const seen = await making('U0001');
    const token = freshToken();
    const handed = await handIn(seen, token);
    if (handed.kind !== 'taken') throw new Error(handed.kind);
    expect(await petitions.handOver.bring(handed.petition, secret(token))).toBeUndefined();
    const again = await petitions.find(seen.id);
    expect(again?.state).toBe('making');
    if (again) expect(await handIn(again, token)).toEqual({ kind: 'used' });
    expect(await handIn(await making('U0002'), token)).toEqual({ kind: 'used' });
  });

  it('is refused before Slack gives up while another process holds the locks, and taken afterwards', async () => {
    const seen = await making('U0001');
    const token = freshToken();
    const release = await database.lock();
    const began = performance.now();
    expect(await handIn(seen, token)).toEqual({ kind: 'failed' });
    // Less than a second, were this machine never busy; what nobody waits for has half a minute.
    expect(performance.now() - began).toBeLessThan(10_000);
    await release();
    expect(await handIn(seen, token)).toMatchObject({ kind: 'taken' });
  });
});
