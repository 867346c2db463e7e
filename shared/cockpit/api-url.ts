import { safeApiOrigin } from '../curl.ts';

/** What stands before a tenant's API URL in a cockpit, in lower case and with straight apostrophes. */
export const API_URL_LABELS: readonly string[] = [
  'api url',
  'api-url',
  'url api',
  'api endpoint',
  "url dell'api",
  "url de l'api",
  'url der api',
];

/** An API URL that a page names. */
export interface SeenApiUrl {
  readonly apiUrl: string;
  /** On the cockpit's own host or under it; any other is a person's to confirm. */
  readonly own: boolean;
}

/** The host of an origin, without its port. */
const hostOf = (origin: string): string => origin.replace(/^\w+:\/\//, '').replace(/:\d+$/, '');

/**
 * The API URL that a cockpit's page names: exactly one that a token may be sent to, or none.
 * @param cockpit the page's origin
 * @param texts what stands behind {@link API_URL_LABELS} there
 */
export const seenApiUrl = (cockpit: string, texts: readonly string[]): SeenApiUrl | undefined => {
  const seen = [...new Set(texts.map((text) => safeApiOrigin(text)?.toLowerCase()))];
  const [apiUrl] = seen;
  if (apiUrl === undefined || seen.length > 1) return undefined;
  const [host, api] = [hostOf(cockpit), hostOf(apiUrl)];
  return { apiUrl, own: api === host || api.endsWith(`.${host}`) };
};
