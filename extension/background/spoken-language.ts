import { browser } from 'wxt/browser';
import { type Language, languageFor } from '../../shared/messages/language.ts';
import { SETTINGS_KEY } from '../settings/settings-key.ts';
import { wantedLanguages } from '../settings/wanted-languages.ts';

/** The language that the extension speaks now, as the popup finds it out too. */
export const spokenLanguage = async (): Promise<Language> => {
  const { [SETTINGS_KEY]: settings } = await browser.storage.local.get(SETTINGS_KEY);
  return languageFor(wantedLanguages(settings, navigator.languages));
};
