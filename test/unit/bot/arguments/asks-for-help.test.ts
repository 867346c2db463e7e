import { describe, expect, it } from 'vitest';
import { asksForHelp } from '../../../../bot/arguments/asks-for-help.ts';

describe('a command', () => {
  it.each([
    '',
    'help',
    'HELP',
    'Hilfe',
    'aiuto',
    'aide',
    '?',
    'h',
    '-h',
    '--help',
    '—help',
    '-?',
    'help create',
    'create help',
    'create --help',
    'create "CI" --tenant Nord -h',
    'create --hilfe',
  ])('asks for help with %j', (text) => {
    expect(asksForHelp(text)).toBe(true);
  });

  it.each([
    'create',
    'create "help"',
    'create help desk',
    'create "--help"',
    'create CI --description "say --help"',
    'create --helper x',
    'delete',
    '"help"',
  ])('does not with %j', (text) => {
    expect(asksForHelp(text)).toBe(false);
  });
});
