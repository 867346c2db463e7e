/** The languages of the cockpit's manual and of its users. */
export const LANGUAGES = ['en', 'de', 'it', 'fr'] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * The language to speak to someone.
 * @param wanted BCP 47 tags (`de-CH`, `it`), the preferred first
 * @returns the first that there are messages for, else English
 */
export const languageFor = (wanted: readonly string[]): Language => {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    const found = LANGUAGES.find((language) => language === primary);
    if (found) return found;
  }
  return 'en';
};
