import { WebClient } from '@slack/web-api';
import { describe, expect, it, vi } from 'vitest';
import { createGroups } from '../../../../bot/people/groups.ts';
import { ok } from '../../../../shared/result.ts';
import { testLog } from '../../../support/test-log.ts';

const setUp = (usergroups: readonly unknown[]) => {
  const client = new WebClient();
  const list = vi
    .spyOn(client.usergroups, 'list')
    .mockResolvedValue({ ok: true, usergroups: usergroups as never });
  const logged: string[] = [];
  const log = testLog((line) => logged.push(line));
  const { groupsOf } = createGroups(client, { run: (_, call) => call() }, Date.now, log);
  return { groupsOf, list, logged };
};

const GROUP = { id: 'S1', users: ['U1', 'U2'], date_delete: 0 };

describe('the user groups of a person', () => {
  it('are those that are in use, of those asked for', async () => {
    const { groupsOf, list } = setUp([GROUP, { ...GROUP, id: 'S2', users: ['U2'] }]);
    expect(await groupsOf('U1', ['S1', 'S2'], 0)).toEqual(ok(['S1']));
    expect(await groupsOf('U2', ['S2'], 0)).toEqual(ok(['S2']));
    expect(list).toHaveBeenCalledWith({ include_users: true, include_disabled: false });
  });

  it('are none that is disabled, though Slack lists it, nor one that is odd', async () => {
    const odd = { ...GROUP, id: 'S3', users: 'all' };
    const disabled = { ...GROUP, id: 'S2', date_delete: 1446747568 };
    const { groupsOf, logged } = setUp([GROUP, disabled, odd]);
    expect(await groupsOf('U1', ['S1', 'S2', 'S3'], 0)).toEqual(ok(['S1']));
    expect(logged.join()).toContain('S2 S3');
  });

  it('are those that name them, whatever else is among the names', async () => {
    const { groupsOf, logged } = setUp([{ ...GROUP, users: [null, 'U1', 7, {}] }]);
    expect(await groupsOf('U1', ['S1'], 0)).toEqual(ok(['S1']));
    expect(await groupsOf('U2', ['S1'], 0)).toEqual(ok([]));
    expect(logged).toEqual([]);
  });
});
