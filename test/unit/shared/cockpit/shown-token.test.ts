import { expect, it } from 'vitest';
import { isShownToken } from '../../../../shared/cockpit/shown-token.ts';

it.each([
  '*:*.964a287e1b728cb5f4f3e0120df92cb5',
  'default:development.5f4f3e0120df92cb5964a287e1b728cb',
  'glpat-Zx81kQ_s0me-Th1ng',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-DEF_123',
])('%s can be a token, where one was shown', (text) => {
  expect(isShownToken(text)).toBe(true);
});

it.each([
  ['a masked one', '••••••••••••••••••••••'],
  ['one of stars', '*********************************'],
  ['a sentence', 'Your token stands here once.'],
  ['something short', 'abcdef0123'],
  ['what a shell would read as more', 'abcdef0123456789$(rm)'],
  ['what is too long', 'abcdefgh'.repeat(80)],
])('%s cannot', (_, text) => {
  expect(isShownToken(text)).toBe(false);
});
