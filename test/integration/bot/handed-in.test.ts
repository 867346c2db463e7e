import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { petitionFor } from '../../../bot/petitions/machine.ts';
import type { Petition } from '../../../bot/flow/petition.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';

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
