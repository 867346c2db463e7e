import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { decodeText } from '../../../../bot/config/read-text.ts';

const utf16le = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

const WAYS: readonly [string, (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16, as Windows writes it', utf16le],
  ['UTF-16, the other way round', (text) => utf16le(text).swap16()],
];

describe('the bytes of a file', () => {
  it.each(WAYS)('in %s are its text, without a mark', (_, encode) => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((each) => !each.startsWith('\uFEFF') && !each.includes('\0'));
    fc.assert(
      fc.property(text, (given) => {
        expect(decodeText(encode(given))).toEqual({ ok: true, value: given });
      }),
    );
  });

  it.each([
    ['Latin-1', Buffer.from('Zürich', 'latin1'), /UTF-8/],
    ['UTF-16 without a mark', Buffer.from('{"ask": "Ada"}', 'utf16le'), /byte order mark/],
  ])('in %s are refused with the cause', (_, bytes, cause) => {
    const decoded = decodeText(bytes);
    expect(decoded.ok ? '' : decoded.error).toMatch(cause);
  });
});
