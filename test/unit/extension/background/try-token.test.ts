import { describe, expect, test } from 'vitest';
import { tryToken } from '../../../../extension/background/try-token.ts';
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
    expect(trial).toEqual({ instead: false, origin: API, status: 200 });
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
      expect(trial).toEqual({ instead: true, origin: ORIGIN, status });
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
    expect(trial).toEqual({ instead: false, origin: ORIGIN, status: 200 });
    expect(asked).toHaveLength(1);
  });

  test('says that no answer came', async () => {
    expect((await trying(API, {})).trial).toEqual({ instead: true, origin: ORIGIN, status: null });
  });
});
