import * as fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../../shared/calendar.ts';
import type { Asker } from '../../../../shared/policy/asker.ts';
import type { Ask } from '../../../../shared/policy/decide.ts';
import type { Approval } from '../../../../shared/policy/approval.ts';
import type { Policy, Rule } from '../../../../shared/policy/policy.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { day, uuid } from '../examples.ts';
import type { PolicyTenant } from '../../../../shared/policy/tenant-names.ts';

export const TODAY = day('2026-03-10');

const TENANTS: readonly PolicyTenant[] = [
  { id: uuid(1), name: 'Nord' },
  { id: uuid(2), name: 'Harbour' },
  { id: uuid(3), name: 'Nord' },
  { id: 'all', name: 'Nord' },
];

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
const USERS = ['U0ADA', 'U0BEN', 'U0EVE'];
const GROUPS = ['S0OPS', 'S0DEV'];
const CHANNELS = ['C0IT', 'C0ALL'];

const approvals: fc.Arbitrary<Approval> = fc.record({
  by: fc.record({ users: some(USERS), groups: some(GROUPS) }),
  channel: fc.constant(null),
  mayApproveTheirOwn: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, some(USERS)),
  lapsesAfterDays: fc.constant(3),
});

const freeRules: fc.Arbitrary<Rule> = fc.record({
  who: fc.record({ users: some(USERS), groups: some(GROUPS), channels: some(CHANNELS) }),
  tenants: fc.oneof(fc.constant('any' as const), some(['Nord', 'Harbour', uuid(1), uuid(2)])),
  allTenants: fc.boolean(),
  permissions: some(PERMISSIONS),
  maxDays: fc.option(fc.integer({ min: 1, max: 400 })),
  ask: fc.option(fc.constantFrom('Ada', 'Ben')),
});

/** Half of them need someone's yes. */
export const rules: fc.Arbitrary<Rule> = fc
  .tuple(freeRules, fc.option(approvals, { freq: 2 }))
  .map(([rule, approval]) => (approval ? { ...rule, approval } : rule));

export const policies: fc.Arbitrary<Policy> = fc.record({
  ask: fc.constant('Ada'),
  rules: fc.array(rules, { maxLength: 5 }),
});

/** Policies that may say who makes the tokens that no call makes. */
export const makersPolicies: fc.Arbitrary<Policy> = fc
  .tuple(policies, fc.option(approvals))
  .map(([policy, handOver]) => (handOver ? { ...policy, handOver } : policy));

export const askers: fc.Arbitrary<Asker> = fc.record({
  id: fc.constantFrom(...USERS),
  kind: fc.constantFrom('member', 'member', 'member', 'guest', 'bot', 'outsider', 'gone'),
  groups: some(GROUPS),
  channel: fc.option(fc.constantFrom(...CHANNELS)),
});

const dates: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 500 })
  .map((days) => addDays(TODAY, days));

export const asks: fc.Arbitrary<Ask> = fc.record({
  tenant: fc.constantFrom(...TENANTS),
  permissions: fc.subarray([...PERMISSIONS], { minLength: 1 }),
  expiresOn: fc.option(dates),
  today: fc.constant(TODAY),
});
