import type { StoredFlow } from '../../bot/flow/stored-flow.ts';
import type { TestDatabase } from './databases.ts';
import { eventually } from './eventually.ts';
import { openFlowStore } from './open-flow-store.ts';

/** A bot's flows, seen from outside through its database. */
export interface StoredFlows {
  readonly all: () => Promise<readonly StoredFlow[]>;
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
    all: async () => {
      const found = await Promise.all((await ids()).map((id) => store.find(id)));
      return found.filter((flow) => flow !== undefined);
    },
    due: async () => (await ids('WHERE step_at IS NOT NULL OR word_at IS NOT NULL')).length > 0,
    untouched: async () => {
      await eventually(async () => (await ids('WHERE lease_owner IS NOT NULL')).length === 0);
    },
    close: store.close,
  };
};
