import type { WireAnswer } from './client.ts';
import { HEADERS } from './endpoints.ts';

/** What a transport reads of a `Response`, in a browser or in Node. */
interface ReadResponse {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
}

/** An answer as it came, for a transport over `fetch`; the injected page call says the same itself. */
export const wireAnswer = ({ status, headers }: ReadResponse, body: string): WireAnswer => ({
  kind: 'answer',
  status,
  contentType: headers.get('content-type') ?? '',
  retryAfter: headers.get(HEADERS.retryAfter),
  requestId: headers.get(HEADERS.requestId),
  body,
});
