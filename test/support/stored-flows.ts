import { DatabaseSync } from 'node:sqlite';
import type { StoredFlow } from '../../bot/flow/stored-flow.ts';
import { eventually } from './eventually.ts';
import { openFlowStore } from './open-flow-store.ts';

/** A bot's flows, seen from outside through its database. */
export interface StoredFlows {
  readonly all: () => Promise<readonly StoredFlow[]>;
  /** Whether anything is still to be done, now or later. */
  readonly due: () => boolean;
  /** Resolves once nobody works on any of them. */
  readonly untouched: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param file of a bot that has started */
export const openStoredFlows = async (file: string): Promise<StoredFlows> => {
  const store = await openFlowStore(`file:${file}`);
  const db = new DatabaseSync(file, { readOnly: true });
  const ids = (where = ''): string[] =>
    db
      .prepare(`SELECT id FROM flows ${where}`)
      .all()
      .map((row) => String(row['id']));
  return {
    all: async () => {
      const found = await Promise.all(ids().map((id) => store.find(id)));
      return found.filter((flow) => flow !== undefined);
    },
    due: () => ids('WHERE step_at IS NOT NULL OR word_at IS NOT NULL').length > 0,
    untouched: async () => {
      const held = (): boolean => ids('WHERE lease_owner IS NOT NULL').length > 0;
      await eventually(() => !held());
    },
    close: async () => {
      db.close();
      await store.close();
    },
  };
};
