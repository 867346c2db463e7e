import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/calendar.ts';
import type { Asker } from '../../../../shared/policy/asker.ts';
import {
  type Ask,
  beyondAll,
  type Decision,
  decide,
  decideApproved,
  mayApprove,
} from '../../../../shared/policy/decide.ts';
import type { Approval } from '../../../../shared/policy/approval.ts';
import type { Policy, Rule } from '../../../../shared/policy/policy.ts';
import { uuid } from '../examples.ts';
import { TODAY } from './arbitraries.ts';
import { approval, asker, policy, rule as plainRule } from './rules.ts';

/** A rule that concerns Ada by her id, as one of a group, and in a channel. */
const rule = (changes: Partial<Rule> = {}): Rule =>
  plainRule({
    who: { users: ['U0ADA'], groups: ['S0OPS'], channels: ['C0IT'] },
    permissions: ['read', 'write'],
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
  return decision.kind === 'refuse' ? decision.reasons : [];
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
    expect(
      beyondAll(of, asker(), { permissions: [], expiresOn: addDays(TODAY, 91) }, TODAY),
    ).toEqual([{ code: 'lifetime', latest: addDays(TODAY, 90), ...AT_THE_ADMINS }]);
  });

  it('with the rule’s own contact, where it has one', () => {
    const of = policy(rule({ ask: '#it-help' }));
    expect(reasons(of, asker(), ask({ expiresOn: null }))).toMatchObject([{ ask: '#it-help' }]);
  });
});

const yesOf = (changes: Partial<Approval> = {}): Approval =>
  approval({ by: { users: ['U0BOSS'], groups: ['S0ADMINS'] }, ...changes });

describe('the policy asks for approval', () => {
  const boss: Asker = { ...asker({ id: 'U0BOSS' }), channel: null };
  const asking = rule({ permissions: ['read', 'write'], approval: yesOf() });

  it('where the rules that grant something need someone’s yes', () => {
    expect(decide(policy(asking), asker(), ask())).toEqual({
      kind: 'ask',
      ways: [{ approval: yesOf(), rules: [asking] }],
    });
  });

  it.each([
    ['another rule needs nobody’s', [rule(), asking], 'allow'],
    ['the other comes first', [asking, rule()], 'allow'],
    ['a part of it alone is free', [rule({ permissions: ['write'] }), asking], 'ask'],
    ['nothing grants it', [rule({ tenants: ['Sol'] })], 'refuse'],
  ])('or not, where %s', (_, rules, kind) => {
    expect(decide(policy(...rules), asker(), ask()).kind).toBe(kind);
  });

  it('of the same people for what several rules give together, however they are listed', () => {
    const of = (permission: 'read' | 'delete', users: readonly string[]): Rule =>
      rule({ permissions: [permission], approval: yesOf({ by: { users, groups: [] } }) });
    const two = policy(of('read', ['U0BOSS', 'U0BEN']), of('delete', ['U0BEN', 'U0BOSS']));
    const decision = decide(two, asker(), ask({ permissions: ['read', 'delete'] }));
    expect(decision).toMatchObject({ kind: 'ask', ways: [{ rules: two.rules }] });
  });

  it('of nobody where different people would each have to approve a part', () => {
    const others = yesOf({ by: { users: ['U0BEN'], groups: [] } });
    const of = policy(
      rule({ permissions: ['read'], approval: yesOf() }),
      rule({ permissions: ['delete'], approval: others }),
    );
    expect(reasons(of, asker(), ask({ permissions: ['read', 'delete'] }))).toEqual([
      { code: 'approvals', ...AT_THE_ADMINS },
    ]);
    expect(decide(of, asker(), ask({ permissions: ['delete'] })).kind).toBe('ask');
  });

  it('of any of several, where each of their rules is enough', () => {
    const others = yesOf({ by: { users: ['U0BEN'], groups: [] } });
    const of = policy(asking, rule({ approval: others }));
    expect(decide(of, asker(), ask())).toMatchObject({
      ways: [{ approval: yesOf() }, { approval: others }],
    });
    expect(decideApproved(of, asker(), ask(), boss).kind).toBe('allow');
    expect(decideApproved(of, asker(), ask(), asker({ id: 'U0BEN' })).kind).toBe('allow');
    expect(decideApproved(of, asker(), ask(), asker({ id: 'U0EVE' })).kind).toBe('ask');
  });

  it.each<[string, Partial<Asker>, boolean]>([
    ['who is named', { id: 'U0BOSS' }, true],
    ['of a named group', { id: 'U0BEN', groups: ['S0ADMINS'] }, true],
    ['who is named, though a guest', { id: 'U0BOSS', kind: 'guest' }, true],
    ['who has left, though named', { id: 'U0BOSS', kind: 'gone' }, false],
    [
      'of a named group, though a guest',
      { id: 'U0BEN', kind: 'guest', groups: ['S0ADMINS'] },
      false,
    ],
    ['of another workspace', { id: 'U0BEN', kind: 'outsider', groups: ['S0ADMINS'] }, false],
    ['who asked', { id: 'U0ADA', groups: ['S0ADMINS'] }, false],
    ['nobody knows', { id: 'U0EVE' }, false],
  ])('and one may approve %s', (_, who, may) => {
    expect(mayApprove(yesOf(), asker(who), 'U0ADA')).toBe(may);
    const decision: Decision['kind'] = may ? 'allow' : 'ask';
    expect(decideApproved(policy(asking), asker(), ask(), asker(who)).kind).toBe(decision);
  });

  it('and one may approve their own where the policy names them for that, and for approving', () => {
    const own = yesOf({ mayApproveTheirOwn: ['U0ADA', 'U0BOSS'] });
    expect(mayApprove(own, asker({ id: 'U0BOSS' }), 'U0BOSS')).toBe(true);
    expect(mayApprove(own, asker({ id: 'U0ADA' }), 'U0ADA')).toBe(false);
    expect(mayApprove(own, asker({ id: 'U0BEN', groups: ['S0ADMINS'] }), 'U0BEN')).toBe(false);
  });

  it('and a yes gives nothing beyond the rules', () => {
    const wide = ask({ permissions: ['read', 'delete'] });
    expect(decideApproved(policy(asking), asker(), wide, boss).kind).toBe('refuse');
    const long = ask({ expiresOn: addDays(TODAY, 91) });
    expect(decideApproved(policy(asking), asker(), long, boss).kind).toBe('refuse');
  });
});

describe('the policy, where people make the tokens,', () => {
  const makers: Approval = {
    by: { users: ['U0CAI'], groups: [] },
    channel: null,
    mayApproveTheirOwn: [],
    lapsesAfterDays: 3,
  };
  const byPeople = ask({ byPeople: true });

  it('asks those who make them for what a rule grants freely', () => {
    const granted = rule();
    expect(decide({ ...policy(granted), handOver: makers }, asker(), byPeople)).toEqual({
      kind: 'ask',
      ways: [{ approval: makers, rules: [granted] }],
    });
  });

  it('asks those who approve the same tenant’s other grants where it names no makers', () => {
    const asking = rule({ permissions: ['delete'], approval: makers });
    expect(decide(policy(rule(), asking), asker(), byPeople)).toEqual({
      kind: 'ask',
      ways: [{ approval: makers, rules: [asking] }],
    });
  });

  it('refuses where it names nobody at all, and says whom to ask', () => {
    expect(reasons(policy(rule()), asker(), byPeople)).toEqual([
      { code: 'no_maker', ask: 'the admins' },
    ]);
  });

  it('asks the same people as ever for what needs a yes', () => {
    const asking = rule({ approval: makers });
    const others = { ...makers, by: { users: ['U0EVE'], groups: [] } };
    expect(decide({ ...policy(asking), handOver: others }, asker(), byPeople)).toEqual({
      kind: 'ask',
      ways: [{ approval: makers, rules: [asking] }],
    });
  });
});
