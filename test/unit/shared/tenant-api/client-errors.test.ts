import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { request, tokenValue, uuid } from '../examples.ts';
import { ask, errorFor, KEY } from './ask.ts';
import { answer, NEW_TOKEN, refusal } from './wire-examples.ts';

describe('a 422', () => {
  const fieldsOf = async (fields: unknown): Promise<unknown> => {
    const { result } = await ask(refusal(422, { fields }), (api) => api.next(request(), KEY));
    return result.ok ? 'no error' : result.error;
  };

  it('names the fields as the form does, whatever the wire calls them', async () => {
    const codes = ['required', 'control_characters', 'unknown', 'exceeds_yours', 'in_the_past'];
    const names = ['name', 'description', 'tenant_id', 'permissions', 'expires_on'];
    const fields = names.map((field, index) => ({ field, code: codes[index] }));
    expect(await fieldsOf(fields)).toEqual({
      code: 'invalid',
      fields: [
        { field: 'name', code: 'required' },
        { field: 'description', code: 'control_characters' },
        { field: 'tenantId', code: 'unknown' },
        { field: 'permissions', code: 'exceeds_yours' },
        { field: 'expiresOn', code: 'in_the_past' },
      ],
    });
  });

  it('keeps how many characters are allowed', async () => {
    expect(await fieldsOf([{ field: 'name', code: 'too_long', max: 50 }])).toEqual({
      code: 'invalid',
      fields: [{ field: 'name', code: 'too_long', max: 50 }],
    });
  });

  it('with a code that nobody knows still marks the field', async () => {
    expect(await fieldsOf([{ field: 'name', code: 'not_funny' }])).toStrictEqual({
      code: 'invalid',
      fields: [{ field: 'name', code: 'wrong_type' }],
    });
  });

  it.each<[string, unknown[]]>([
    ['what is no fault of a field', [null, 'name', { code: 'required' }, { field: 7 }]],
    ['a code that is none', [{ field: 'description', code: 7 }]],
    ['a field’s second fault', [{ field: 'name', code: 'too_long', max: 100 }]],
    [
      'a list too long to be true',
      Array.from({ length: 2000 }, () => ({ field: 'name', code: 'unknown' })),
    ],
  ])('with %s keeps the other entries', async (_, odd) => {
    const { fields } = (await fieldsOf([{ field: 'name', code: 'required' }, ...odd])) as {
      fields: unknown[];
    };
    expect(fields[0]).toEqual({ field: 'name', code: 'required' });
  });

  it.each([undefined, '<b>', -1, 1.5])(
    'about a length of which %j is allowed says so without it',
    async (max) => {
      expect(await fieldsOf([{ field: 'name', code: 'too_long', max }])).toEqual({
        code: 'invalid',
        fields: [{ field: 'name', code: 'wrong_type' }],
      });
    },
  );

  it.each([
    ['fields that no form has', [{ field: 'on_behalf_of', code: 'unknown' }]],
    ['fields that nobody knows', [{ field: 'group_id', code: 'required' }]],
    ['an object’s own members', [{ field: '__proto__', code: 'required' }]],
    ['the core’s names', [{ field: 'expiresOn', code: 'required' }]],
    ['no list', { field: 'name', code: 'required' }],
    ['a list of something else', ['name']],
    ['nothing', undefined],
  ])('with %s is still a 422, without fields', async (_, fields) => {
    expect(await fieldsOf(fields)).toEqual({ code: 'invalid', fields: [] });
  });
});

describe('the platform’s reference for a call', () => {
  it.each(['a', 'req-7f3A_9', uuid(1), 'x'.repeat(64)])('comes with an error: %s', async (id) => {
    expect(await errorFor(refusal(500, {}, { requestId: id }))).toEqual({
      code: 'server_error',
      status: 500,
      requestId: id,
    });
    expect(await errorFor(answer('<html>', { requestId: id }))).toEqual({
      code: 'malformed',
      requestId: id,
    });
  });

  it.each([
    null,
    '',
    'x'.repeat(65),
    'a b',
    '<img src=x>',
    'a\nb',
    'ä',
    '\u202E1',
    '; rm',
    tokenValue(1),
  ])('is dropped when it is %j', async (requestId) => {
    expect(await errorFor(refusal(404, {}, { requestId }))).toEqual({ code: 'not_found' });
  });
});

describe('a token in an answer', () => {
  it.each([
    ['the record is wrong', { ...NEW_TOKEN, id: 7 }],
    ['it has another form', { ...NEW_TOKEN, token: `${tokenValue(9)}=` }],
    ['it is no text', { ...NEW_TOKEN, token: [tokenValue(9)] }],
    ['the platform put it into a refusal', { error: tokenValue(9), code: 422, fields: [] }],
  ])('is never in the error when %s', async (_, body) => {
    const status = 'error' in body ? 422 : 201;
    const { result } = await ask(answer(body, { status }), (api) => api.next(request(), KEY));
    expect(result.ok).toBe(false);
    const printed = inspect(result, { depth: null, showHidden: true }) + JSON.stringify(result);
    expect(printed).not.toContain(tokenValue(9).slice(0, 16));
  });

  it('is never in what is printed of a success', async () => {
    const { result } = await ask(answer(NEW_TOKEN, { status: 201 }), (api) =>
      api.next(request(), KEY),
    );
    expect(result.ok).toBe(true);
    const printed = inspect(result, { depth: null, showHidden: true }) + JSON.stringify(result);
    expect(printed).toContain('[redacted]');
    expect(printed).not.toContain(tokenValue(9).slice(0, 16));
  });

  it('is taken from no other answer than that to Next', async () => {
    const { result } = await ask(answer({ ...NEW_TOKEN, state: 'active' }), (api) =>
      api.save(uuid(100), 1),
    );
    expect(JSON.stringify(result)).not.toContain(tokenValue(9));
    expect(result.ok && Object.keys(result.value)).not.toContain('token');
  });
});
