import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { err } from '../../../../shared/result.ts';
import { uuid } from '../examples.ts';
import { ask, errorFor } from './ask.ts';
import { answer, refusal, SESSION, TOKEN } from './wire-examples.ts';

describe('an answer’s status', () => {
  it.each<[number, ApiError]>([
    [400, { code: 'refused', status: 400 }],
    [401, { code: 'signed_out' }],
    [402, { code: 'refused', status: 402 }],
    [403, { code: 'forbidden' }],
    [404, { code: 'not_found' }],
    [405, { code: 'refused', status: 405 }],
    [409, { code: 'conflict' }],
    [412, { code: 'refused', status: 412 }],
    [413, { code: 'refused', status: 413 }],
    [415, { code: 'refused', status: 415 }],
    [422, { code: 'invalid', fields: [] }],
    [428, { code: 'refused', status: 428 }],
    [429, { code: 'rate_limited', retryAfterSeconds: 60 }],
    [500, { code: 'server_error', status: 500 }],
    [502, { code: 'server_error', status: 502 }],
    [503, { code: 'server_error', status: 503 }],
    [504, { code: 'server_error', status: 504 }],
    [599, { code: 'server_error', status: 599 }],
    [100, { code: 'malformed' }],
    [301, { code: 'malformed' }],
    [304, { code: 'malformed' }],
    [0, { code: 'malformed' }],
  ])('of %i means %o', async (status, error) => {
    expect(await errorFor(refusal(status))).toEqual(error);
  });

  it.each<[number, ApiError]>([
    // Not in the platform's form: something in between says so, and it says nothing of a session, of
    // rights or of a token.
    [401, { code: 'refused', status: 401, foreign: true }],
    [403, { code: 'refused', status: 403, foreign: true }],
    [404, { code: 'refused', status: 404, foreign: true }],
    [409, { code: 'refused', status: 409, foreign: true }],
    [413, { code: 'refused', status: 413, foreign: true }],
    [422, { code: 'refused', status: 422, foreign: true }],
    [429, { code: 'rate_limited', retryAfterSeconds: 60 }],
    [502, { code: 'server_error', status: 502 }],
  ])('of %i counts though the body is a page of HTML', async (status, error) => {
    const html = '<!doctype html><title>Sorry</title>';
    expect(await errorFor(answer(html, { status, contentType: 'text/html' }))).toEqual(error);
    expect(await errorFor(answer(html, { status }))).toEqual(error);
  });

  it.each([0, 100, 199, 300, 304])('of %i is no success, whatever the body is', async (status) => {
    expect(await errorFor(answer(SESSION, { status }))).toEqual({ code: 'malformed' });
  });

  it.each([200, 201, 299])('of %i is a success', async (status) => {
    expect(await errorFor(answer(SESSION, { status }))).toBe('no error');
  });

  it.each(['{"error":7,"code":401}', '{"code":401}', '{"error":"No."}', 'null', '[]', '""'])(
    'of 401, 404 or 409 with a body like %s is not the platform’s',
    async (body) => {
      for (const status of [401, 404, 409]) {
        expect(await errorFor(answer(body, { status }))).toEqual({
          code: 'refused',
          status,
          foreign: true,
        });
      }
    },
  );
});

describe('what the transport reports', () => {
  it.each(['redirected', 'timeout', 'unreachable', 'page_gone', 'other_origin'] as const)(
    '%s comes through by its name',
    async (kind) => {
      expect(await errorFor({ kind })).toEqual({ code: kind });
    },
  );

  it('too large is malformed: no tenant platform answers so', async () => {
    expect(await errorFor({ kind: 'too_large' })).toEqual({ code: 'malformed' });
  });
});

describe('Retry-After', () => {
  it.each([
    ['7', 7],
    [' 7 ', 7],
    ['0', 1],
    ['-5', 1],
    ['3601', 3600],
    ['99999999999999999999', 3600],
    ['7.9', 7],
    ['Wed, 11 Mar 2026 12:00:00 GMT', 60],
    ['soon', 60],
    ['', 60],
    ['NaN', 60],
    ['Infinity', 60],
    [null, 60],
  ])('of %j means %i seconds', async (retryAfter, retryAfterSeconds) => {
    expect(await errorFor(refusal(429, {}, { retryAfter }))).toEqual({
      code: 'rate_limited',
      retryAfterSeconds,
    });
  });
});

describe('a body that should be JSON', () => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json;charset=UTF-8',
    'Application/JSON',
    'application/json ; charset=utf-8',
  ])('is read as %s', async (contentType) => {
    expect(await errorFor(answer(SESSION, { contentType }))).toBe('no error');
  });

  it.each([
    '',
    'text/html',
    'text/plain',
    'text/json',
    'application/jsonp',
    'application/json-patch+json',
    'application/javascript',
    'text/html, application/json',
  ])('is not read as %j', async (contentType) => {
    expect(await errorFor(answer(SESSION, { contentType }))).toEqual({ code: 'malformed' });
  });

  it.each([
    ['nothing', ''],
    ['HTML', '<!doctype html><title>Sign in</title>'],
    ['cut off', JSON.stringify(SESSION).slice(0, -1)],
    ['two values', `${JSON.stringify(SESSION)}{}`],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"session"'],
    ['a number', '1'],
    ['with trailing commas', '{"user":null,}'],
    ['very deep', '['.repeat(100_000)],
  ])('is malformed when it is %s', async (_, body) => {
    expect(await errorFor(answer(body))).toEqual({ code: 'malformed' });
  });

  it('is malformed when there is none, where one was needed', async () => {
    expect(await errorFor(answer('', { status: 204 }))).toEqual({ code: 'malformed' });
  });

  it('is malformed when Cancel brings one it should not', async () => {
    const { result } = await ask(answer(TOKEN), (api) => api.cancel(uuid(100)));
    expect(result).toEqual(err({ code: 'malformed' }));
  });
});
