import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barred, decide, decideApproved } from '../../../../shared/policy/decide.ts';
import {
  choicesOf,
  firstExpiry,
  firstPermissions,
  latestIn,
} from '../../../../shared/policy/choices.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { within } from '../../../../shared/policy/lifetime.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { EXPIRY_CHOICES, expiryDate } from '../../../../shared/expiry.ts';
import { askers, asks, makersPolicies, policies, rules, TODAY } from './arbitraries.ts';

/** Whether it may be had, with someone's yes or without. */
const mayBeHad = (...args: Parameters<typeof decide>): boolean => decide(...args).kind !== 'refuse';

const allows = (...args: Parameters<typeof decide>): boolean => decide(...args).kind === 'allow';
const EVERYTHING = { permissions: PERMISSIONS, allTenants: true };
const RUNS = { numRuns: 2000 };
/** Where what is counted is rare: by chance alone, it is never so few. */
const MANY = { numRuns: 5000 };

describe('a policy', () => {
  it('never allows less with one more rule, wherever it stands', () => {
    let granted = 0;
    fc.assert(
      fc.property(policies, rules, fc.nat(5), askers, asks, (policy, rule, at, who, ask) => {
        const more = { ...policy, rules: policy.rules.toSpliced(at, 0, rule) };
        if (!allows(policy, who, ask)) return;
        granted += 1;
        expect(allows(more, who, ask)).toBe(true);
      }),
      RUNS,
    );
    expect(granted).toBeGreaterThan(50);
  });

  it('refuses everything without a rule', () => {
    fc.assert(
      fc.property(askers, asks, (who, ask) => !allows({ ask: 'Ada', rules: [] }, who, ask)),
    );
  });

  it('never allows less to someone in one more group, nor for a shorter time or fewer permissions', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        fc.pre(allows(policy, who, ask));
        expect(allows(policy, { ...who, groups: ['S0OPS', 'S0DEV'] }, ask)).toBe(true);
        expect(allows(policy, who, { ...ask, expiresOn: TODAY })).toBe(true);
        for (const permission of ask.permissions) {
          expect(allows(policy, who, { ...ask, permissions: [permission] })).toBe(true);
        }
      }),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    );
  });

  it('gives guests, bots and outsiders only what names them, and those who left nothing', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        if (who.kind === 'member' || !allows(policy, who, ask)) return;
        expect(who.kind).not.toBe('gone');
        expect(policy.rules.some((rule) => rule.who.users.includes(who.id))).toBe(true);
      }),
      RUNS,
    );
  });

  it('does not look at the order of its rules', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        const turned = { ...policy, rules: policy.rules.toReversed() };
        expect(allows(turned, who, ask)).toBe(allows(policy, who, ask));
      }),
      RUNS,
    );
  });

  it('always says why it refuses, and whom to ask', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        const decision = decide(policy, who, ask);
        if (decision.kind !== 'refuse') return;
        expect(decision.reasons.length).toBeGreaterThan(0);
        for (const reason of decision.reasons) expect(reason.ask).not.toBe('');
      }),
      RUNS,
    );
  });
});

describe('an approval', () => {
  const withoutNeed = (policy: Policy): Policy => ({
    ...policy,
    rules: policy.rules.map((rule) => {
      const free = { ...rule };
      delete free.approval;
      return free;
    }),
  });

  it('never grants more than the same rules would without it, nor by anyone who is not named', () => {
    const hits = { approved: 0, asked: 0 };
    fc.assert(
      fc.property(policies, askers, asks, askers, (policy, who, ask, approver) => {
        const decision = decide(policy, who, ask);
        const approved = decideApproved(policy, who, ask, approver);
        if (approved.kind === 'allow') expect(allows(withoutNeed(policy), who, ask)).toBe(true);
        if (decision.kind !== 'ask') {
          expect(approved).toEqual(decision);
          return;
        }
        hits.asked += 1;
        expect(decision.ways.length).toBeGreaterThan(0);
        if (approved.kind !== 'allow') return;
        hits.approved += 1;
        const needed = decision.ways.map(({ approval }) => approval);
        const { id, groups } = approver;
        expect(
          needed.some(
            ({ by }) => by.users.includes(id) || by.groups.some((each) => groups.includes(each)),
          ),
        ).toBe(true);
        if (id !== who.id) return;
        expect(needed.some((each) => each.mayApproveTheirOwn.includes(id))).toBe(true);
      }),
      MANY,
    );
    expect(hits.asked).toBeGreaterThan(100);
    expect(hits.approved).toBeGreaterThan(20);
  });

  it('is always needed where people make the token, by someone whom the policy names', () => {
    const hits = { asked: 0, noMaker: 0 };
    fc.assert(
      fc.property(makersPolicies, askers, asks, askers, (policy, who, ask, maker) => {
        const byCall = decide(policy, who, ask);
        const byPeople = decide(policy, who, { ...ask, byPeople: true });
        expect(byPeople.kind).not.toBe('allow');
        // What calls make only with someone's yes, and what they do not make, is the same here.
        if (byCall.kind !== 'allow') expect(byPeople).toEqual(byCall);
        const made = decideApproved(policy, who, { ...ask, byPeople: true }, maker);
        if (made.kind === 'allow') expect(allows(withoutNeed(policy), who, ask)).toBe(true);
        if (byCall.kind !== 'allow') return;
        if (byPeople.kind === 'refuse') {
          hits.noMaker += 1;
          expect(policy.handOver).toBeUndefined();
          return;
        }
        hits.asked += 1;
        if (made.kind === 'allow' && maker.id === who.id) {
          const own = byPeople.kind === 'ask' ? byPeople.ways : [];
          expect(own.some(({ approval }) => approval.mayApproveTheirOwn.includes(who.id))).toBe(
            true,
          );
        }
      }),
      MANY,
    );
    expect(hits.asked).toBeGreaterThan(50);
    expect(hits.noMaker).toBeGreaterThan(0);
  });

  it('is never asked for where it was not before a rule was added', () => {
    fc.assert(
      fc.property(policies, rules, askers, asks, (policy, rule, who, ask) => {
        const more = { ...policy, rules: [...policy.rules, rule] };
        const before = decide(policy, who, ask).kind;
        const after = decide(more, who, ask).kind;
        if (before === 'allow') expect(after).toBe('allow');
        if (before === 'ask') expect(after).not.toBe('refuse');
      }),
      RUNS,
    );
  });

  it('is not asked for by a policy that does not mention one', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        expect(decide(withoutNeed(policy), who, ask).kind).not.toBe('ask');
      }),
    );
  });
});

describe('what a person may choose at all', () => {
  it('holds everything that is allowed', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        if (!mayBeHad(policy, who, ask)) return;
        const choices = choicesOf(policy, who, EVERYTHING);
        expect(barred(policy, who)).toBeUndefined();
        expect(choices.allows(ask.tenant)).toBe(true);
        expect(choices.permissions).toEqual(expect.arrayContaining([...ask.permissions]));
        if (ask.tenant.id === 'all') expect(choices.allTenants).toBe(true);
        const preset = EXPIRY_CHOICES.find(
          (each) => each !== 'date' && expiryDate(each, '', TODAY) === ask.expiresOn,
        );
        if (preset) expect(choices.expiries(TODAY)).toContain(preset);
      }),
      RUNS,
    );
  });

  it('is never more than the caller has to give', () => {
    fc.assert(
      fc.property(policies, askers, (policy, who) => {
        const choices = choicesOf(policy, who, { permissions: ['read'], allTenants: false });
        expect(choices.allTenants).toBe(false);
        expect(['', 'read']).toContain(choices.permissions.join());
      }),
    );
  });

  it('starts a form with something that is granted', () => {
    let capped = 0;
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, { tenant }) => {
        const { permissions } = choicesOf(policy, who, EVERYTHING);
        const first = firstPermissions(permissions);
        const limit = latestIn(policy, who, tenant, first, TODAY);
        if (limit === undefined || first.length === 0) return;
        const { expiry, ownDate } = firstExpiry('90d', limit, TODAY);
        const expiresOn = expiryDate(expiry, ownDate, TODAY) ?? null;
        expect(within(expiresOn, limit)).toBe(true);
        const ask = { tenant, permissions: first, expiresOn, today: TODAY };
        expect(mayBeHad(policy, who, ask)).toBe(true);
        if (expiry !== '90d') capped += 1;
      }),
      RUNS,
    );
    expect(capped).toBeGreaterThan(20);
  });
});
