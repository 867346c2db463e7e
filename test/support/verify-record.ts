import { readLines } from '../../bot/store/audit/read-lines.ts';
import { openAsItIs } from '../../bot/store/open-database.ts';
import { verifyChain } from '../../bot/audit/verify.ts';

/** Verifies the record of what people did as the operators' command does. @param url of the bot's database */
export const verifyRecord = async (url: string): ReturnType<typeof verifyChain> => {
  const { db } = await openAsItIs(url);
  try {
    return await verifyChain(readLines(db));
  } finally {
    await db.destroy();
  }
};
