import { openStore } from '../../bot/store/open-store.ts';
import type { FlowStore } from '../../bot/store/flow-store.ts';

/** Opens a bot's database for its flows alone. */
export const openFlowStore = async (
  databaseUrl: string,
  unreadable?: (id: string) => void,
): Promise<FlowStore> => (await openStore(databaseUrl, unreadable)).flows;
