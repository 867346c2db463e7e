import { expect, it } from 'vitest';
import { isShownToken } from '../../../../shared/cockpit/shown-token.ts';

it.each([
  '*:*.964a287e1b728cb5f4f3e0120df92cb5',
  'default:development.5f4f3e0120df92cb5964a287e1b728cb',
  'glpat-Zx81kQ_s0me-Th1ng',
  'root@pam:build~5f4f3e01-20df-92cb',
  // An encrypted one may have an empty part.
  'eyJhbGciOiJkaXIifQ..48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6ji',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-DEF_123',
  'abcdefghabcdefgh',
])('%s can be a token, where one was shown', (text) => {
  expect(isShownToken(text)).toBe(true);
});

it.each([
  ['a masked one', '••••••••••••••••••••••'],
  ['one of stars', '*********************************'],
  ['one of stars and dots in turn', '**.**.**.**.**.**.**'],
  ['one of too few different characters', 'abcdefgabcdefgabcdefg'],
  ['a sentence', 'Your token stands here once.'],
  [
    'one with its middle left out',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6Ik...wtpOscBNUxSuvUjnjF-QLdsOh-P2TU',
  ],
  ['one with stars in its middle', 'glpat-Zx81***kQ_s0me-Th1ng'],
  ['one of which the end alone is shown', 'sk-xxxxxxxxxxxxxxxxTh1ng'],
  ['one of which the last group alone is shown', 'XXXX-XXXX-XXXX-7F2K9QWzAb'],
  ['an address', 'https://nord.example/tokens/new'],
  ['an address of e-mail', 'rita.keller@nord.example'],
  ['a time', '2026-01-01T00:00:00.000Z'],
  ['the name of a text', 'errors.token.name.already_taken'],
  ['something short', 'abcdef0123'],
  ['what a shell would read as more', 'abcdef0123456789$(rm)'],
  ['what is too long', 'abcdefgh'.repeat(80)],
])('%s cannot', (_, text) => {
  expect(isShownToken(text)).toBe(false);
});
