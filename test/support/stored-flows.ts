import type { StoredFlow } from '../../bot/flow/stored-flow.ts';
import type { TestDatabase } from './databases.ts';
import { eventually } from './eventually.ts';
import { openFlowStore } from './open-flow-store.ts';

/** A bot's flows, seen from outside through its database. */
export interface StoredFlows {
  /** @param known the ids of those that are not wanted */
  readonly all: (known?: ReadonlySet<string>) => Promise<readonly StoredFlow[]>;
  /** Whether anything is still to be done, now or later. */
  readonly due: () => Promise<boolean>;
  /** Resolves once nobody works on any of them. */
  readonly untouched: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param database of a bot that has started */
export const openStoredFlows = async ({ url, sql }: TestDatabase): Promise<StoredFlows> => {
  const store = await openFlowStore(url);
  const ids = async (where = ''): Promise<string[]> =>
    (await sql(`SELECT id FROM flows ${where}`)).map((row) => String(row['id']));
  return {
    all: async (known = new Set()) => {
      const found: StoredFlow[] = [];
      // One by one: of hundreds at once, the last would wait longer for a connection than the bot ever does.
      for (const id of (await ids()).filter((each) => !known.has(each))) {
        const flow = await store.find(id);
        if (flow) found.push(flow);
      }
      return found;
    },
    due: async () => (await ids('WHERE step_at IS NOT NULL OR word_at IS NOT NULL')).length > 0,
    untouched: async () => {
      await eventually(async () => (await ids('WHERE lease_owner IS NOT NULL')).length === 0);
    },
    close: store.close,
  };
};
