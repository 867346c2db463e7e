import { describe, expect, it } from 'vitest';
import type { Asker } from '../../../../shared/policy/asker.ts';
import {
  choicesOf,
  firstExpiry,
  firstPermissions,
  latestIn,
} from '../../../../shared/policy/choices.ts';
import type { Rule } from '../../../../shared/policy/policy.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { day, uuid } from '../examples.ts';
import {
  approverGroupsIn,
  groupsNamedIn,
  rulesFor,
  rulesOn,
} from '../../../../shared/policy/rules-by.ts';
import { TODAY } from './arbitraries.ts';
import { approval, asker, policy, rule } from './rules.ts';

const ada = asker();

const eve = (changes: Partial<Asker>): Asker => asker({ id: 'U0EVE', ...changes });

const EVERYTHING = { permissions: PERMISSIONS, allTenants: true };

describe('the permissions that a form starts with', () => {
  it('are Read alone where there is Read', () => {
    expect(firstPermissions(['read', 'write', 'create', 'delete'])).toEqual(['read']);
    expect(firstPermissions(['write', 'read'])).toEqual(['read']);
  });

  it('are one alone for someone without Read, never all', () => {
    expect(firstPermissions(['write', 'create', 'delete'])).toEqual(['write']);
    expect(firstPermissions(['delete'])).toEqual(['delete']);
    expect(firstPermissions([])).toEqual([]);
  });
});

describe('the end that a form starts with', () => {
  it.each([
    [null, { expiry: '90d', ownDate: '' }],
    [undefined, { expiry: '90d', ownDate: '' }],
    [day('2026-06-08'), { expiry: '90d', ownDate: '' }],
    [day('2026-07-01'), { expiry: '90d', ownDate: '' }],
    [day('2026-06-07'), { expiry: 'date', ownDate: '2026-06-07' }],
    [day('2026-04-09'), { expiry: '30d', ownDate: '' }],
  ])('is 90 days, or the maximum where that is less: %s', (limit, start) => {
    expect(firstExpiry('90d', limit, TODAY)).toEqual(start);
  });
});

describe('a rule that names only', () => {
  it.each([
    ['users', { users: ['U0EVE'], groups: [], channels: [] }, {}],
    [
      'groups, for someone in one of two',
      { users: [], groups: ['S0A', 'S0B'], channels: [] },
      { groups: ['S0B'] },
    ],
    [
      'groups, for someone in two',
      { users: [], groups: ['S0B'], channels: [] },
      { groups: ['S0A', 'S0B'] },
    ],
    ['channels', { users: [], groups: [], channels: ['C0A', 'C0B'] }, { channel: 'C0B' }],
  ])('%s concerns those, and nobody else', (_, who, changes) => {
    const of = policy(rule({ who }));
    expect(rulesFor(of, eve(changes))).toHaveLength(1);
    const stranger = asker({ id: 'U0X', groups: ['S0X'], channel: 'C0X' });
    expect(rulesFor(of, stranger)).toEqual([]);
    expect(rulesFor(of, asker({ id: 'U0X' }))).toEqual([]);
  });

  it('groups has them looked up, each once', () => {
    const groups = (...names: string[]) =>
      rule({ who: { users: [], groups: names, channels: [] } });
    expect(groupsNamedIn(policy(groups('S0A', 'S0B'), rule(), groups('S0B', 'S0C')))).toEqual([
      'S0A',
      'S0B',
      'S0C',
    ]);
  });
});

describe('a tenant in a rule', () => {
  const named = (...tenants: string[]) => [rule({ tenants })];

  it.each([
    ['by its name', 'Nord Hafen', true],
    ['by its name in another composition', 'Nord Ha\u0308fen', false],
    ['by its id', uuid(0xabc), true],
    ['by its id in capitals', uuid(0xabc).toUpperCase(), true],
    ['not by a part of its name', 'Nord', false],
    ['not by its name in another case', 'nord hafen', false],
    ['not by an id that is longer', `${uuid(0xabc)}0`, false],
    ['not by an id with something before it', `x${uuid(0xabc)}`, false],
  ])('is named %s', (_, text, expected) => {
    const tenant = { id: uuid(0xabc), name: 'Nord Hafen' };
    expect(rulesOn(named(text), tenant).length > 0).toBe(expected);
  });

  it('is named by its id where its name looks like another’s', () => {
    const tenant = { id: uuid(1), name: uuid(2) };
    expect(rulesOn(named(uuid(1)), tenant)).toHaveLength(1);
    expect(rulesOn(named(uuid(2)), tenant)).toEqual([]);
  });

  it('is one of several that the rule names', () => {
    expect(rulesOn(named('Sol', 'Nord'), { id: uuid(1), name: 'Nord' })).toHaveLength(1);
  });

  it('has one name, however its letters are composed', () => {
    expect(rulesOn(named('Zu\u0308rich'), { id: uuid(1), name: 'Z\u00fcrich' })).toHaveLength(1);
  });
});

describe('the tenants that rules name', () => {
  const tenants = [
    { id: uuid(1), name: 'Nord' },
    { id: uuid(2), name: 'Hafen' },
    { id: uuid(3), name: 'Zu\u0308rich' },
    { id: uuid(4), name: 'Sol' },
  ];
  const choices = (...rules: readonly Rule[]) => choicesOf(policy(...rules), ada, EVERYTHING);

  it('come first, by name or id, the others after them in their order', () => {
    const some = choices(
      rule({ tenants: ['Z\u00fcrich'] }),
      rule({ tenants: 'any' }),
      rule({ tenants: [uuid(4).toUpperCase()] }),
    );
    expect(some.namedFirst(tenants, 9).map(({ name }) => name)).toEqual([
      'Zu\u0308rich',
      'Sol',
      'Nord',
      'Hafen',
    ]);
  });

  it('are all there where several have the name, and no more of any are given than are wanted', () => {
    const twice = [...tenants, { id: uuid(5), name: 'Hafen' }];
    const some = choices(rule({ tenants: ['Hafen', uuid(5)] }));
    expect(some.namedFirst(twice, 9).map(({ id }) => id)).toEqual([uuid(2), uuid(5)]);
    expect(some.first(twice)?.id).toBe(uuid(2));
    expect(some.first(tenants.slice(0, 1))).toBeUndefined();
    const any = choices(rule({ tenants: 'any' }), rule({ tenants: ['Sol'] }));
    expect(any.namedFirst(twice, 2).map(({ name }) => name)).toEqual(['Sol', 'Nord']);
    expect(any.first(twice)?.name).toBe('Nord');
  });

  it('are to be looked for where they are not among those that are known, each once', () => {
    const some = choices(
      rule({ tenants: ['Far', 'Nord', 'Z\u00fcrich'] }),
      rule({ tenants: ['Far', uuid(9)] }),
    );
    expect(some.namesWithout(tenants)).toEqual(['Far', uuid(9)]);
    expect(choices(rule({ tenants: 'any' })).namesWithout(tenants)).toEqual([]);
  });

  it('of a rule for someone else do not count', () => {
    const others = rule({ who: { users: ['U0X'], groups: [], channels: [] }, tenants: ['Sol'] });
    expect(choices(others, rule()).namedFirst(tenants, 9)[0]?.name).toBe('Nord');
  });
});

describe('what a form starts with', () => {
  const NORD = { id: uuid(1), name: 'Nord' };
  const latest = (...rules: readonly Rule[]) =>
    latestIn(policy(...rules), ada, NORD, ['read'], TODAY);

  it('ends when what needs nobody’s yes ends, or else what needs one', () => {
    const needs = rule({ maxDays: 300, approval: approval() });
    expect(latest(rule({ maxDays: 10 }), needs)).toBe('2026-03-20');
    expect(latest(needs)).toBe('2027-01-04');
    expect(latest(rule({ permissions: ['write'] }), needs)).toBe('2027-01-04');
    expect(latest(rule({ tenants: ['Sol'] }))).toBeUndefined();
  });

  it('is what would be preset where that is no date, and never is granted', () => {
    expect(firstExpiry('never', null, TODAY)).toEqual({ expiry: 'never', ownDate: '' });
    expect(firstExpiry('never', day('2026-06-08'), TODAY)).toEqual({ expiry: '90d', ownDate: '' });
    expect(firstExpiry('never', undefined, TODAY)).toEqual({ expiry: 'never', ownDate: '' });
  });
});

describe('what may be chosen', () => {
  const ALL = { id: 'all', name: 'All tenants' };
  const choices = (...rules: readonly Rule[]) => choicesOf(policy(...rules), ada, EVERYTHING);

  it('is all tenants by a rule that says so, and by none that names each', () => {
    expect(choices(rule({ tenants: 'any' })).allows(ALL)).toBe(false);
    expect(choices(rule({ tenants: [], allTenants: true })).allows(ALL)).toBe(true);
    expect(choices(rule()).allows({ id: uuid(1), name: 'Nord' })).toBe(true);
    expect(choices(rule()).allows({ id: uuid(1), name: 'Sol' })).toBe(false);
  });

  it('is a date of one’s own beside every end that is granted', () => {
    expect(choices(rule({ maxDays: 30 })).expiries(TODAY)).toEqual(['7d', '30d', 'date']);
    expect(choices(rule({ maxDays: null })).expiries(TODAY)).toContain('never');
    expect(choices().expiries(TODAY)).toEqual(['date']);
  });

  it('begins with the first named tenant, and with none where none is there', () => {
    const [sol, nord] = ['Sol', 'Nord'].map((name, each) => ({ id: uuid(each), name }));
    const tenants = [sol, nord].flatMap((each) => each ?? []);
    expect(choices(rule()).first(tenants)).toBe(nord);
    expect(choices(rule({ tenants: ['Far'] })).first(tenants)).toBeUndefined();
    expect(choices(rule({ tenants: 'any' })).first(tenants)).toBe(sol);
  });

  it('is on a platform by any tenant, or by a name or an id of one there', () => {
    expect(choices(rule({ tenants: 'any' })).someOn('plant')).toBe(true);
    for (const tenants of [
      ['Nord', 'plant: Nord'],
      ['works: Nord', '@plant/1'],
    ]) {
      expect(choices(rule({ tenants })).someOn('plant')).toBe(true);
    }
    expect(choices(rule({ tenants: ['Nord', 'works: Nord'] })).someOn('plant')).toBe(false);
    expect(choices().someOn('plant')).toBe(false);
  });

  it('is of the named tenants no more than are wanted', () => {
    const tenants = [1, 2, 3].map((each) => ({ id: uuid(each), name: 'Nord' }));
    expect(choices(rule()).namedFirst(tenants, 2)).toEqual(tenants.slice(0, 2));
  });
});

describe('the groups of those who say yes', () => {
  it('are those of every rule and of who makes tokens, each once', () => {
    const by = (...groups: string[]) => approval({ by: { users: [], groups } });
    const rules = [
      rule({ approval: by('S0A', 'S0B') }),
      rule(),
      rule({ approval: by('S0B', 'S0C') }),
    ];
    expect(approverGroupsIn({ rules })).toEqual(['S0A', 'S0B', 'S0C']);
    expect(approverGroupsIn({ rules, handOver: by('S0M', 'S0C') })).toEqual([
      'S0M',
      'S0C',
      'S0A',
      'S0B',
    ]);
    expect(approverGroupsIn({ rules: [rule()] })).toEqual([]);
  });
});
