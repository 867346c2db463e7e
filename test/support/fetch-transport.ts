import type { Transport } from '../../shared/tenant-api/client.ts';
import { HEADERS } from '../../shared/tenant-api/endpoints.ts';
import { wireAnswer } from '../../shared/tenant-api/wire-answer.ts';

/**
 * Carries requests to a platform over `fetch`, as a program with a key does.
 * @param origin such as `http://127.0.0.1:4400`
 * @param key sent in the `api-key` header
 */
export const fetchTransport =
  (origin: string, key: string): Transport =>
  async ({ method, path, headers, body }) => {
    try {
      const response = await fetch(origin + path, {
        method,
        headers: { ...headers, [HEADERS.apiKey]: key },
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      });
      return wireAnswer(response, await response.text());
    } catch {
      return { kind: 'unreachable' };
    }
  };
