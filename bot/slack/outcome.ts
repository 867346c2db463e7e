import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/**
 * What became of a call that did not go well. `route`: certainly not taken, another route may;
 * `auth` and `bug` likewise, and someone has to mend the installation or the code. `unknown`: it may
 * have been taken.
 */
export type Failure =
  | { readonly kind: 'route' | 'auth' | 'bug' | 'unknown'; readonly code: string }
  | { readonly kind: 'rate_limited'; readonly code: string; readonly retryAfterMs: number };

// Slack's own words for "some of it may have happened", from the methods' lists of errors.
const UNKNOWN = new Set([
  'fatal_error',
  'internal_error',
  'operation_timeout',
  'request_timeout',
  'service_unavailable',
]);

const AUTH = new Set([
  'access_denied',
  'account_inactive',
  'app_access_denied',
  'ekm_access_denied',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  // This bot's own words, where it has no token to call with.
  'not_installed',
  'org_login_required',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
  'unreadable',
]);

const BUG = new Set([
  'invalid_arg_name',
  'invalid_arguments',
  'invalid_array_arg',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_charset',
  'invalid_form_data',
  'invalid_post_type',
  'markdown_text_conflict',
  'missing_post_type',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'unknown_method',
]);

// The connection never stood, so nothing was sent.
const NOT_SENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'TOKEN_UNAVAILABLE',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_CONN',
  'UND_ERR_PRX_TLS',
  // Nor did it where the other side's certificate was not taken.
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const SECOND = 1000;
// A rate limit without a time says as much as one of a minute.
const UNSAID_WAIT = 60 * SECOND;

/** The failure that an HTTP status is, where no body is to be trusted; undefined for success. */
export const statusFailure = (status: number, retryAfter: string | null): Failure | undefined => {
  if (status >= 200 && status < 300) return undefined;
  const code = `http_${status}`;
  if (status === 429) {
    const seconds = Number.parseInt(retryAfter ?? '', 10);
    const known = Number.isFinite(seconds) && seconds >= 0;
    return { kind: 'rate_limited', code, retryAfterMs: known ? seconds * SECOND : UNSAID_WAIT };
  }
  const certain = status >= 400 && status < 500 && status !== 408;
  return { kind: certain ? 'route' : 'unknown', code };
};

// How undici says that a proxy did not open the way.
const PROXY_REFUSED = /^Proxy response \((\d{3})\)/;

const causeCode = (error: unknown): string | undefined => {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; depth += 1) {
    if ('code' in each && typeof each.code === 'string' && NOT_SENT.has(each.code)) {
      return each.code;
    }
    const refused = PROXY_REFUSED.exec(each.message)?.[1];
    if (refused !== undefined) return `proxy_${refused}`;
    each = each.cause;
  }
  return undefined;
};

/** The failure that an error of `fetch` is: whether anything was sent at all. */
export const networkFailure = (error: unknown): Failure => {
  const code = causeCode(error);
  return code === undefined
    ? { kind: 'unknown', code: 'no_answer' }
    : { kind: 'route', code: code.toLowerCase() };
};

/** The failure that an error code of Slack's is. */
export const platformFailure = (code: string): Failure => {
  if (code === 'ratelimited' || code === 'rate_limited') {
    return { kind: 'rate_limited', code, retryAfterMs: UNSAID_WAIT };
  }
  // An answer that is no JSON comes as a "code" of whatever length it had.
  if (!/^[a-z][a-z0-9_]{0,60}$/.test(code)) return { kind: 'unknown', code: 'malformed' };
  if (UNKNOWN.has(code)) return { kind: 'unknown', code };
  if (AUTH.has(code)) return { kind: 'auth', code };
  if (BUG.has(code)) return { kind: 'bug', code };
  return { kind: 'route', code };
};

/**
 * What an error of the Web API's client means for a delivery. Only its code goes on: the error itself
 * can hold what Slack sent back, and with it the message.
 */
export const classify = (error: unknown): Failure => {
  if (error instanceof WebAPIPlatformError) return platformFailure(error.data.error);
  if (error instanceof WebAPIRateLimitedError) {
    const { retryAfter } = error;
    return { kind: 'rate_limited', code: 'ratelimited', retryAfterMs: retryAfter * SECOND };
  }
  if (error instanceof WebAPIHTTPError) {
    return statusFailure(error.statusCode, null) ?? { kind: 'unknown', code: 'malformed' };
  }
  if (error instanceof WebAPIRequestError) return networkFailure(error.original);
  return { kind: 'unknown', code: 'no_answer' };
};
