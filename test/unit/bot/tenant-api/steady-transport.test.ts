import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { steadyTransport } from '../../../../bot/tenant-api/steady-transport.ts';
import type { WireAnswer, WireRequest } from '../../../../shared/tenant-api/client.ts';

const READ: WireRequest = { method: 'GET', path: '/api/v1/tenants', headers: {} };
const MAKE: WireRequest = { method: 'POST', path: '/api/v1/api_tokens', headers: {}, body: '{}' };

const answer = (status: number, retryAfter: string | null = null): WireAnswer => ({
  kind: 'answer',
  status,
  contentType: 'application/json',
  retryAfter,
  requestId: null,
  body: '{}',
});

const LOST: readonly WireAnswer[] = [
  { kind: 'unreachable' },
  { kind: 'timeout' },
  answer(502),
  answer(503),
  answer(504),
];
const ANSWERED: readonly WireAnswer[] = [
  answer(200),
  answer(401),
  answer(429, '5'),
  answer(500),
  answer(503, '30'),
  { kind: 'redirected' },
  { kind: 'too_large' },
];

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

/** A platform that answers as a test says, and a way to it. */
const setUp = (first: WireAnswer = answer(200)) => {
  let says = first;
  const sent: WireRequest[] = [];
  const news: string[] = [];
  const steady = steadyTransport(
    async (request) => {
      sent.push(request);
      return says;
    },
    (each) => news.push(each),
  );
  const ask = async (request: WireRequest): Promise<WireAnswer> => {
    const asked = steady.transport(request);
    await vi.advanceTimersByTimeAsync(3000);
    return asked;
  };
  return {
    ...steady,
    sent,
    news,
    ask,
    says: (next: WireAnswer) => {
      says = next;
    },
    giveUp: async () => {
      for (let call = 0; call < 5; call += 1) await ask(MAKE);
    },
  };
};

describe('what only reads', () => {
  it.each([LOST[0], ...LOST.slice(2)])('is asked three times at most: %j', async (lost) => {
    const { ask, sent } = setUp(lost);
    expect(await ask(READ)).toEqual(lost);
    expect(sent).toHaveLength(3);
  });

  it.each([...ANSWERED, LOST[1]])('is asked once: %j', async (said) => {
    const { ask, sent } = setUp(said);
    expect(await ask(READ)).toEqual(said);
    expect(sent).toHaveLength(1);
  });

  it('is not asked again where the first answer took a second', async () => {
    let calls = 0;
    const { transport } = steadyTransport(
      async () => {
        calls += 1;
        await new Promise((resolve) => setTimeout(resolve, 1000));
        return { kind: 'unreachable' };
      },
      () => undefined,
    );
    const asked = transport(READ);
    await vi.advanceTimersByTimeAsync(5000);
    await asked;
    expect(calls).toBe(1);
  });
});

describe('what makes, saves or discards', () => {
  it.each(['POST', 'DELETE', 'PUT'])('is never sent twice: %s', async (method) => {
    const { ask, sent } = setUp({ kind: 'unreachable' });
    await ask({ ...MAKE, method });
    expect(sent).toHaveLength(1);
  });
});

describe('a platform that is down', () => {
  it('is given up after five calls in a row, and then nothing is sent', async () => {
    const { giveUp, transport, sent, isDown, news } = setUp({ kind: 'timeout' });
    await giveUp();
    expect(sent).toHaveLength(5);
    expect(isDown()).toBe(true);
    expect(news).toEqual(['down']);
    // At once: no time passes here.
    expect(await transport(READ)).toEqual({ kind: 'unreachable' });
    expect(await transport(MAKE)).toEqual({ kind: 'unreachable' });
    expect(sent).toHaveLength(5);
  });

  it('is tried by looks alone, seldom, and taken back with the first answer', async () => {
    const { giveUp, look, transport, sent, isDown, says, news } = setUp({ kind: 'unreachable' });
    await giveUp();
    for (let second = 0; second < 60; second += 1) {
      await look();
      await vi.advanceTimersByTimeAsync(1000);
    }
    const tries = sent.slice(5);
    expect(tries.every(({ method, path }) => `${method} ${path}` === 'GET /api/v1/session')).toBe(
      true,
    );
    expect(tries.length).toBeGreaterThanOrEqual(5);
    expect(tries.length).toBeLessThanOrEqual(60);
    expect(isDown()).toBe(true);
    says(answer(401));
    for (let second = 0; second < 11; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      await look();
    }
    expect(isDown()).toBe(false);
    expect(news).toEqual(['down', 'back']);
    expect(await transport(READ)).toEqual(answer(401));
  });

  it('holds up nobody while it is being tried', async () => {
    const held = Promise.withResolvers<WireAnswer>();
    let hangs = false;
    const { transport, look } = steadyTransport(
      async () => (hangs ? held.promise : { kind: 'unreachable' }),
      () => undefined,
    );
    for (let call = 0; call < 5; call += 1) await transport(MAKE);
    hangs = true;
    await vi.advanceTimersByTimeAsync(10_000);
    const looking = look();
    await look();
    expect(await transport(READ)).toEqual({ kind: 'unreachable' });
    held.resolve(answer(200));
    await looking;
    expect(await transport(MAKE)).toEqual(answer(200));
  });

  it('is not looked at while it answers', async () => {
    const { look, sent } = setUp();
    await look();
    expect(sent).toHaveLength(0);
  });
});

describe('what presses', () => {
  it('is sent to a platform that was given up, and to any other as ever', async () => {
    const { giveUp, pressing, transport, sent, says, isDown } = setUp({ kind: 'unreachable' });
    await giveUp();
    says(answer(200));
    expect(await transport(MAKE)).toEqual({ kind: 'unreachable' });
    expect(await pressing(MAKE)).toEqual(answer(200));
    expect(sent).toHaveLength(6);
    const there = setUp({ kind: 'timeout' });
    for (let call = 0; call < 5; call += 1) await there.pressing(MAKE);
    // Whoever presses counts as anybody else does.
    expect(there.isDown()).toBe(true);
    expect(isDown()).toBe(true);
  });

  it.each([
    ['sent once the first was answered', answer(409), answer(409), 12],
    ['refused with the first, and for a second', { kind: 'timeout' }, { kind: 'unreachable' }, 6],
  ] as const)('at the same time is %s', async (_, first, then, calls) => {
    const held = Promise.withResolvers<WireAnswer>();
    const sent: WireRequest[] = [];
    let hangs = false;
    const { transport, pressing } = steadyTransport(
      async (request) => {
        sent.push(request);
        return hangs ? held.promise : { kind: 'unreachable' };
      },
      () => undefined,
    );
    for (let call = 0; call < 5; call += 1) await transport(MAKE);
    hangs = true;
    const asked = Array.from({ length: 6 }, () => pressing(MAKE));
    expect(sent).toHaveLength(6);
    held.resolve(first);
    expect(await Promise.all(asked)).toEqual([first, then, then, then, then, then]);
    expect(await pressing(MAKE)).toEqual(then);
    expect(sent).toHaveLength(calls);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await pressing(MAKE)).toEqual(first);
    expect(sent).toHaveLength(calls + 1);
  });
});

describe('whatever a platform answers', () => {
  it('is given up for five lost calls in a row, and for nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...LOST, ...ANSWERED), { maxLength: 30 }),
        async (answers) => {
          const { transport, says, isDown, sent } = setUp();
          let lost = 0;
          for (const [at, each] of answers.entries()) {
            says(each);
            expect(await transport(MAKE)).toEqual(each);
            expect(sent).toHaveLength(at + 1);
            lost = LOST.includes(each) ? lost + 1 : 0;
            expect(isDown()).toBe(lost === 5);
            if (lost === 5) return;
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
