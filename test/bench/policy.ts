import { day } from '../unit/shared/examples.ts';
import { decide } from '../../shared/policy/decide.ts';
import type { Policy, Rule } from '../../shared/policy/policy.ts';
import { median } from './median.ts';

// How long a decision takes with ten thousand rules, beside the same with ten in the same run.

const AIM = 2;
const DECISIONS = 2_000;
const ROUNDS = 15;
const TODAY = day('2026-03-10');

/** Each is for a person of its own, or for one group and a tenant of its own. */
const SHAPES: Readonly<Record<string, (number: number) => Partial<Rule>>> = {
  'a person each': (number) => ({ who: { users: [`U${number}`], groups: [], channels: [] } }),
  'a tenant each, one group': (number) => ({
    who: { users: [], groups: ['S1'], channels: [] },
    tenants: [`Tenant ${number}`],
  }),
};

const policyOf = (count: number, shape: (number: number) => Partial<Rule>): Policy => ({
  ask: 'Ada',
  rules: Array.from({ length: count }, (_, number) => ({
    who: { users: [], groups: [], channels: [] },
    tenants: ['Tenant 7'],
    allTenants: false,
    permissions: ['read'],
    maxDays: 30,
    ask: null,
    ...shape(number),
  })),
});

/** Milliseconds for {@link DECISIONS} decisions of a policy that grants what is asked for. */
const time = (policy: Policy): number => {
  const asker = { id: 'U7', kind: 'member', groups: ['S1'], channel: null } as const;
  const ask = {
    tenant: { id: '', name: 'Tenant 7' },
    permissions: ['read'],
    expiresOn: TODAY,
    today: TODAY,
  } as const;
  if (decide(policy, asker, ask).kind !== 'allow') throw new Error('The policy grants nothing.');
  const start = performance.now();
  for (let each = 0; each < DECISIONS; each += 1) decide(policy, asker, ask);
  return performance.now() - start;
};

const ratio = (shape: (number: number) => Partial<Rule>): number => {
  const [few, many] = [policyOf(10, shape), policyOf(10_000, shape)];
  const ratios = Array.from({ length: ROUNDS }, () => time(many) / time(few));
  return median(ratios);
};

for (const [name, shape] of Object.entries(SHAPES)) {
  const worse = Math.max(ratio(shape), ratio(shape));
  console.log(
    `${name}: 10,000 rules take ${worse.toFixed(2)} × the time of 10 (aim ${AIM}): ${worse <= AIM ? 'met' : 'missed'}`,
  );
}
