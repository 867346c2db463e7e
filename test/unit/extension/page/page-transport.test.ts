import { describe, expect, test, vi } from 'vitest';
import {
  type Inject,
  jointTransport,
  pageTransport,
  visitPage,
} from '../../../../extension/page/page-transport.ts';
import { createTenantApi } from '../../../../shared/tenant-api/client.ts';

const ORIGIN = 'https://nord.example.com';
const GET = { method: 'GET', path: '/api/v1/session', headers: {} };

const ANSWER = {
  kind: 'answer',
  status: 200,
  contentType: 'application/json',
  retryAfter: null,
  requestId: null,
  body: '{}',
};

const through = (inject: Inject) => pageTransport(visitPage(inject, 7, ORIGIN))(GET);

describe('a request through the page', () => {
  test('goes to the tab and origin of the click, as the person', async () => {
    const calls: unknown[] = [];
    const answer = await through(async (tabId, call) => {
      calls.push([tabId, call.origin, call.requests]);
      return { kind: 'answers', answers: [ANSWER] };
    });
    expect(answer).toEqual(ANSWER);
    expect(calls).toEqual([
      [
        7,
        ORIGIN,
        [
          {
            method: 'GET',
            url: '/api/v1/session',
            headers: {},
            body: null,
            credentials: 'same-origin',
          },
        ],
      ],
    ]);
  });

  test.each([
    ['nothing, as Chromium gives for whatever threw', null],
    ['nothing, as Firefox gives for whatever threw', undefined],
    ['something of another form', { kind: 'answers', answers: [{ kind: 'answer', status: 'x' }] }],
    ['too few answers', { kind: 'answers', answers: [] }],
    ['too many answers', { kind: 'answers', answers: [ANSWER, ANSWER] }],
    ['text', 'hello'],
    [
      'a body beyond all measure',
      { kind: 'answers', answers: [{ ...ANSWER, body: 'x'.repeat(300_001) }] },
    ],
  ])('is as if the page were gone for %s', async (_what, result) => {
    expect(await through(async () => result)).toEqual({ kind: 'page_gone' });
  });

  test.each([
    'The tab was closed.',
    'No tab with id: 7.',
    'Frame with ID 0 was removed.',
    'Missing host permission for the tab',
  ])('may have been sent where the browser says “%s”', async (message) => {
    expect(await through(() => Promise.reject(new Error(message)))).toEqual({ kind: 'page_gone' });
  });

  test.each([
    'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
    'Cannot access a chrome:// URL',
  ])('was certainly not sent where the browser says “%s”', async (message) => {
    expect(await through(() => Promise.reject(new Error(message)))).toEqual({
      kind: 'other_origin',
    });
  });

  test('is waited for no longer than any page takes that is alive', async () => {
    vi.useFakeTimers();
    try {
      const answer = through(() => new Promise(() => undefined));
      const early = await Promise.race([answer, vi.advanceTimersByTimeAsync(16_000)]);
      expect(early).not.toHaveProperty('kind');
      await vi.advanceTimersByTimeAsync(5000);
      expect(await answer).toEqual({ kind: 'timeout' });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('leaves nothing behind that waits', async () => {
    vi.useFakeTimers();
    try {
      await through(async () => ({ kind: 'answers', answers: [ANSWER] }));
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('was certainly not sent where the page is another one', async () => {
    expect(await through(async () => ({ kind: 'other_origin' }))).toEqual({
      kind: 'other_origin',
    });
  });
});

test('what is odd about one answer does not cost the one beside it', async () => {
  const odd = { ...ANSWER, contentType: 'x'.repeat(1001) };
  const visit = visitPage(async () => ({ kind: 'answers', answers: [ANSWER, odd] }), 7, ORIGIN);
  const transport = jointTransport(visit);
  const answers = await Promise.all([transport(GET), transport(GET)]);
  expect(answers).toEqual([ANSWER, { kind: 'page_gone' }]);
});

test('requests made together go out in one visit', async () => {
  const visits: string[][] = [];
  const api = createTenantApi(
    jointTransport(async (requests) => {
      visits.push(requests.map(({ url }) => url));
      return [{ kind: 'timeout' }, { kind: 'unreachable' }];
    }),
  );
  const [session, tenants] = await Promise.all([api.whoAmI(), api.tenants('')]);
  expect(visits).toEqual([['/api/v1/session', expect.stringContaining('/api/v1/tenants?')]]);
  expect(session).toMatchObject({ error: { code: 'timeout' } });
  expect(tenants).toMatchObject({ error: { code: 'unreachable' } });
});
