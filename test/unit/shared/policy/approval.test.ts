import { describe, expect, it } from 'vitest';
import { approvalForm } from '../../../../shared/policy/approval.ts';
import { approval } from './rules.ts';

describe('two approvals', () => {
  const APPROVAL = approval({
    by: { users: ['U0ADA'], groups: ['S0OPS'] },
    mayApproveTheirOwn: ['U0ADA'],
  });

  it.each([
    [{ by: { users: ['U0BEN'], groups: ['S0OPS'] } }],
    [{ by: { users: ['U0ADA'], groups: ['S0DEV'] } }],
    [{ channel: 'C0IT' }],
    [{ mayApproveTheirOwn: [] }],
    [{ lapsesAfterDays: 4 }],
  ])('are different with %o', (change) => {
    expect(approvalForm({ ...APPROVAL, ...change })).not.toBe(approvalForm(APPROVAL));
  });

  it('are the same however their people are listed', () => {
    const users = ['U0ADA', 'U0BEN'];
    const by = (listed: string[]) => approval({ by: { users: listed, groups: [] } });
    expect(approvalForm(by([...users, 'U0ADA']))).toBe(approvalForm(by(users.toReversed())));
  });
});
