import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { pageCall, type PageCall, type PageRequest } from '../../../../extension/page/page-call.ts';

const ORIGIN = 'https://nord.example.com';

type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

const request = (changes: Partial<PageRequest> = {}): PageRequest => ({
  method: 'GET',
  url: '/api/v1/session',
  headers: { accept: 'application/json' },
  body: null,
  credentials: 'same-origin',
  ...changes,
});

/** Runs the function as a browser does: from its source text, in a realm that knows nothing of ours. */
const inPage = async (
  fetch: Fetch,
  call: Partial<PageCall> = {},
  location = { origin: ORIGIN },
  changes: object = {},
): Promise<unknown> => {
  const page = createContext({
    fetch,
    location,
    origin: location.origin,
    URL,
    AbortSignal,
    TextDecoder,
    setTimeout,
    addEventListener: () => {},
    removeEventListener: () => {},
    ...changes,
  });
  const run = runInContext(`(${pageCall.toString()})`, page) as typeof pageCall;
  const result = await run({
    origin: ORIGIN,
    requests: [request()],
    retryAfterHeader: 'retry-after',
    requestIdHeader: 'x-request-id',
    ...call,
  });
  // What crosses from a page to an extension is no more than JSON.
  return JSON.parse(JSON.stringify(result));
};

const json = (body: unknown, init: ResponseInit = {}): Response => Response.json(body, init);

describe('the call in the page', () => {
  test('brings back status, body and the headers that matter', async () => {
    const result = await inPage(async () =>
      json({ a: 'é' }, { status: 429, headers: { 'retry-after': '7', 'x-request-id': 'r1' } }),
    );
    expect(result).toEqual({
      kind: 'answers',
      answers: [
        {
          kind: 'answer',
          status: 429,
          contentType: 'application/json',
          retryAfter: '7',
          requestId: 'r1',
          body: '{"a":"é"}',
        },
      ],
    });
  });

  test('asks the page’s own origin, with its session, and follows no redirect', async () => {
    const asked: [string, RequestInit][] = [];
    await inPage(
      async (url, init) => {
        asked.push([url.href, init]);
        return json({});
      },
      { requests: [request({ method: 'POST', url: '/api/v1/api_tokens', body: '{}' })] },
    );
    expect(asked).toMatchObject([
      [
        `${ORIGIN}/api/v1/api_tokens`,
        {
          method: 'POST',
          body: '{}',
          credentials: 'same-origin',
          cache: 'no-store',
          redirect: 'manual',
        },
      ],
    ]);
  });

  test('sends nothing where the page is not the one that was shown', async () => {
    let asked = 0;
    const result = await inPage(
      async () => {
        asked += 1;
        return json({});
      },
      {},
      { origin: 'https://other.example.com' },
    );
    expect(result).toEqual({ kind: 'other_origin' });
    expect(asked).toBe(0);
  });

  test('sends nothing from a page that is sandboxed, which is of no origin', async () => {
    let asked = 0;
    const result = await inPage(
      async () => {
        asked += 1;
        return json({});
      },
      { requests: [request(), request()] },
      { origin: ORIGIN },
      { origin: 'null' },
    );
    const forbidden = { kind: 'page_forbids' };
    expect(result).toEqual({ kind: 'answers', answers: [forbidden, forbidden] });
    expect(asked).toBe(0);
  });

  test.each([
    ['the page’s policy', { isTrusted: true, disposition: 'enforce' }, 'page_forbids'],
    ['a policy that only reports', { isTrusted: true, disposition: 'report' }, 'unreachable'],
    ['an event that the page made up', { isTrusted: false, disposition: 'enforce' }, 'unreachable'],
  ])('tells what %s kept from leaving from what was lost', async (_, event, kind) => {
    const listening = new Set<(event: object) => void>();
    const blockedURI = `${ORIGIN}/api/v1/session`;
    const result = await inPage(
      async () => {
        setTimeout(() => {
          for (const listener of listening) listener({ ...event, blockedURI });
        });
        throw new TypeError('NetworkError');
      },
      {},
      { origin: ORIGIN },
      {
        addEventListener: (_type: string, listener: () => void) => listening.add(listener),
        removeEventListener: (_type: string, listener: () => void) => listening.delete(listener),
      },
    );
    expect(result).toEqual({ kind: 'answers', answers: [{ kind }] });
    expect(listening.size).toBe(0);
  });

  test('sends all requests at once, and answers in their order', async () => {
    const waiting: (() => void)[] = [];
    const result = inPage(
      (url) =>
        new Promise((resolve) => {
          waiting.push(() => resolve(json(url.pathname)));
          if (waiting.length === 2) for (const go of waiting.toReversed()) go();
        }),
      { requests: [request({ url: '/one' }), request({ url: '/two' })] },
    );
    expect(await result).toMatchObject({ answers: [{ body: '"/one"' }, { body: '"/two"' }] });
  });

  test('sends no cookies where it is told so', async () => {
    let credentials: RequestCredentials | undefined;
    await inPage(
      async (_url, init) => {
        ({ credentials } = init);
        return json({});
      },
      { requests: [request({ url: 'https://api.example.com/x', credentials: 'omit' })] },
    );
    expect(credentials).toBe('omit');
  });

  test.each([
    ['a network error', new TypeError('Failed to fetch'), 'unreachable'],
    ['its own time limit', new DOMException('late', 'TimeoutError'), 'timeout'],
    ['something that is no error', 'why not', 'unreachable'],
    ['nothing at all', undefined, 'unreachable'],
  ])('turns %s into an answer', async (_what, thrown, kind) => {
    const result = await inPage(() => Promise.reject(thrown));
    expect(result).toEqual({ kind: 'answers', answers: [{ kind }] });
  });

  test('gives up after fifteen seconds', async () => {
    let signal: AbortSignal | null | undefined;
    const limits: number[] = [];
    const page = createContext({
      fetch: async (_url: URL, init: RequestInit) => {
        ({ signal } = init);
        return json({});
      },
      location: { origin: ORIGIN },
      addEventListener: () => {},
      removeEventListener: () => {},
      URL,
      TextDecoder,
      AbortSignal: {
        timeout: (ms: number) => {
          limits.push(ms);
          return AbortSignal.timeout(ms);
        },
      },
    });
    const run = runInContext(`(${pageCall.toString()})`, page) as typeof pageCall;
    await run({
      origin: ORIGIN,
      requests: [request()],
      retryAfterHeader: 'a',
      requestIdHeader: 'b',
    });
    expect(limits).toEqual([15_000]);
    expect(signal).toBeInstanceOf(AbortSignal);
  });

  test('says that it was sent elsewhere, without going there', async () => {
    const redirected = { type: 'opaqueredirect', headers: new Headers(), body: null };
    const result = await inPage(async () => redirected as unknown as Response);
    expect(result).toEqual({ kind: 'answers', answers: [{ kind: 'redirected' }] });
  });

  test('reads up to 256 KiB, and no further', async () => {
    const chunk = new Uint8Array(65_536).fill(97);
    const endless = () => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1;
          if (sent > 100) throw new Error('read on');
          controller.enqueue(chunk);
        },
      });
      return { body, sent: () => sent };
    };
    const stream = endless();
    const result = await inPage(async () => new Response(stream.body));
    expect(result).toEqual({ kind: 'answers', answers: [{ kind: 'too_large' }] });
    expect(stream.sent()).toBeLessThan(8);

    const whole = await inPage(async () => new Response('a'.repeat(262_144)));
    expect(whole).toMatchObject({ answers: [{ kind: 'answer', body: 'a'.repeat(262_144) }] });
  });

  test('reads a character that is split between two pieces of the body', async () => {
    const bytes = new TextEncoder().encode('"ü"');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(bytes.slice(0, 2));
        controller.enqueue(bytes.slice(2));
        controller.close();
      },
    });
    expect(await inPage(async () => new Response(body))).toMatchObject({
      answers: [{ body: '"ü"' }],
    });
  });
});
