import { describe, expect, it } from 'vitest';
import { isPage } from '../../../shared/page.ts';

describe('a page to which people are sent', () => {
  it.each([
    'https://nord.example.com',
    'https://nord.example.com/',
    'https://nord.example.com:8443/cockpit/tenants?id=7&tab=api',
    'http://localhost:4400',
    'http://alm.localhost:4400/',
    'http://127.0.0.1:4400/cockpit',
    'HTTPS://Nord.Example.com/Cockpit',
    `https://nord.example.com/${'a'.repeat(475)}`,
  ])('is %s', (text) => {
    expect(isPage(text)).toBe(true);
  });

  it.each([
    ['without https', 'http://nord.example.com'],
    ['with a fragment', 'https://nord.example.com/#/tenants'],
    ['with an empty fragment', 'https://nord.example.com/#'],
    ['with a password', 'https://ada:geheim@nord.example.com'],
    ['that is a script', 'javascript:alert(1)'],
    ['with a blank', 'https://nord.example.com/a b'],
    ['with markup', 'https://nord.example.com/<!channel>'],
    ['with a line break', 'https://nord.example.com/\nx'],
    ['without a host', 'https://'],
    ['of any length', `https://nord.example.com/${'a'.repeat(476)}`],
  ])('is none %s', (_, text) => {
    expect(isPage(text)).toBe(false);
  });
});
