import { describe, expect, test } from 'vitest';
import { requestSchema } from '../../../../extension/channel/request.ts';
import { safeApiOrigin } from '../../../../shared/curl.ts';
import { NOW, draft, tokenValue, uuid } from '../../shared/examples.ts';

const page = { tabId: 7, origin: 'https://nord.example.com' };
const person = { ...page, email: 'ada@example.com' };

const accepted = (message: unknown): boolean => requestSchema.safeParse(message).success;

describe('a message to the background', () => {
  test.each([
    { ask: 'open', ...page },
    { ask: 'open_nowhere' },
    { ask: 'open', ...page, origin: 'http://nord.localhost:4400' },
    { ask: 'open', ...page, origin: 'https://xn--nrd-0na.example' },
    { ask: 'next', ...person, anchorId: uuid(1), draft: draft(), drawnAt: NOW },
    ...['look', 'seen', 'ask_again', 'copied', 'save', 'cancel', 'again'].map((ask) => ({
      ask,
      ...person,
    })),
    { ask: 'look', ...person, email: `${'a'.repeat(242)}@example.com` },
    { ask: 'tenants', ...person, search: 'Nord' },
    { ask: 'tenants', ...person, search: 'x'.repeat(1_000_000) },
    { ask: 'try', ...page, token: tokenValue(1), apiUrl: 'https://api.example.com' },
  ])('is understood: $ask at $origin', (message) => {
    expect(accepted(message)).toBe(true);
  });

  test.each([
    `https://nord.example.com/${'x'.repeat(1_000_000)}`,
    `https://${'x'.repeat(200)}.com`,
  ])(
    'is heard with an address that is too long for an API URL, which stays too long for one',
    (apiUrl) => {
      const heard = requestSchema.parse({ ask: 'try', ...page, token: tokenValue(1), apiUrl });
      if (heard.ask !== 'try') throw new Error(heard.ask);
      expect(heard.apiUrl.length).toBeLessThan(5000);
      expect(safeApiOrigin(heard.apiUrl)).toBeUndefined();
    },
  );

  test('is heard with an API URL as it was pasted, with whatever blanks around it', () => {
    const apiUrl = `${' '.repeat(3000)}https://api.example.com\n`;
    expect(
      requestSchema.parse({ ask: 'try', ...page, token: tokenValue(1), apiUrl }),
    ).toMatchObject({ apiUrl: 'https://api.example.com' });
  });

  test.each([
    ['nothing', undefined],
    ['text', 'open'],
    ['an unknown question', { ask: 'reveal', ...person }],
    ['no person', { ask: 'save', ...page }],
    ['no tab', { ask: 'save', origin: page.origin, email: person.email }],
    ['a path in the origin', { ask: 'open', ...page, origin: 'https://nord.example.com/x' }],
    ['an origin that is none', { ask: 'open', ...page, origin: 'null' }],
    ['a page of the browser', { ask: 'open', ...page, origin: 'chrome://settings' }],
    ['an origin with a name in it', { ask: 'open', ...page, origin: 'https://a@nord.example.com' }],
    ['half a draft', { ask: 'next', ...person, draft: { name: 'x' } }],
    [
      'an unknown permission',
      { ask: 'next', ...person, draft: draft({ permissions: ['own' as 'read'] }) },
    ],
    ['another form of token', { ask: 'try', ...page, token: 'abc', apiUrl: '' }],
  ])('is not heard with %s', (_what, message) => {
    expect(accepted(message)).toBe(false);
  });
});
