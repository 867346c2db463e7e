import type { ListenerPorts, SharedPorts } from './listeners/ports.ts';
import type { PortsOf } from './listeners/register.ts';
import type { Petitions } from './petitions/petitions.ts';
import type { Workspaces } from './surroundings.ts';
import type { Workspace } from './workspace.ts';

/** The petitions of one workspace: of those of others nobody there hears. */
const within = (petitions: Petitions, teamId: string): Petitions => ({
  ...petitions,
  find: async (id) => {
    const petition = await petitions.find(id);
    return petition?.submission.teamId === teamId ? petition : undefined;
  },
});

/** What the listeners reach the world by, for each workspace in which the bot is. */
export const listenerPorts = (
  shared: SharedPorts,
  { of, installs }: Pick<Workspaces, 'of' | 'installs'>,
): PortsOf => {
  const known = new WeakMap<Workspace, ListenerPorts>();
  return ({ teamId, enterpriseId, botId }) => {
    if (botId === undefined) return undefined;
    const workspace = of(teamId ?? enterpriseId ?? '');
    const before = known.get(workspace);
    if (before) return before;
    const petitions = installs ? within(shared.petitions, workspace.teamId) : shared.petitions;
    const ports = { ...shared, petitions, ...workspace };
    known.set(workspace, ports);
    return ports;
  };
};
