import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../../shared/token-request.ts';
import { faults, validate } from './faults.ts';

const nameOf = (name: unknown): string | undefined => {
  const result = validate({ name });
  return result.ok ? result.value.name : undefined;
};

describe('a token’s name', () => {
  it.each([
    ['plain words', 'CI uploader', 'CI uploader'],
    ['words with space around them, which is cut off', '\t  CI uploader \n', 'CI uploader'],
    ['one character', 'x', 'x'],
    ['only emoji', '🚀🚀', '🚀🚀'],
    ['an emoji joined of several by zero-width joiners', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['a flag, which is written with invisible tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['right-to-left words', 'مفتاح التحميل', 'مفتاح التحميل'],
    ['right-to-left words with a direction mark', 'א\u200Fב', 'א\u200Fב'],
    ['markup, which is a name like any other', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['letters with separate accents, which are composed', 'Cafe\u0301', 'Caf\u00E9'],
    ['100 characters', 'x'.repeat(100), 'x'.repeat(100)],
    ['100 emoji', '🚀'.repeat(100), '🚀'.repeat(100)],
    ['100 accented letters typed as 200', 'e\u0301'.repeat(100), '\u00E9'.repeat(100)],
    ['99 combining marks on one letter', `q${'\u0307'.repeat(99)}`, `q${'\u0307'.repeat(99)}`],
  ])('may be %s', (_, typed, kept) => {
    expect(nameOf(typed)).toBe(kept);
  });

  it.each([
    ['missing', undefined, 'required'],
    ['null', null, 'wrong_type'],
    ['a number', 7, 'wrong_type'],
    ['a list', ['CI'], 'wrong_type'],
    ['an object', { name: 'CI' }, 'wrong_type'],
    ['empty', '', 'required'],
    ['blank', ' \t\u00A0\u3000\n', 'required'],
    ['a zero-width space', '\u200B', 'required'],
    ['several characters of no width', '\u200B\u200C\u200D\u2060\uFEFF', 'required'],
    ['a soft hyphen', '\u00AD', 'required'],
    ['a Mongolian vowel separator', '\u180E', 'required'],
    ['a Hangul filler', '\u3164', 'required'],
    ['a braille pattern without dots', '\u2800\u2800', 'required'],
    ['unassigned characters that are drawn as nothing', '\uFFF0\u{E0FFF}', 'required'],
    ['a combining mark on nothing', '\u0301', 'required'],
    ['a variation selector', '\uFE0F', 'required'],
    ['101 characters', 'x'.repeat(101), 'too_long'],
    ['101 emoji', '🚀'.repeat(101), 'too_long'],
    ['101 accented letters typed as 202', 'e\u0301'.repeat(101), 'too_long'],
    ['a letter with 100 combining marks', `q${'\u0307'.repeat(100)}`, 'too_long'],
    ['a megabyte', 'x'.repeat(1_000_000), 'too_long'],
    ['one with a null character', 'CI\u0000uploader', 'control_characters'],
    ['one with an escape sequence', 'CI\u001B[31m', 'control_characters'],
    ['one with a line break', 'CI\nuploader', 'control_characters'],
    ['one with a tab', 'CI\tuploader', 'control_characters'],
    ['one with a delete character', 'CI\u007F', 'control_characters'],
    ['one with a C1 control', 'CI\u0085uploader', 'control_characters'],
    ['one with a line separator', 'CI\u2028uploader', 'control_characters'],
    ['one with a paragraph separator', 'CI\u2029uploader', 'control_characters'],
    ['the first half of a surrogate pair', 'CI \uD83D', 'control_characters'],
    ['the second half of a surrogate pair', '\uDE00 CI', 'control_characters'],
    ['a surrogate pair the wrong way round', '\uDE00\uD83D', 'control_characters'],
  ])('is refused when it is %s', (_, name, code) => {
    expect(faults({ name })).toEqual({ name: code });
  });

  it.each(Array.from('\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'))(
    'is refused with a directional override or isolate, which makes it read as another (%j)',
    (character) => {
      expect(faults({ name: `adm${character}nim` })).toEqual({ name: 'control_characters' });
    },
  );

  it('says how many characters it may have when it has too many', () => {
    expect(validate({ name: 'x'.repeat(101) })).toEqual({
      ok: false,
      error: [{ field: 'name', code: 'too_long', max: 100 }],
    });
  });
});

describe('codePoints', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 2],
    ['🚀', 1],
    ['👨‍👩‍👧', 5],
    ['\uD83D', 1],
  ])('counts in %j %i', (text, count) => {
    expect(codePoints(text)).toBe(count);
  });
});
