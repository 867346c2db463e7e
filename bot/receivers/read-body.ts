import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's body to its end, so that it can be answered whatever it is.
 * @param limit in bytes; what is beyond is not kept
 */
export const readBody = async (
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | 'too_large' | 'broken'> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    }
  } catch {
    return 'broken';
  }
  return size > limit ? 'too_large' : Buffer.concat(chunks);
};
