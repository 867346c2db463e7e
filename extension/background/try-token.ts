import { isConfidential } from '../page/confidential.ts';
import { safeApiOrigin } from '../../shared/curl.ts';
import { jsonIn, type WireAnswer } from '../../shared/tenant-api/client.ts';
import { ENDPOINTS, HEADERS } from '../../shared/tenant-api/endpoints.ts';
import { refusalReading } from '../../shared/tenant-api/reading.ts';
import type { PageVisit } from '../page/page-transport.ts';

/** How one call with a token was answered, and the same call without one. */
export interface TrialAnswer {
  /** The tenant's API URL could not be reached from the page, and its own origin was asked instead. */
  readonly instead: boolean;
  /** Whom both answers are from. */
  readonly origin: string;
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;
  /** Whether the answer has the platform's own form: else it is that of something in between. */
  readonly own: boolean;
  /** The status without a token; null where it was not asked for, or no answer came. */
  readonly withoutToken: number | null;
}

/** Whether an answer says nothing of the token: without one, it is the same. */
export const saysNothing = ({ status, withoutToken }: TrialAnswer): boolean =>
  status !== null && status !== 401 && status === withoutToken;

/** Whether an answer is in the platform's own form, as far as it says something of a token. */
const isOwn = (answer: WireAnswer | undefined): boolean => {
  if (answer?.kind !== 'answer') return false;
  const body = jsonIn(answer);
  return answer.status < 300 ? body !== undefined : refusalReading.safeParse(body).success;
};

/**
 * One harmless call with a token, without the session's cookies, which would make a dead token look
 * alive: at the tenant's API URL, or, where the page cannot reach that (it sends no CORS headers),
 * at the page's own origin, which serves tokens too.
 * @param apiUrl as the page supplied it, or a person
 * @param doubted whether nobody knows that this is where tokens work: then the call is made without
 * one as well, since many a server answers everything alike
 */
export const tryToken = async (
  visit: PageVisit,
  origin: string,
  apiUrl: string,
  token: string,
  doubted = false,
): Promise<TrialAnswer> => {
  const ask = async (at: string): Promise<Omit<TrialAnswer, 'instead' | 'origin'>> => {
    if (!isConfidential(at)) return { status: null, own: false, withoutToken: null };
    const call = (headers: Readonly<Record<string, string>>) => ({
      method: ENDPOINTS.probe.method,
      url: at + ENDPOINTS.probe.path,
      headers: { ...headers, accept: 'application/json' },
      body: null,
      credentials: 'omit' as const,
    });
    const answers = await visit([
      call({ [HEADERS.apiKey]: token }),
      ...(doubted ? [call({})] : []),
    ]);
    const [status = null, withoutToken = null] = answers.map((answer) =>
      answer.kind === 'answer' ? answer.status : null,
    );
    return { status, own: isOwn(answers[0]), withoutToken };
  };
  const api = safeApiOrigin(apiUrl);
  if (api !== undefined && api !== origin) {
    const there = await ask(api);
    if (there.status !== null) return { instead: false, origin: api, ...there };
  }
  return { instead: api !== undefined && api !== origin, origin, ...(await ask(origin)) };
};
