import { isConfidential } from '../page/confidential.ts';
import { safeApiOrigin } from '../../shared/curl.ts';
import { ENDPOINTS, HEADERS } from '../../shared/tenant-api/endpoints.ts';
import type { Trial } from '../channel/reply.ts';
import type { PageVisit } from '../page/page-transport.ts';

/**
 * One harmless call with a token, without the session's cookies, which would make a dead token look
 * alive: at the tenant's API URL, or, where the page cannot reach that (it sends no CORS headers),
 * at the page's own origin, which serves tokens too.
 * @param apiUrl as the page supplied it
 */
export const tryToken = async (
  visit: PageVisit,
  origin: string,
  apiUrl: string,
  token: string,
): Promise<Trial> => {
  const ask = async (at: string): Promise<number | null> => {
    if (!isConfidential(at)) return null;
    const [answer] = await visit([
      {
        method: ENDPOINTS.probe.method,
        url: at + ENDPOINTS.probe.path,
        headers: { [HEADERS.apiKey]: token, accept: 'application/json' },
        body: null,
        credentials: 'omit',
      },
    ]);
    return answer?.kind === 'answer' ? answer.status : null;
  };
  const api = safeApiOrigin(apiUrl);
  const status = api === undefined || api === origin ? null : await ask(api);
  if (api !== undefined && status !== null) return { instead: false, origin: api, status };
  return { instead: api !== origin, origin, status: await ask(origin) };
};
