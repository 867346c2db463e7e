import { describe, expect, test } from 'vitest';
import { requestSchema } from '../../../../extension/channel/request.ts';
import { draft, tokenValue } from '../../shared/examples.ts';

const page = { tabId: 7, origin: 'https://nord.example.com' };
const person = { ...page, email: 'ada@example.com' };

const accepted = (message: unknown): boolean => requestSchema.safeParse(message).success;

describe('a message to the background', () => {
  test.each([
    { ask: 'open', ...page },
    { ask: 'open_nowhere' },
    { ask: 'open', ...page, origin: 'http://nord.localhost:4400' },
    { ask: 'open', ...page, origin: 'https://xn--nrd-0na.example' },
    { ask: 'next', ...person, draft: draft() },
    ...['look', 'seen', 'ask_again', 'copied', 'save', 'cancel', 'again'].map((ask) => ({
      ask,
      ...person,
    })),
    { ask: 'look', ...person, email: `${'a'.repeat(242)}@example.com` },
    { ask: 'tenants', ...person, search: 'Nord' },
    { ask: 'try', ...page, token: tokenValue(1), apiUrl: 'https://api.example.com' },
  ])('is understood: $ask at $origin', (message) => {
    expect(accepted(message)).toBe(true);
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
