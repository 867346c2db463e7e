import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import type { Transport, WireAnswer, WireRequest } from '../../shared/tenant-api/client.ts';
import { HEADERS } from '../../shared/tenant-api/endpoints.ts';
import { inTime } from './in-time.ts';
import type { PageCall, PageRequest } from './page-call.ts';

/**
 * Runs the page call in the top frame of a tab and brings back whatever came out.
 * @throws what the browser throws where it does not let the extension in, or the page went away
 */
export type Inject = (tabId: number, call: PageCall) => Promise<unknown>;

/** Sends requests through a page, all in one visit, and answers them in their order. */
export type PageVisit = (requests: readonly PageRequest[]) => Promise<WireAnswer[]>;

const headerValue = z.nullable(z.string().check(z.maxLength(1000)));

const GONE = { kind: 'page_gone' } as const;

const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    status: z.int(),
    contentType: z.string().check(z.maxLength(1000)),
    retryAfter: headerValue,
    requestId: headerValue,
    body: z.string().check(z.maxLength(300_000)),
  }),
  z.object({
    kind: z.enum(['redirected', 'timeout', 'unreachable', 'page_forbids', 'page_gone']),
  }),
  z.object({ kind: z.literal('too_large') }),
]);

const resultSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('other_origin') }),
  // What is odd about one answer does not cost the others.
  z.object({ kind: z.literal('answers'), answers: z.array(orElse(answerSchema, GONE)) }),
]);

// Chromium's words where the grant on the tab is gone because the tab moved to another origin. It
// refuses before anything runs, so nothing was sent. Any other failure may have struck in mid-call.
const REFUSED_BEFORE = /cannot access|must request permission/i;

const refusedBefore = (error: unknown): boolean =>
  error instanceof Error && REFUSED_BEFORE.test(error.message);

/**
 * For how long a page may keep silent, in ms: longer than its own patience with the platform. One
 * that is busy for ever, or that Chromium froze in mid-call to come back to it, says nothing at all.
 */
const SILENCE_MS = 20_000;

const SILENT = Symbol('silent');

/**
 * A visit to a page.
 * @param inject see {@link Inject}
 * @param tabId the tab that was open when the person clicked the toolbar button
 * @param origin the origin that was shown to them
 */
export const visitPage =
  (inject: Inject, tabId: number, origin: string): PageVisit =>
  async (requests) => {
    const all = (kind: 'page_gone' | 'other_origin' | 'timeout'): WireAnswer[] =>
      requests.map(() => ({ kind }));
    let raw: unknown;
    try {
      const call = {
        origin,
        requests,
        retryAfterHeader: HEADERS.retryAfter,
        requestIdHeader: HEADERS.requestId,
      };
      raw = await inTime(inject(tabId, call), SILENCE_MS, SILENT);
    } catch (error) {
      return all(refusedBefore(error) ? 'other_origin' : 'page_gone');
    }
    if (raw === SILENT) return all('timeout');
    const result = resultSchema.safeParse(raw).data;
    if (result?.kind === 'other_origin') return all('other_origin');
    return result?.answers.length === requests.length ? result.answers : all('page_gone');
  };

/** A request of the Tenant API as the page is to send it: with the person's own session. */
const asPerson = (request: WireRequest): PageRequest => ({
  method: request.method,
  url: request.path,
  headers: request.headers,
  body: request.body ?? null,
  credentials: 'same-origin',
});

/** The Tenant API's transport through a page, one visit a request. */
export const pageTransport =
  (visit: PageVisit): Transport =>
  async (request) =>
    (await visit([asPerson(request)]))[0] ?? GONE;

/** The same for requests that are made at one moment: they go out in one visit, together. */
export const jointTransport = (visit: PageVisit): Transport => {
  const requests: PageRequest[] = [];
  let answers: Promise<WireAnswer[]> | undefined;
  return async (request) => {
    const index = requests.push(asPerson(request)) - 1;
    answers ??= Promise.resolve().then(() => visit(requests));
    return (await answers)[index] ?? GONE;
  };
};
