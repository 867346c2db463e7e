/**
 * The languages to try, the wanted first. The popup, which carries no schema, reads the setting so:
 * whatever stands there, only the name of a language counts.
 * @param settings what stands in `storage.local` under the settings' key
 * @param browser the browser's languages
 */
export const wantedLanguages = (settings: unknown, browser: readonly string[]): string[] => {
  const wanted: unknown =
    typeof settings === 'object' && settings !== null && 'language' in settings
      ? settings.language
      : undefined;
  return [...(typeof wanted === 'string' ? [wanted] : []), ...browser];
};
