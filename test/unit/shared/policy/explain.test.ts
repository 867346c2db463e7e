import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/policy/decide.ts';
import { explain } from '../../../../shared/policy/explain.ts';
import { askers, asks, policies } from './arbitraries.ts';

describe('an explanation', () => {
  it('decides as the policy does, and says something of each rule', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        const { decision, rules } = explain(policy, who, ask);
        expect(decision).toEqual(decide(policy, who, ask));
        expect(rules.map(({ rule }) => rule)).toEqual(policy.rules);
        for (const { grants, shortfalls } of rules) {
          expect(grants.length > 0).toBe(shortfalls.length === 0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('names the rules that decide: they alone decide the same, and without them nothing is had', () => {
    let had = 0;
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, ask) => {
        const { decision, rules } = explain(policy, who, ask);
        const deciding = rules.filter(({ decides }) => decides).map(({ rule }) => rule);
        if (decision.kind === 'refuse') {
          expect(deciding).toEqual([]);
          return;
        }
        had += 1;
        const others = policy.rules.filter((rule) => !deciding.includes(rule));
        expect(decide({ ...policy, rules: deciding }, who, ask).kind).toBe(decision.kind);
        expect(decide({ ...policy, rules: others }, who, ask).kind).not.toBe(decision.kind);
      }),
      { numRuns: 3000 },
    );
    expect(had).toBeGreaterThan(100);
  });
});
