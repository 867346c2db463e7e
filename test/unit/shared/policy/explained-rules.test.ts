import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../../shared/policy/decide.ts';
import { explain } from '../../../../shared/policy/explain.ts';
import type { Rule } from '../../../../shared/policy/policy.ts';
import { day, HARBOUR, NORTH } from '../examples.ts';
import { TODAY } from './arbitraries.ts';
import { approval, asker, policy, rule } from './rules.ts';

const RULE = rule({ permissions: ['read', 'write'], maxDays: 30 });

const ASK: Ask = {
  tenant: NORTH,
  permissions: ['read'],
  expiresOn: day('2026-03-20'),
  today: TODAY,
};

const explained = (rules: readonly Rule[], ask: Partial<Ask> = {}) =>
  explain(policy(...rules), asker(), { ...ASK, ...ask }).rules;

describe('a rule that gives nothing', () => {
  it.each<[string, Partial<Rule>, Partial<Ask>, object]>([
    ['is for somebody else', { who: { ...RULE.who, users: ['U0BEN'] } }, {}, { code: 'who' }],
    ['is of another tenant', { tenants: [HARBOUR.name] }, {}, { code: 'tenant' }],
    [
      'is of no choice of all tenants',
      {},
      { tenant: { id: 'all', name: 'All tenants' } },
      { code: 'all_tenants' },
    ],
    ['grants other permissions', { permissions: ['delete'] }, {}, { code: 'permissions' }],
    ['ends earlier', { maxDays: 9 }, {}, { code: 'lifetime', latest: '2026-03-19' }],
  ])('%s', (_, rule, ask, shortfall) => {
    expect(explained([{ ...RULE, ...rule }], ask)).toMatchObject([
      { grants: [], shortfalls: [shortfall], decides: false },
    ]);
  });

  it('says all that it falls short in', () => {
    const other = rule({
      who: { users: ['U0BEN'], groups: [], channels: [] },
      tenants: ['Harbour'],
      permissions: ['delete'],
      maxDays: 1,
    });
    expect(explained([other])[0]?.shortfalls.map(({ code }) => code)).toEqual([
      'who',
      'tenant',
      'permissions',
      'lifetime',
    ]);
  });
});

describe('a rule that gives something', () => {
  it('gives of what is asked for what it grants, to the last day', () => {
    const permissions = ['read', 'delete'] as const;
    expect(explained([RULE], { permissions, expiresOn: day('2026-04-09') })).toMatchObject([
      { grants: ['read'], shortfalls: [] },
    ]);
  });

  it('decides where it needs nobody’s yes, and beside it none that does', () => {
    const needs = { ...RULE, approval: approval() };
    const nothing = { ...RULE, permissions: ['delete'] as const };
    expect(explained([needs, RULE, nothing]).map(({ decides }) => decides)).toEqual([
      false,
      true,
      false,
    ]);
    expect(explained([needs, nothing]).map(({ decides }) => decides)).toEqual([true, false]);
  });

  it('decides nothing where all together do not grant what is asked for', () => {
    const permissions = ['read', 'delete'] as const;
    expect(explained([RULE], { permissions }).map(({ decides }) => decides)).toEqual([false]);
  });

  it('decides with those whose people would say yes to all of it', () => {
    const permissions = ['read', 'delete'] as const;
    const free = { ...RULE, permissions: ['read'] as const };
    const byBen = { ...RULE, permissions: ['delete'] as const, approval: approval() };
    const byEve = approval({ by: { users: ['U0EVE'], groups: [] } });
    const inPart = { ...RULE, permissions: ['read'] as const, approval: byEve };
    expect(explained([free, byBen, inPart], { permissions }).map(({ decides }) => decides)).toEqual(
      [true, true, false],
    );
  });
});
