import type { Language } from '../../../shared/messages/language.ts';
import type { OptionTexts } from './en.ts';

const LOADERS: Readonly<Record<Language, () => Promise<OptionTexts>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  it: async () => (await import('./it.ts')).it,
  fr: async () => (await import('./fr.ts')).fr,
};

/** Loads one language's texts of the options page. */
export const loadOptionTexts = (language: Language): Promise<OptionTexts> => LOADERS[language]();
