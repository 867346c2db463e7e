import { type Language, languageFor } from '../../shared/messages/language.ts';

// Beside the setting, which takes a moment to read: a popup loads its language at once, and only
// one. The browser's own needs no remembering.
const KEY = 'language';

/** What was remembered; nothing where the browser denies an extension this storage, and throws. */
const remembered = (): string => {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
};

/** The language that the popup will most likely speak, known without waiting. */
export const likelyLanguage = (): Language => languageFor([remembered(), ...navigator.languages]);

/** Remembers the language that is spoken, for the next opening. */
export const rememberLanguage = (language: Language): void => {
  if (language === likelyLanguage()) return;
  try {
    localStorage.removeItem(KEY);
    if (language !== likelyLanguage()) localStorage.setItem(KEY, language);
  } catch {
    // The next opening may load one language for nothing.
  }
};
