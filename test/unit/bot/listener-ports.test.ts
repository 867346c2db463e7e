import { describe, expect, it } from 'vitest';
import { listenerPorts } from '../../../bot/listener-ports.ts';
import type { SharedPorts } from '../../../bot/listeners/ports.ts';
import type { Workspaces } from '../../../bot/surroundings.ts';
import type { Workspace } from '../../../bot/workspace.ts';
import { submission } from '../../support/bot-submission.ts';

const shared = {
  petitions: { find: async (id: string) => ({ id, submission: submission({ teamId: 'T1' }) }) },
} as unknown as SharedPorts;

const workspaces = (installed: boolean): Pick<Workspaces, 'of' | 'installs'> => {
  const all = new Map<string, Workspace>();
  return {
    of: (teamId) => {
      const known = all.get(teamId) ?? ({ teamId } as Workspace);
      all.set(teamId, known);
      return known;
    },
    installs: installed ? ({} as Workspaces['installs']) : null,
  };
};

const OF = { botId: 'B1' };

describe('what the listeners reach', () => {
  it('is one thing for all requests of a workspace, and another for another', () => {
    const portsOf = listenerPorts(shared, workspaces(true));
    expect(portsOf({ ...OF, teamId: 'T1' })).toBe(portsOf({ ...OF, teamId: 'T1' }));
    expect(portsOf({ ...OF, teamId: 'T2' })).not.toBe(portsOf({ ...OF, teamId: 'T1' }));
    expect(portsOf({ ...OF, enterpriseId: 'E1' })?.teamId).toBe('E1');
  });

  it('is nothing where the app is not installed', () => {
    expect(listenerPorts(shared, workspaces(true))({ teamId: 'T1' })).toBeUndefined();
  });

  it('has no petition of another workspace, whoever names it', async () => {
    const portsOf = listenerPorts(shared, workspaces(true));
    expect(await portsOf({ ...OF, teamId: 'T1' })?.petitions.find('p')).toMatchObject({ id: 'p' });
    expect(await portsOf({ ...OF, teamId: 'T2' })?.petitions.find('p')).toBeUndefined();
  });

  it('has all that is on record where there is one workspace', async () => {
    const portsOf = listenerPorts(shared, workspaces(false));
    expect(await portsOf({ ...OF, teamId: 'T2' })?.petitions.find('p')).toMatchObject({ id: 'p' });
  });
});
