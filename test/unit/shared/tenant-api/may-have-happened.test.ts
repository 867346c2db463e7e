import { describe, expect, it } from 'vitest';
import { type ApiError, mayHaveHappened } from '../../../../shared/tenant-api/port.ts';

describe('a call that ended in an error', () => {
  it.each<ApiError>([
    { code: 'timeout' },
    { code: 'unreachable' },
    { code: 'server_error', status: 502 },
    { code: 'malformed' },
    { code: 'page_gone' },
    { code: 'no_sign', said: '' },
  ])('may have had its effect: $code', (error) => {
    expect(mayHaveHappened(error)).toBe(true);
  });

  it.each<ApiError>([
    { code: 'signed_out' },
    { code: 'forbidden' },
    { code: 'not_found' },
    { code: 'conflict' },
    { code: 'invalid', fields: [] },
    { code: 'rate_limited', retryAfterSeconds: 1 },
    { code: 'refused', status: 418 },
    { code: 'redirected' },
    { code: 'page_forbids' },
    { code: 'other_origin' },
    { code: 'not_filled_in', said: '' },
  ])('was certainly refused, or never left: $code', (error) => {
    expect(mayHaveHappened(error)).toBe(false);
  });
});
