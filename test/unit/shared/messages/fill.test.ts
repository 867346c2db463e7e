import { describe, expect, it } from 'vitest';
import { fill } from '../../../../shared/messages/fill.ts';
import { languageFor } from '../../../../shared/messages/language.ts';

describe('fill', () => {
  it.each([
    ['At most {max} characters.', { max: 100 }, 'At most 100 characters.'],
    ['{what}, to {date}', { what: 'Read', date: '8 June' }, 'Read, to 8 June'],
    ['{a} and {a}', { a: 'x' }, 'x and x'],
    ['{n} left', { n: 0 }, '0 left'],
    ['“{name}”', { name: '' }, '“”'],
    ['no place', { a: 'x' }, 'no place'],
    ['', {}, ''],
  ])('puts values into places: %j with %o', (text, values, filled) => {
    expect(fill(text, values)).toBe(filled);
  });

  it('leaves a place without a value visible, so that a fault is seen', () => {
    expect(fill('{max} of {total}', { max: 5 })).toBe('5 of {total}');
    expect(fill('{toString} {constructor} {__proto__}', {})).toBe(
      '{toString} {constructor} {__proto__}',
    );
  });

  it('takes a value as it is, though it looks like a place or a pattern', () => {
    expect(fill('{a} {b}', { a: '{b}', b: '$& $1 $$' })).toBe('{b} $& $1 $$');
  });
});

describe('languageFor', () => {
  it.each([
    [['de'], 'de'],
    [['de-CH'], 'de'],
    [['DE-ch'], 'de'],
    [['it_CH'], 'it'],
    [['fr-CA', 'en'], 'fr'],
    [['rm', 'it-CH', 'de'], 'it'],
    [['es', 'pt'], 'en'],
    [['en-GB', 'de'], 'en'],
    [['deutsch', 'fr'], 'fr'],
    [['', 'it'], 'it'],
    [[], 'en'],
  ] as const)('gives for %j %s', (wanted, language) => {
    expect(languageFor(wanted)).toBe(language);
  });
});
