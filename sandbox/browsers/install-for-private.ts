import type { Browser } from 'puppeteer-core';
import * as z from 'zod/mini';

const answerSchema = z.object({ result: z.object({ extension: z.string() }) });

/**
 * Installs an extension in Firefox as one that may run in private windows, which puppeteer has no
 * option for.
 * @returns its id
 */
export const installForPrivate = async (browser: Browser, path: string): Promise<string> => {
  const { connection } = browser as unknown as {
    connection?: { send?: (method: string, params: object) => Promise<unknown> };
  };
  const answer = await connection?.send?.('webExtension.install', {
    extensionData: { type: 'path', path },
    'moz:allowPrivateBrowsing': true,
  });
  return answerSchema.parse(answer).result.extension;
};
