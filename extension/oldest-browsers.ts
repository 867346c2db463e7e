/** The oldest browsers that the extension runs in, by their main version. */
export const OLDEST_BROWSERS = {
  // colours for light and dark in one value of CSS
  chromium: 123,
  // `data_collection_permissions`, on Android too
  firefox: 142,
} as const;
