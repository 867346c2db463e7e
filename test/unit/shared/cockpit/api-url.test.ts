import { describe, expect, test } from 'vitest';
import { seenApiUrl } from '../../../../shared/cockpit/api-url.ts';

const COCKPIT = 'https://nord.example.com';

describe('the API URL that a cockpit’s page names', () => {
  test.each([
    ['https://nord.example.com', 'https://nord.example.com'],
    ['https://nord.example.com:8443/', 'https://nord.example.com:8443'],
    ['https://API.nord.example.com', 'https://api.nord.example.com'],
  ])('is its own on its host, or under it: %s', (text, apiUrl) => {
    expect(seenApiUrl(COCKPIT, [text])).toEqual({ apiUrl, own: true });
  });

  test.each([
    'https://api.example.com',
    'https://example.com',
    'https://evilnord.example.com',
    'https://nord.example.com.evil.example',
    'https://10.0.0.1',
  ])('is a person’s to confirm on any other: %s', (text) => {
    expect(seenApiUrl(COCKPIT, [text])).toEqual({ apiUrl: text, own: false });
  });

  test.each([
    'http://nord.example.com',
    'https://user@nord.example.com',
    'https://nord.example.com/api/v1',
    'https://nord.example.com;curl',
    'javascript:alert(1)',
    '',
  ])('is none where a token may not be sent: %s', (text) => {
    expect(seenApiUrl(COCKPIT, [text])).toBeUndefined();
  });

  test('is none where there are two, and one where one stands twice', () => {
    expect(seenApiUrl(COCKPIT, [])).toBeUndefined();
    expect(seenApiUrl(COCKPIT, [COCKPIT, 'https://api.nord.example.com'])).toBeUndefined();
    expect(seenApiUrl(COCKPIT, [COCKPIT, 'http://nord.example.com'])).toBeUndefined();
    expect(seenApiUrl(COCKPIT, [COCKPIT, `${COCKPIT}/`])?.apiUrl).toBe(COCKPIT);
  });

  test('may come over http on this machine alone', () => {
    const own = { apiUrl: 'http://api.alm.localhost:4801', own: true };
    expect(seenApiUrl('http://alm.localhost:4801', [own.apiUrl])).toEqual(own);
  });

  test('is its own on another port of a host that is an address', () => {
    const own = { apiUrl: 'https://[2001:db8::1]:8443', own: true };
    expect(seenApiUrl('https://[2001:db8::1]', [own.apiUrl])).toEqual(own);
  });
});
