import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begun } from '../../../bot/flow/progress.ts';
import { petitionFor } from '../../../bot/petitions/machine.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { approvalBy } from '../../support/approval-by.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';

const NOW = 1_790_000_000_000;
const NOTE = { who: 'U0001', event: 'submitted', detail: null };

const APPROVAL = approvalBy('U0BOSS');

describe.each(ENGINES)('on $engine', ({ fresh }) => {
  let database: TestDatabase;
  let store: Store;
  let told: string[];

  beforeEach(async () => {
    database = await fresh();
    store = await openStore(database.url);
    told = [];
  });
  afterEach(async () => {
    await store.flows.close();
    await database.close();
  });

  /** Petitions that are due in this order, each with a message that is due too. */
  const petitions = async (...ids: readonly string[]): Promise<void> => {
    for (const [at, id] of ids.entries()) {
      const given = submission({ viewId: `V-${id}`, userId: `U-${id}` });
      const petition = petitionFor(id, given, [APPROVAL], 'rules[0]', null, NOW + at);
      await store.petitions.submit(petition, NOTE);
      await store.petitions.write(petition, petition, {
        at: NOW + at,
        note: NOTE,
        redraw: false,
        copies: [{ kind: 'asker', to: 'U0001', language: 'en' }],
      });
    }
  };

  /** Has what a later version wrote be read by this one. */
  const comeBack = async (statement: string): Promise<void> => {
    await database.sql(statement);
    await store.flows.close();
    store = await openStore(database.url, (id) => told.push(id));
  };

  const LATER = NOW + 1_000_000;

  it('petitions of a later version, however many, keep no other from its turn', async () => {
    await petitions('a', 'b', 'c', 'sound', 'sound too');
    await comeBack("UPDATE petitions SET state = 'of another time' WHERE length(id) = 1");
    const due = async (limit: number) =>
      (await store.petitions.due(LATER, limit)).map(({ id }) => id);
    expect(await due(2)).toEqual(['sound', 'sound too']);
    expect(await due(1)).toEqual(['sound']);
    expect(told).toEqual(['a', 'b', 'c']);
  });

  it('messages in a language of a later version, however many, keep no other from being sent', async () => {
    await petitions('a', 'b', 'c', 'sound');
    await comeBack("UPDATE copies SET language = 'rm' WHERE length(petition_id) = 1");
    const due = await store.copies.due(LATER, 1);
    expect(due.map(({ petitionId }) => petitionId)).toEqual(['sound']);
    expect(told).toEqual(['a', 'b', 'c']);
  });

  it('petitions of a later version whose token was made keep no other from its end', async () => {
    await petitions('a', 'b', 'sound');
    for (const id of ['a', 'b', 'sound']) {
      await store.flows.claim(id, submission(), {
        progress: { ...begun(NOW), state: 'saved' },
        lease: null,
        at: NOW,
        note: NOTE,
      });
    }
    await database.sql("UPDATE petitions SET state = 'approved'");
    await comeBack("UPDATE petitions SET because = 'of another time' WHERE length(id) = 1");
    expect((await store.petitions.made(1)).map(({ petition }) => petition.id)).toEqual(['sound']);
  });
});
