import { ENDPOINTS, HEADERS } from './tenant-api/endpoints.ts';

const HOST = String.raw`[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*`;
const LOOPBACK = String.raw`localhost|(?:${HOST}\.)?localhost|127\.0\.0\.1|\[::1\]`;
const SAFE_ORIGIN = new RegExp(
  String.raw`^(?:https:\/\/(?:${HOST}|\[[0-9a-f:]+\])|http:\/\/(?:${LOOPBACK}))(?::\d{1,5})?\/?$`,
  'i',
);

/**
 * An API URL that a token may be sent to. A page supplied it, so it must be a bare origin, https or
 * loopback, and nothing that a shell would read as more than text.
 * @returns the origin without a closing slash, or undefined
 */
export const safeApiOrigin = (apiUrl: string): string | undefined =>
  apiUrl.length <= 200 && SAFE_ORIGIN.test(apiUrl) ? apiUrl.replace(/\/$/, '') : undefined;

const shellQuoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/**
 * A line to paste into a shell: one GET, which needs Read. It names the token as `$TENANT_TOKEN`, so
 * that no secret gets into a shell's history.
 * @param origin from {@link safeApiOrigin}
 */
export const curlLine = (origin: string): string =>
  `curl -H "${HEADERS.apiKey}: $TENANT_TOKEN" -H 'accept: application/json' ${shellQuoted(origin + ENDPOINTS.probe.path)}`;
