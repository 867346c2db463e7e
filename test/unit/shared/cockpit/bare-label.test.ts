import { describe, expect, it } from 'vitest';
import { bare } from '../../../../shared/cockpit/bare-label.ts';

describe('a label as it is compared', () => {
  it.each([
    ['NAME', 'name'],
    ['Token\u00A0 \n name', 'token name'],
    ['Na\u00ADme\u200B', 'name'],
    ['E\u0301criture', 'écriture'],
    ['Date d’expiration', "date d'expiration"],
    ['Date dʼexpiration', "date d'expiration"],
  ])('is alike however it is written: %j', (label, expected) => {
    expect(bare(label)).toBe(expected);
  });

  it.each([
    '* Name',
    '** Name',
    '• Name',
    'Name *',
    'Name * :',
    'Name (required)',
    'Name(required)',
    'Name (required) *',
    'Name (required):',
    'Name…',
    'Name ...',
    'Name (required)…',
  ])('has none of the marks that a form hangs on it: %j', (label) => {
    expect(bare(label)).toBe('name');
  });

  it.each(['key (api) name', 'name (required) of the key', 'token-name', 'read * write'])(
    'keeps what stands within it: %j',
    (label) => {
      expect(bare(label)).toBe(label);
    },
  );
});
