import type { Approval } from '../../shared/policy/approval.ts';

/** What a rule says whose requests some people approve, by a message of their own each. */
export const approvalBy = (...users: readonly string[]): Approval => ({
  by: { users, groups: [] },
  channel: null,
  mayApproveTheirOwn: [],
  lapsesAfterDays: 3,
});
