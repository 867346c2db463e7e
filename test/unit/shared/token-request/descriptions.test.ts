import { describe, expect, it } from 'vitest';
import { faults, validate } from './faults.ts';

describe('a token’s description', () => {
  it.each([
    ['empty', ''],
    ['words', 'Uploads the nightly build'],
    ['several lines', 'one\ntwo\r\nthree'],
    ['indented', '\tone'],
    ['only space, which is harmless here', '   '],
    ['right-to-left', 'يرفع البناء الليلي'],
    ['500 characters', 'x'.repeat(500)],
    ['500 emoji', '🚀'.repeat(500)],
  ])('may be %s, and is kept as it was typed', (_, description) => {
    const result = validate({ description });
    expect(result.ok && result.value.description).toBe(description);
  });

  it.each([
    ['501 characters', 'x'.repeat(501), 'too_long'],
    ['501 emoji', '🚀'.repeat(501), 'too_long'],
    ['501 line breaks', '\n'.repeat(501), 'too_long'],
    ['one with an escape sequence', 'red \u001B[31m', 'control_characters'],
    ['one with a null character', '\u0000', 'control_characters'],
    ['one with a directional override', 'one\u202Etwo', 'control_characters'],
    ['one with half of an emoji', 'one \uD83D', 'control_characters'],
    ['null', null, 'wrong_type'],
    ['a number', 500, 'wrong_type'],
    ['a list', [], 'wrong_type'],
  ])('is refused when it is %s', (_, description, code) => {
    expect(faults({ description })).toEqual({ description: code });
  });

  it('says how many characters it may have when it has too many', () => {
    expect(validate({ description: 'x'.repeat(501) })).toEqual({
      ok: false,
      error: [{ field: 'description', code: 'too_long', max: 500 }],
    });
  });
});
