import { describe, expect, test } from 'vitest';
import { saysNothing, tryToken } from '../../../../extension/background/try-token.ts';
import {
  TRIAL_TEXTS,
  trialWords,
} from '../../../../extension/background/words/trial/trial-words.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { PageRequest } from '../../../../extension/page/page-call.ts';
import type { WireAnswer } from '../../../../shared/tenant-api/client.ts';
import { tokenValue } from '../../shared/examples.ts';

const ORIGIN = 'https://nord.example.com';
const API = 'https://api.nord.example.com';

const answer = (status: number, html = false): WireAnswer => ({
  kind: 'answer',
  status,
  contentType: html ? 'text/html' : 'application/json',
  retryAfter: null,
  requestId: null,
  body: html ? '<h1>Blocked</h1>' : JSON.stringify({ error: 'Why.', code: status }),
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

  test.each([
    [200, 'works'],
    [401, 'dead'],
    [403, 'lacksRead'],
  ] as const)('believes a %s of the platform, and of nothing in between', async (status, said) => {
    const told = async (html: boolean): Promise<string> => {
      const { trial } = await trying(API, { [API]: answer(status, html) });
      return trialWords(trial, 'en', { doubted: false, saved: true }).text;
    };
    const words = (text: string): string => fill(text, { status, origin: API });
    expect(await told(false)).toBe(words(TRIAL_TEXTS.en[said]));
    expect(await told(true)).toBe(words(TRIAL_TEXTS.en.unclear));
  });

  test.each(['', `${API}/v2`])(
    'says of no API URL that it cannot be reached: “%s”',
    async (url) => {
      expect((await trying(url, { [ORIGIN]: answer(200) })).trial.instead).toBe(false);
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
    expect(answered).toMatchObject({ instead: false, origin: API, status: 200, withoutToken: 401 });
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
