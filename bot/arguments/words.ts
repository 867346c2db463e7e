/** Every character that keyboards and phones put where someone meant a plain quote. */
const QUOTES = '"\'“”„‟«»‹›‘’‚‛＂＇`´';
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”“"',
  '„': '“”"„',
  '‟': '”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’‘',
  '‚': '‘’‚',
  '‛': '’',
};

const DASHES = '-‐‑‒–—―−';

/** One word of a command. */
export interface TypedWord {
  readonly text: string;
  /** It stood in quotes, so it is a value whatever it looks like. */
  readonly quoted: boolean;
  /** As it was typed, to be named where it is not understood. */
  readonly typed: string;
}

/** Without the comma that ends an argument, as people write lists. */
export const bare = (text: string): string => text.replace(/,+$/, '');

const isSpace = (char: string): boolean => /[\s\u00A0\u2007\u202F]/u.test(char);

const endOfQuote = (chars: readonly string[], start: number): number => {
  const open = chars[start] ?? '';
  const closers = `${open}${CLOSING[open] ?? ''}`;
  for (let at = start + 1; at < chars.length; at += 1) {
    const next = chars[at + 1];
    // An apostrophe inside a word closes nothing.
    const ends = next === undefined || isSpace(next) || next === ',';
    if (closers.includes(chars[at] ?? '') && ends) return at;
  }
  return -1;
};

/**
 * Cuts a command's text into words. A quote opens only where a word begins (or after `=`), so that an
 * apostrophe inside a word is none; without its partner it is a character like any other.
 */
export const wordsOf = (text: string): TypedWord[] => {
  const chars = Array.from(text);
  const words: TypedWord[] = [];
  let at = 0;
  while (at < chars.length) {
    if (isSpace(chars[at] ?? '')) {
      at += 1;
      continue;
    }
    const start = at;
    let value = '';
    let quoted = false;
    while (at < chars.length && !isSpace(chars[at] ?? '')) {
      const char = chars[at] ?? '';
      const valueBegins =
        chars[at - 1] === '=' || (chars[at - 1] === ':' && DASHES.includes(chars[start] ?? ''));
      const opens = QUOTES.includes(char) && (at === start || valueBegins);
      const end = opens ? endOfQuote(chars, at) : -1;
      if (end === -1) {
        value += char;
        at += 1;
      } else {
        value += chars.slice(at + 1, end).join('');
        quoted ||= at === start;
        at = end + 1;
      }
    }
    const typed = chars.slice(start, at).join('');
    words.push({ text: quoted && typed.endsWith(',') ? bare(value) : value, quoted, typed });
  }
  return words;
};

const CUT_OFF = /[^"“”„«»][”“"»«]$/u;

/** Whether plain words are the rest of a quote that a quote inside it ended. */
export const isCutOff = (words: readonly TypedWord[]): boolean =>
  words.some(({ text }) => CUT_OFF.test(bare(text)));
