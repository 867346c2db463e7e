import type * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  apiTokenSchema,
  errorSchema,
  sessionSchema,
  tokenSchema,
} from '../../../../shared/tenant-api/contract.ts';
import { SESSION, TOKEN } from './wire-examples.ts';

const takes = (schema: z.ZodMiniType, value: unknown): boolean => schema.safeParse(value).success;
const text = (length: number): string => 'x'.repeat(length);
const withUser = (changes: object): object => ({
  ...SESSION,
  user: { ...SESSION.user, ...changes },
});
const withFault = (changes: object): object => ({
  error: 'No.',
  code: 422,
  fields: [{ field: 'name', code: 'too_long', ...changes }],
});

describe('what an answer may hold ends exactly where the contract or a screen says', () => {
  it.each<[string, number, z.ZodMiniType, (length: number) => unknown]>([
    ['a person’s name', 200, sessionSchema, (length) => withUser({ name: text(length) })],
    ['a role', 200, sessionSchema, (length) => withUser({ role: text(length) })],
    ['an e-mail address', 254, sessionSchema, (length) => withUser({ email: text(length) })],
    ['a token’s name', 200, apiTokenSchema, (length) => ({ ...TOKEN, name: text(length) })],
    ['a creator', 254, apiTokenSchema, (length) => ({ ...TOKEN, created_by: text(length) })],
    ['a description', 2000, apiTokenSchema, (length) => ({ ...TOKEN, description: text(length) })],
    [
      'for whom it is, in UTF-16 units',
      400,
      apiTokenSchema,
      (length) => ({ ...TOKEN, on_behalf_of: text(length) }),
    ],
    ['a hint', 4, apiTokenSchema, (length) => ({ ...TOKEN, hint: text(length) })],
    [
      'a field’s name in a refusal',
      100,
      errorSchema,
      (length) => withFault({ field: text(length) }),
    ],
    ['a code in a refusal', 100, errorSchema, (length) => withFault({ code: text(length) })],
    [
      'the fields of a refusal',
      50,
      errorSchema,
      (length) => ({
        error: '',
        code: 422,
        fields: Array.from({ length }, () => ({ field: '', code: '' })),
      }),
    ],
    ['a token', 44, tokenSchema, (length) => `${text(length - 1)}=`],
  ])('%s: %i', (_, longest, schema, of) => {
    expect(takes(schema, of(longest))).toBe(true);
    expect(takes(schema, of(longest + 1))).toBe(false);
  });

  it.each([3, 5])('a hint has four characters, not %i', (length) => {
    expect(takes(apiTokenSchema, { ...TOKEN, hint: text(length) })).toBe(false);
  });
});
