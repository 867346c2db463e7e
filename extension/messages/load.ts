import type { Language } from '../../shared/messages/language.ts';
import type { Texts } from './en.ts';

const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  it: async () => (await import('./it.ts')).it,
  fr: async () => (await import('./fr.ts')).fr,
};

/** Loads one language's texts, and no other's. */
export const loadTexts = (language: Language): Promise<Texts> => LOADERS[language]();
