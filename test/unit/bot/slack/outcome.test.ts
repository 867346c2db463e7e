import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { classify, networkFailure, statusFailure } from '../../../../bot/slack/outcome.ts';

const platform = (error: string): Error => new WebAPIPlatformError({ ok: false, error });

const broken = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

describe('what Slack refuses', () => {
  it.each([
    'channel_not_found',
    'not_in_channel',
    'user_not_in_channel',
    'is_archived',
    'messages_tab_disabled',
    'restricted_action',
    'user_not_found',
    'a_code_of_next_year',
  ])('is certainly not delivered: %s', (code) => {
    expect(classify(platform(code))).toEqual({ kind: 'route', code });
  });

  it.each(['invalid_auth', 'token_revoked', 'account_inactive', 'missing_scope'])(
    'is the installation’s fault: %s',
    (code) => {
      expect(classify(platform(code))).toEqual({ kind: 'auth', code });
    },
  );

  it.each(['invalid_blocks', 'msg_too_long', 'no_text', 'invalid_arguments', 'unknown_method'])(
    'is this bot’s fault: %s',
    (code) => {
      expect(classify(platform(code))).toEqual({ kind: 'bug', code });
    },
  );

  it.each(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout'])(
    'may have happened all the same: %s',
    (code) => {
      expect(classify(platform(code))).toEqual({ kind: 'unknown', code });
    },
  );

  it('is open where the answer is no JSON, and none of it goes on', () => {
    const page = '<!doctype html><title>secret</title>';
    expect(classify(platform(page))).toEqual({ kind: 'unknown', code: 'malformed' });
  });
});

describe('a rate limit', () => {
  it('says how long to wait', () => {
    expect(classify(new WebAPIRateLimitedError(7))).toEqual({
      kind: 'rate_limited',
      code: 'ratelimited',
      retryAfterMs: 7000,
    });
    expect(statusFailure(429, '3')).toMatchObject({ retryAfterMs: 3000 });
  });

  it('without a time is one of a minute', () => {
    expect(statusFailure(429, null)).toMatchObject({ kind: 'rate_limited', retryAfterMs: 60_000 });
    expect(classify(platform('ratelimited'))).toMatchObject({ retryAfterMs: 60_000 });
  });
});

describe('HTTP', () => {
  it.each([
    [200, undefined],
    [404, 'route'],
    [410, 'route'],
    [408, 'unknown'],
    [500, 'unknown'],
    [503, 'unknown'],
  ] as const)('status %i means %s', (status, kind) => {
    expect(statusFailure(status, null)?.kind).toBe(kind);
  });

  it('says so by the Web API’s client too', () => {
    expect(classify(new WebAPIHTTPError(503, 'x', {}, 'a body'))).toEqual({
      kind: 'unknown',
      code: 'http_503',
    });
    expect(classify(new WebAPIHTTPError(403, 'x', {}, 'a body'))).toEqual({
      kind: 'route',
      code: 'http_403',
    });
  });
});

describe('a connection', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'that never stood has delivered nothing: %s',
    (code) => {
      expect(networkFailure(broken(code))).toEqual({ kind: 'route', code: code.toLowerCase() });
      expect(classify(new WebAPIRequestError(broken(code)))).toMatchObject({ kind: 'route' });
    },
  );

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    'that broke may have delivered: %s',
    (code) => {
      expect(networkFailure(broken(code))).toEqual({ kind: 'unknown', code: 'no_answer' });
    },
  );

  it('that took too long may have delivered', () => {
    const late = new DOMException('late', 'TimeoutError');
    expect(classify(new WebAPIRequestError(late))).toEqual({ kind: 'unknown', code: 'no_answer' });
    expect(classify('something else')).toEqual({ kind: 'unknown', code: 'no_answer' });
  });
});
