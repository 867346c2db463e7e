import type { Language } from './language.ts';

/** A date that the runtime has written out, as the language says it: French has a first, and then numbers. */
export const spokenDate = (language: Language, written: string): string =>
  language === 'fr' ? written.replace(/^1(?=\s\p{L})/u, '1er') : written;
