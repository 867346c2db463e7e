import { describe, expect, it } from 'vitest';
import { onBehalfOfSchema } from '../../../../shared/token-request.ts';

const codesOf = (text: unknown): unknown[] =>
  (onBehalfOfSchema.safeParse(text).error?.issues ?? []).map((issue) =>
    issue.code === 'custom' ? issue.params : issue.code,
  );

describe('for whom a key asks', () => {
  it.each([
    ['nobody', ''],
    ['a person with ids', 'Slack T0001/U0001 (Zoë 🦊)'],
    ['200 characters', 'x'.repeat(200)],
    ['200 emoji', '🚀'.repeat(200)],
  ])('may be %s', (_, text) => {
    expect(onBehalfOfSchema.parse(text)).toBe(text);
  });

  it.each([
    ['201 characters', 'x'.repeat(201), { code: 'too_long', max: 200 }],
    ['201 emoji', '🚀'.repeat(201), { code: 'too_long', max: 200 }],
    ['two lines', 'a\nb', { code: 'control_characters' }],
    ['turned round', 'a\u202Eb', { code: 'control_characters' }],
    ['half of an emoji', 'a\uD83D', { code: 'control_characters' }],
    ['a number', 7, 'invalid_type'],
  ])('is refused when it is %s', (_, text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });
});
