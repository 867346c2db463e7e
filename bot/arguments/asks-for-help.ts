import type { Language } from '../../shared/messages/language.ts';
import { wordsOf } from './words.ts';

/** The word for help in each language. */
const HELP: Readonly<Record<Language, string>> = {
  en: 'help',
  de: 'hilfe',
  it: 'aiuto',
  fr: 'aide',
};

const WORDS = new Set([...Object.values(HELP), 'h', '?']);

// Phones make one long dash of two hyphens, and of one.
const OPTION = /^[-‐‑‒–—―−]{1,2}(.+)$/su;

const isWord = (text: string): boolean => WORDS.has(text.toLowerCase());

/**
 * Whether a command asks how it is used: it is empty, says so in any of the languages, or has an
 * option that does, wherever it stands.
 * @param text what follows the command's name
 */
export const asksForHelp = (text: string): boolean => {
  const words = wordsOf(text).filter(({ quoted }) => !quoted);
  const [first, second, ...more] = words;
  if (first === undefined) return text.trim() === '';
  if (isWord(first.text)) return true;
  // `create help`, and no more: else it is a part of a name.
  if (second && more.length === 0 && /^create$/i.test(first.text) && isWord(second.text))
    return true;
  return words.some(({ text: word }) => isWord(OPTION.exec(word)?.[1] ?? ''));
};
