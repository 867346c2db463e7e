import type { Secret } from '../../shared/secret.ts';
import type { Transport, WireAnswer } from '../../shared/tenant-api/client.ts';
import { HEADERS } from '../../shared/tenant-api/endpoints.ts';
import { wireAnswer } from '../../shared/tenant-api/wire-answer.ts';

const TIMEOUT_MS = 15_000;
const MAX_BODY_BYTES = 1024 * 1024;

/** The body as text, or undefined for one that is too large; the rest of it is not waited for. */
const readBody = async ({ body }: Response): Promise<string | undefined> => {
  if (body === null) return '';
  const chunks: AsyncIterable<Uint8Array> = body;
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

const read = async (response: Response): Promise<WireAnswer> => {
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    return { kind: 'redirected' };
  }
  const body = await readBody(response);
  if (body === undefined) return { kind: 'too_large' };
  return wireAnswer(response, body);
};

/**
 * Carries requests to a platform with the bot's key. An answer has 15 seconds and 1 MiB; a redirect
 * is not followed, since the key would go with it.
 * @param origin the platform's, without a path
 * @param timeoutMs for tests
 * @param way there; Node's own `fetch` unless said
 */
export const nodeTransport =
  (origin: string, apiKey: Secret, timeoutMs = TIMEOUT_MS, way = fetch): Transport =>
  async ({ method, path, headers, body }) => {
    try {
      const response = await way(origin + path, {
        method,
        headers: { ...headers, [HEADERS.apiKey]: apiKey.reveal() },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body }),
      });
      return await read(response);
    } catch (error) {
      const late = error instanceof DOMException && error.name === 'TimeoutError';
      return { kind: late ? 'timeout' : 'unreachable' };
    }
  };
