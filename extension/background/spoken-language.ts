import { browser } from 'wxt/browser';
import { type Language, languageFor } from '../../shared/messages/language.ts';
import { SETTINGS_KEY } from '../settings/settings-key.ts';
import { wantedLanguages } from '../settings/wanted-languages.ts';

/**
 * The language that the extension speaks now, as the popup finds it out too. A disk that cannot be read
 * is no reason to say nothing: a token may be in hand.
 */
export const spokenLanguage = async (): Promise<Language> => {
  const kept = await browser.storage.local
    .get(SETTINGS_KEY)
    .catch((): Record<string, unknown> => ({}));
  return languageFor(wantedLanguages(kept[SETTINGS_KEY], navigator.languages));
};
