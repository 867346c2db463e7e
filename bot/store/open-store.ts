import { createBatches } from './batches.ts';
import { type CopyStore, createCopyStore } from './copy-store.ts';
import { createFlowStore, type FlowStore } from './flow-store.ts';
import { createHomeStore, type HomeStore } from './home-store.ts';
import { openDatabase } from './open-database.ts';
import { createPetitionStore, type PetitionStore } from './petition-store.ts';

/** All that the bot has on record. Whoever closes the flows closes it all. */
export interface Store {
  readonly flows: FlowStore;
  readonly petitions: PetitionStore;
  readonly copies: CopyStore;
  readonly home: HomeStore;
}

/**
 * Opens the bot's database.
 * @param databaseUrl as `DATABASE_URL` has it
 * @param unreadable called once with each flow or petition that is due and that this version cannot read
 * @throws Error where it cannot be opened
 */
export const openStore = async (
  databaseUrl: string,
  unreadable: (id: string) => void = () => undefined,
): Promise<Store> => {
  const { db, engine } = await openDatabase(databaseUrl);
  const told = new Set<string>();
  const tellOnce = (id: string): void => {
    if (!told.has(id)) unreadable(id);
    told.add(id);
  };
  const together = createBatches(engine);
  return {
    flows: createFlowStore(db, together, tellOnce),
    petitions: createPetitionStore(db, together, tellOnce),
    copies: createCopyStore(db, together, tellOnce),
    home: createHomeStore(db, tellOnce),
  };
};
