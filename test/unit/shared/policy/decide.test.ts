import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/calendar.ts';
import type { Asker } from '../../../../shared/policy/asker.ts';
import { type Ask, beyondAll, decide } from '../../../../shared/policy/decide.ts';
import type { Policy, Rule } from '../../../../shared/policy/policy.ts';
import { uuid } from '../examples.ts';
import { TODAY } from './arbitraries.ts';

const rule = (changes: Partial<Rule> = {}): Rule => ({
  who: { users: ['U0ADA'], groups: ['S0OPS'], channels: ['C0IT'] },
  tenants: ['Nord'],
  allTenants: false,
  permissions: ['read', 'write'],
  maxDays: 90,
  ask: null,
  ...changes,
});

const policy = (...rules: readonly Rule[]): Policy => ({ ask: 'the admins', rules });

const asker = (changes: Partial<Asker> = {}): Asker => ({
  id: 'U0ADA',
  kind: 'member',
  groups: [],
  channel: null,
  ...changes,
});

const ask = (changes: Partial<Ask> = {}): Ask => ({
  tenant: { id: uuid(1), name: 'Nord' },
  permissions: ['read'],
  expiresOn: addDays(TODAY, 30),
  today: TODAY,
  ...changes,
});

const reasons = (of: Policy, who: Asker, what: Ask): readonly object[] => {
  const decision = decide(of, who, what);
  return decision.kind === 'allow' ? [] : decision.reasons;
};

const AT_THE_ADMINS = { ask: 'the admins' };

const ALL = { id: 'all', name: 'Nord' };

describe('the policy grants', () => {
  it.each([
    ['someone who is named', asker()],
    ['someone of a named group', asker({ id: 'U0BEN', groups: ['S0DEV', 'S0OPS'] })],
    ['whoever asks in a named channel', asker({ id: 'U0BEN', channel: 'C0IT' })],
    ['a guest who is named', asker({ kind: 'guest' })],
    ['a bot that is named', asker({ kind: 'bot' })],
    ['someone of another workspace who is named', asker({ kind: 'outsider' })],
  ])('%s', (_, who) => {
    expect(decide(policy(rule()), who, ask())).toEqual({ kind: 'allow' });
  });

  it.each([
    ['a tenant by its id', rule({ tenants: [uuid(1)] }), ask()],
    ['each tenant', rule({ tenants: 'any' }), ask({ tenant: { id: uuid(9), name: 'New' } })],
    ['all tenants', rule({ tenants: [], allTenants: true }), ask({ tenant: ALL })],
    ['the last day', rule(), ask({ expiresOn: addDays(TODAY, 90) })],
    ['never', rule({ maxDays: null }), ask({ expiresOn: null })],
    ['any date where it grants never', rule({ maxDays: null }), ask()],
  ])('%s', (_, granted, what) => {
    expect(decide(policy(granted), asker(), what)).toEqual({ kind: 'allow' });
  });

  it('permissions out of several rules, as two tokens could be had', () => {
    const both = policy(rule({ permissions: ['read'] }), rule({ permissions: ['delete'] }));
    expect(decide(both, asker(), ask({ permissions: ['read', 'delete'] }))).toEqual({
      kind: 'allow',
    });
  });
});

describe('the policy refuses, and says what is missing and whom to ask', () => {
  const AT = { ask: 'the admins' };

  it.each([
    ['where there is no rule', policy(), asker(), { code: 'no_rule' }],
    ['a stranger', policy(rule()), asker({ id: 'U0EVE' }), { code: 'no_rule' }],
    [
      'another channel',
      policy(rule()),
      asker({ id: 'U0EVE', channel: 'C0X' }),
      { code: 'no_rule' },
    ],
    [
      'a guest in a named group and channel',
      policy(rule()),
      asker({ id: 'U0EVE', kind: 'guest', groups: ['S0OPS'], channel: 'C0IT' }),
      { code: 'guest' },
    ],
    [
      'a bot in a named channel',
      policy(rule()),
      asker({ id: 'U0EVE', kind: 'bot', channel: 'C0IT' }),
      { code: 'bot' },
    ],
    [
      'someone of another workspace in a named channel',
      policy(rule()),
      asker({ id: 'U0EVE', kind: 'outsider', channel: 'C0IT' }),
      { code: 'outsider' },
    ],
    ['who has left, though named', policy(rule()), asker({ kind: 'gone' }), { code: 'gone' }],
  ])('%s', (_, of, who, reason) => {
    expect(reasons(of, who, ask())).toEqual([{ ...AT, ...reason }]);
  });

  it.each([
    ['another tenant', { tenant: { id: uuid(2), name: 'Sol' } }, [{ code: 'tenant' }]],
    ['all tenants', { tenant: ALL }, [{ code: 'all_tenants' }]],
    [
      'permissions',
      { permissions: ['delete', 'create', 'read'] as const },
      [{ code: 'permissions', permissions: ['create', 'delete'] }],
    ],
    [
      'a day too many',
      { expiresOn: addDays(TODAY, 91) },
      [{ code: 'lifetime', latest: addDays(TODAY, 90) }],
    ],
    ['never', { expiresOn: null }, [{ code: 'never', latest: addDays(TODAY, 90) }]],
    [
      'all that is missing, at once',
      { expiresOn: null, permissions: ['read', 'delete'] as const },
      [
        { code: 'permissions', permissions: ['delete'] },
        { code: 'never', latest: addDays(TODAY, 90) },
      ],
    ],
  ])('%s', (_, what, expected) => {
    expect(reasons(policy(rule()), asker(), ask(what))).toEqual(
      expected.map((reason) => ({ ...AT, ...reason })),
    );
  });

  it('a lifetime that not every permission has', () => {
    const both = policy(
      rule({ permissions: ['read'], maxDays: null }),
      rule({ permissions: ['delete'], maxDays: 7 }),
    );
    expect(reasons(both, asker(), ask({ permissions: ['read', 'delete'] }))).toEqual([
      { code: 'lifetime', latest: addDays(TODAY, 7), ...AT },
    ]);
  });

  it('a tenant whose name is the id of a granted one', () => {
    const what = ask({ tenant: { id: uuid(2), name: uuid(1) } });
    expect(reasons(policy(rule({ tenants: [uuid(1)] })), asker(), what)).toHaveLength(1);
  });

  it('with ids of the same contact, never another’s', () => {
    const ids = { ask: 'the admins', askIds: ['S0ADMINS'] };
    const of = (own: Rule): Policy => ({ ...ids, rules: [own] });
    const never = ask({ expiresOn: null });
    expect(reasons(of(rule()), asker(), never)).toMatchObject([ids]);
    const own = { ask: 'Ben', askIds: ['U0BEN'] };
    expect(reasons(of(rule(own)), asker(), never)).toMatchObject([own]);
    const [reason] = reasons(of(rule({ ask: 'Ben' })), asker(), never);
    expect(reason).not.toHaveProperty('askIds');
  });

  it('what no rule of a person’s grants anywhere, before there is a tenant', () => {
    const of = policy(rule(), rule({ tenants: ['Sol'], permissions: ['create'], maxDays: 7 }));
    const wish = { permissions: ['read', 'create', 'delete'] as const, expiresOn: null };
    expect(beyondAll(of, asker(), wish, TODAY)).toEqual([
      { code: 'permissions', permissions: ['delete'], ...AT_THE_ADMINS },
      { code: 'never', latest: addDays(TODAY, 90), ...AT_THE_ADMINS },
    ]);
    expect(
      beyondAll(of, asker(), { permissions: ['create'], expiresOn: addDays(TODAY, 90) }, TODAY),
    ).toEqual([]);
    expect(beyondAll(of, asker(), { permissions: [], expiresOn: undefined }, TODAY)).toEqual([]);
  });

  it('with the rule’s own contact, where it has one', () => {
    const of = policy(rule({ ask: '#it-help' }));
    expect(reasons(of, asker(), ask({ expiresOn: null }))).toMatchObject([{ ask: '#it-help' }]);
  });
});
