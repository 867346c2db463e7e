import type { Transport, WireAnswer, WireRequest } from '../../../../shared/tenant-api/client.ts';
import { API_BASE } from '../../../../shared/tenant-api/endpoints.ts';
import { wireAnswer } from '../../../../shared/tenant-api/wire-answer.ts';
import { COCKPIT_API_ATTRIBUTE } from '../../pages/cockpit-api-path.ts';

const TIMEOUT_MS = 15_000;

/** Where this tenant's cockpit reaches what the contract describes. */
const pathHere = (path: string): string => {
  const own = document.documentElement.getAttribute(COCKPIT_API_ATTRIBUTE);
  return own !== null && path.startsWith(API_BASE) ? own + path.slice(API_BASE.length) : path;
};

const send = async (request: WireRequest): Promise<WireAnswer> => {
  try {
    const response = await fetch(pathHere(request.path), {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.type === 'opaqueredirect') return { kind: 'redirected' };
    return wireAnswer(response, await response.text());
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
    return { kind: timedOut ? 'timeout' : 'unreachable' };
  }
};

/**
 * Carries requests to the page's own origin, with the cockpit's session cookie.
 * @param onSignedOut called after every answer that says there is no session (401)
 */
export const sameOriginTransport =
  (onSignedOut: () => void): Transport =>
  async (request) => {
    const answer = await send(request);
    if (answer.kind === 'answer' && answer.status === 401) onSignedOut();
    return answer;
  };
