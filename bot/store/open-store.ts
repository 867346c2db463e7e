import { type AuditStore, createAuditStore } from './audit/audit-store.ts';
import { createBatches } from './batches.ts';
import { type CopyStore, createCopyStore } from './copy-store.ts';
import { createFlowStore, type FlowStore } from './flow-store.ts';
import { createHomeStore, type HomeStore } from './home-store.ts';
import { createInstallationStore, type InstallationStore } from './installs/installation-store.ts';
import { createOpenPetitions, type OpenPetitions } from './installs/open-petitions.ts';
import { openDatabase } from './open-database.ts';
import { createPetitionStore, type PetitionStore } from './petition-store.ts';

/** All that the bot has on record. Whoever closes the flows closes it all. */
export interface Store {
  readonly flows: FlowStore;
  readonly petitions: PetitionStore;
  readonly copies: CopyStore;
  readonly home: HomeStore;
  readonly audit: AuditStore;
  readonly installations: InstallationStore;
  readonly openPetitions: OpenPetitions;
}

/**
 * Opens the bot's database.
 * @param databaseUrl as `DATABASE_URL` has it
 * @param unreadable called once with each flow or petition that is due and that this version cannot read
 * @param poolSize how many connections to a server there may be at a time
 * @throws Error where it cannot be opened
 */
export const openStore = async (
  databaseUrl: string,
  unreadable: (id: string) => void = () => undefined,
  poolSize?: number,
): Promise<Store> => {
  const { db, engine } = await openDatabase(databaseUrl, poolSize);
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
    audit: createAuditStore(db, together),
    installations: createInstallationStore(db, together),
    openPetitions: createOpenPetitions(db, tellOnce),
  };
};
