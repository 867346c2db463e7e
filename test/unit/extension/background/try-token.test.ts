import { describe, expect, test } from 'vitest';
import { saysNothing, tryToken } from '../../../../extension/background/try-token.ts';
import type { PageRequest } from '../../../../extension/page/page-call.ts';
import type { WireAnswer } from '../../../../shared/tenant-api/client.ts';
import { tokenValue } from '../../shared/examples.ts';

const ORIGIN = 'https://nord.example.com';
const API = 'https://api.nord.example.com';

const answer = (status: number): WireAnswer => ({
  kind: 'answer',
  status,
  contentType: 'application/json',
  retryAfter: null,
  requestId: null,
  body: '{}',
});

const trying = async (apiUrl: string, answers: Record<string, WireAnswer>) => {
  const asked: PageRequest[] = [];
  const trial = await tryToken(
    async (requests) => {
      asked.push(...requests);
      return requests.map(({ url }) => answers[new URL(url).origin] ?? { kind: 'unreachable' });
    },
    ORIGIN,
    apiUrl,
    tokenValue(1),
  );
  return { trial, asked };
};

describe('trying a token', () => {
  test('asks the API URL, with the token and without the session', async () => {
    const { trial, asked } = await trying(API, { [API]: answer(200) });
    expect(trial).toMatchObject({ instead: false, origin: API, status: 200 });
    expect(asked).toEqual([
      {
        method: 'GET',
        url: `${API}/api/v1/devices`,
        headers: { 'api-key': tokenValue(1), accept: 'application/json' },
        body: null,
        credentials: 'omit',
      },
    ]);
  });

  test.each([200, 401, 403, 500])(
    'asks the page’s own origin where the API URL cannot be reached from it: %s',
    async (status) => {
      const { trial, asked } = await trying(API, { [ORIGIN]: answer(status) });
      expect(trial).toMatchObject({ instead: true, origin: ORIGIN, status });
      expect(asked.map(({ credentials }) => credentials)).toEqual(['omit', 'omit']);
    },
  );

  test.each(['javascript:alert(1)', 'http://api.example.com', "https://x'; rm -rf ~", ''])(
    'gives the token to no API URL such as “%s”',
    async (apiUrl) => {
      const { asked } = await trying(apiUrl, { [ORIGIN]: answer(200) });
      expect(asked.map(({ url }) => new URL(url).origin)).toEqual([ORIGIN]);
    },
  );

  test('asks once where both are one', async () => {
    const { trial, asked } = await trying(ORIGIN, { [ORIGIN]: answer(200) });
    expect(trial).toMatchObject({ instead: false, origin: ORIGIN, status: 200 });
    expect(asked).toHaveLength(1);
  });

  test('says that no answer came', async () => {
    expect((await trying(API, {})).trial).toMatchObject({
      instead: true,
      origin: ORIGIN,
      status: null,
    });
  });
});

describe('trying a token where nobody knows that tokens work', () => {
  const doubting = async (withToken: number, without: number) => {
    const tokens: (string | undefined)[] = [];
    const answered = await tryToken(
      async (requests) =>
        requests.map(({ headers }) => {
          tokens.push(headers['api-key']);
          return answer(headers['api-key'] === undefined ? without : withToken);
        }),
      ORIGIN,
      API,
      tokenValue(1),
      true,
    );
    return { answered, tokens };
  };

  test('asks once more without it, in the same visit', async () => {
    const { answered, tokens } = await doubting(200, 401);
    expect(answered).toEqual({ instead: false, origin: API, status: 200, withoutToken: 401 });
    expect(tokens).toEqual([tokenValue(1), undefined]);
  });

  test.each([
    [200, 401, false],
    [401, 401, false],
    [200, 200, true],
    [403, 403, true],
    [404, 404, true],
  ])('with %s for it, and %s without: says nothing of it: %s', async (status, without, nothing) => {
    expect(saysNothing((await doubting(status, without)).answered)).toBe(nothing);
  });
});
