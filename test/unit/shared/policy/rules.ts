import type { Approval } from '../../../../shared/policy/approval.ts';
import type { Asker } from '../../../../shared/policy/asker.ts';
import type { Policy, Rule } from '../../../../shared/policy/policy.ts';

/** A rule by which Ada has a little on Nord. */
export const rule = (changes: Partial<Rule> = {}): Rule => ({
  who: { users: ['U0ADA'], groups: [], channels: [] },
  tenants: ['Nord'],
  allTenants: false,
  permissions: ['read'],
  maxDays: 90,
  ask: null,
  ...changes,
});

export const policy = (...rules: readonly Rule[]): Policy => ({ ask: 'the admins', rules });

/** Ada, who asks in no channel. */
export const asker = (changes: Partial<Asker> = {}): Asker => ({
  id: 'U0ADA',
  kind: 'member',
  groups: [],
  channel: null,
  ...changes,
});

/** Ben's yes. */
export const approval = (changes: Partial<Approval> = {}): Approval => ({
  by: { users: ['U0BEN'], groups: [] },
  channel: null,
  mayApproveTheirOwn: [],
  lapsesAfterDays: 3,
  ...changes,
});
