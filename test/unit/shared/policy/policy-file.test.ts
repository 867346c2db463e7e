import { describe, expect, it } from 'vitest';
import { parsePolicy } from '../../../../shared/policy/policy.ts';
import { uuid } from '../examples.ts';
import { faultsOf, RULE, withRule } from './policy-files.ts';

describe('a policy file', () => {
  it('gives rules in full, with what was left out', () => {
    expect(parsePolicy(JSON.stringify({ ask: ' Ada ', rules: [RULE] }))).toEqual({
      ok: true,
      value: {
        ask: 'Ada',
        rules: [
          {
            who: { users: ['U012AB3CD'], groups: [], channels: [] },
            tenants: ['Nord'],
            allTenants: false,
            permissions: ['read'],
            maxDays: 90,
            ask: null,
          },
        ],
      },
    });
  });

  it('may grant nothing to anyone', () => {
    expect(faultsOf({ ask: 'Ada', rules: [] })).toEqual([]);
  });

  it('takes what may be said of a rule', () => {
    const whole = {
      note: 'why this is so',
      who: { groups: ['S012AB3CD'], channels: ['C012AB3CD', 'G012AB3CD'] },
      tenants: 'any',
      allTenants: true,
      permissions: ['read', 'delete'],
      never: true,
      ask: '#it-help',
    };
    expect(faultsOf({ ask: 'Ada', rules: [whole] })).toEqual([]);
    expect(faultsOf(withRule({ tenants: [uuid(1), 'Nord Hafen'] }))).toEqual([]);
    expect(faultsOf(withRule({ tenants: undefined, allTenants: true }))).toEqual([]);
  });

  it('may name those whom to ask by id, beside the words', () => {
    const ids = ['U012AB3CD', 'S012AB3CD', 'C012AB3CD'];
    const file = {
      ask: 'Ada',
      askIds: ids,
      rules: [{ ...RULE, ask: 'Ben', askIds: ['W012AB3CD'] }],
    };
    expect(parsePolicy(JSON.stringify(file))).toMatchObject({
      value: { ask: 'Ada', askIds: ids, rules: [{ ask: 'Ben', askIds: ['W012AB3CD'] }] },
    });
  });

  it('may want someone’s yes for what a rule grants', () => {
    const approval = { by: { groups: ['S012AB3CD'] } };
    expect(parsePolicy(JSON.stringify(withRule({ approval })))).toMatchObject({
      value: {
        rules: [
          {},
          {
            approval: {
              by: { users: [], groups: ['S012AB3CD'] },
              channel: null,
              mayApproveTheirOwn: [],
              lapsesAfterDays: 3,
            },
          },
        ],
      },
    });
    const whole = {
      by: { users: ['U012AB3CD'] },
      channel: 'C012AB3CD',
      mayApproveTheirOwn: ['U012AB3CD'],
      lapsesAfterDays: 30,
    };
    expect(faultsOf(withRule({ approval: whole }))).toEqual([]);
  });

  it.each([
    ['no JSON', '{', [/^the file: is not JSON \(.+\)$/]],
    [
      'more faults than can be named',
      { ask: 'Ada', rules: Array.from({ length: 150_000 }, () => ({})) },
      [/^the file: has too many faults to be named$/],
    ],
    ['no object', 'null', [/^the file: must be an object$/]],
    ['nothing', {}, [/^ask: is missing$/, /^rules: is missing$/]],
    ['an empty ask', { ask: ' ', rules: [] }, [/^ask: must not be empty$/]],
    ['rules that are no list', { ask: 'Ada', rules: {} }, [/^rules: must be a list$/]],
    [
      'somebody to ask by what is no id',
      { ask: 'Ada', askIds: ['@ada'], rules: [] },
      [/^askIds\[0\]: must be the id of a person, a user group or a channel/],
    ],
    [
      'somebody to ask by id alone',
      withRule({ askIds: ['U012AB3CD'] }),
      [/^rules\[1\]\.askIds: stands beside ask/],
    ],
    ['a rule that is none', { ask: 'Ada', rules: [RULE, 7] }, [/^rules\[1\]: must be an object$/]],
    [
      'an approval by nobody',
      withRule({ approval: {} }),
      [/^rules\[1\]\.approval\.by: is missing$/],
    ],
    [
      'an approval by an empty list',
      withRule({ approval: { by: { users: [] } } }),
      [/^rules\[1\]\.approval\.by: name at least one of users, groups$/],
    ],
    [
      'an approver by name',
      withRule({ approval: { by: { users: ['@ada'] } } }),
      [/^rules\[1\]\.approval\.by\.users\[0\]: must be a user id such as/],
    ],
    [
      'an approval in a conversation of two',
      withRule({ approval: { by: { users: ['U012AB3CD'] }, channel: 'D012AB3CD' } }),
      [/^rules\[1\]\.approval\.channel: must be a channel id such as/],
    ],
    [
      'an approval that never lapses',
      withRule({ approval: { by: { users: ['U012AB3CD'] }, lapsesAfterDays: 0 } }),
      [/^rules\[1\]\.approval\.lapsesAfterDays: must be a whole number of days from 1 to 30$/],
    ],
    [
      'an approval with a member that there is not',
      withRule({ approval: { by: { users: ['U012AB3CD'] }, self: true } }),
      [/^rules\[1\]\.approval\.self: there is no such member$/],
    ],
    [
      'a permission that there is not',
      withRule({ permissions: ['raed'] }),
      [/^rules\[1\]\.permissions\[0\]: must be one of read, write, create, delete$/],
    ],
    [
      'no permission',
      withRule({ permissions: [] }),
      [/^rules\[1\]\.permissions: name at least one permission$/],
    ],
    ['a misspelt member', withRule({ tenannts: [] }), [/^rules\[1\]\.tenannts: there is no such/]],
    [
      'a name for an id',
      withRule({ who: { users: ['@ada'] } }),
      [/^rules\[1\]\.who\.users\[0\]: /],
    ],
    [
      'a channel by its name',
      withRule({ who: { channels: ['#it'] } }),
      [/^rules\[1\]\.who\.channels\[0\]: must be a channel id/],
    ],
    ['nobody', withRule({ who: {} }), [/^rules\[1\]\.who: name at least one of/]],
    ['nobody, in a list', withRule({ who: { users: [] } }), [/^rules\[1\]\.who: name at least/]],
    ['no tenant', withRule({ tenants: undefined }), [/^rules\[1\]\.tenants: name tenants, or/]],
    ['an empty list of tenants', withRule({ tenants: [] }), [/^rules\[1\]\.tenants: /]],
    ['"all" among tenants', withRule({ tenants: ['all'] }), [/^rules\[1\]\.tenants: the choice/]],
    ['no lifetime', withRule({ maxDays: undefined }), [/^rules\[1\]\.maxDays: say how many/]],
    ['two lifetimes', withRule({ never: true }), [/^rules\[1\]\.maxDays: never grants every/]],
    ['half a day', withRule({ maxDays: 0.5 }), [/^rules\[1\]\.maxDays: must be a whole number/]],
    ['no days', withRule({ maxDays: 0 }), [/^rules\[1\]\.maxDays: must be a whole number/]],
    ['11 years', withRule({ maxDays: 4000 }), [/^rules\[1\]\.maxDays: must be a whole number/]],
    ['days as a text', withRule({ maxDays: '90' }), [/^rules\[1\]\.maxDays: must be a whole/]],
    ['a yes that is a text', withRule({ allTenants: 'yes' }), [/^rules\[1\]\.allTenants: must be/]],
  ])('is refused with the path of the fault: %s', (_, file, faults) => {
    const found = faultsOf(file);
    expect(found).toHaveLength(faults.length);
    for (const [index, fault] of faults.entries()) expect(found[index]).toMatch(fault);
  });

  it.each([
    [
      'users',
      'U012AB3CD',
      ['xU012AB3CD', 'U012AB3CDx', 'U012AB3CD ', 'u012AB3CD', 'S012AB3CD', 'U'],
    ],
    ['users', 'W01', ['W0', 'XW01', 'W01\n']],
    ['groups', 'S012AB3CD', ['xS012AB3CD', 'S012AB3CD!', 'S0', 'U012AB3CD']],
    ['channels', 'C012AB3CD', ['#C012AB3CD', 'C012AB3CD|it', 'C0', 'S012AB3CD']],
    ['channels', 'G01', ['G0']],
    ['channels', 'D01', ['D0']],
  ])('takes ids of %s whole: %s, and nothing around them', (of, id, others) => {
    expect(faultsOf(withRule({ who: { [of]: [id] } }))).toEqual([]);
    for (const other of others) {
      expect(faultsOf(withRule({ who: { [of]: [other] } }))).toHaveLength(1);
    }
  });

  it.each([
    ['ask', (length: number) => ({ ask: 'x'.repeat(length), rules: [] }), 200],
    ['a rule’s ask', (length: number) => withRule({ ask: 'x'.repeat(length) }), 200],
    ['askIds', (n: number) => ({ ask: 'Ada', askIds: Array(n).fill('U012AB3CD'), rules: [] }), 5],
    ['maxDays', (maxDays: number) => withRule({ maxDays }), 3660],
  ])('takes so much of %s and no more', (_, file, most) => {
    expect(faultsOf(file(most))).toEqual([]);
    expect(faultsOf(file(most + 1))).toHaveLength(1);
    expect(faultsOf(file(1))).toEqual([]);
  });

  it('names every fault at once', () => {
    expect(
      faultsOf({ rules: [{ ...RULE, permissions: ['raed', 'x'], maxDays: -1 }] }),
    ).toHaveLength(4);
  });
});
