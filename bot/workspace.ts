import type { WebClient } from '@slack/web-api';
import type { Policy } from '../shared/policy/policy.ts';
import type { WorkspacePorts } from './listeners/ports.ts';
import type { Log } from './log/log.ts';
import type { Meter } from './metrics/meter.ts';
import { createAllowances } from './people/allowances.ts';
import { createGroups } from './people/groups.ts';
import { createPeople } from './people/people.ts';
import { createPresence } from './people/presence.ts';
import type { PetitionWorkspace } from './petitions/ports.ts';
import { createPace } from './slack/pace.ts';
import { createSlackRoutes } from './slack/routes.ts';
import type { TenantDirectory } from './tenants/tenant-directory.ts';
import type { MachineClock } from './time/clock.ts';

/** A workspace, with all that is remembered of it: its people, its groups, and how Slack limits its calls. */
export type Workspace = WorkspacePorts & PetitionWorkspace;

/**
 * @param options `clientWithin`: the workspace's Web API, with how long to wait for an answer in
 *   milliseconds; `name`: its name; `fetch`: the way to a `response_url`
 */
export const createWorkspace = (options: {
  readonly teamId: string;
  readonly name: () => Promise<string>;
  readonly clientWithin: (timeoutMs: number) => WebClient;
  readonly policy: () => Policy;
  readonly tenants: TenantDirectory;
  readonly limits: { readonly slack: number; readonly hurry: number };
  readonly fetch: typeof fetch;
  readonly meter: Pick<Meter, 'pace'>;
  readonly clock: MachineClock;
  readonly log: Log;
}): Workspace => {
  const { teamId, name, clientWithin, policy, tenants, limits, clock, log } = options;
  const { elapsed } = clock;
  const pace = options.meter.pace(createPace(elapsed));
  const client = clientWithin(limits.slack);
  const asking = clientWithin(limits.hurry);
  return {
    teamId,
    workspace: name,
    slack: createSlackRoutes(client, clock, limits.slack, options.fetch, pace),
    people: createPeople(asking, teamId, pace, elapsed),
    ...createGroups(asking, pace, elapsed, log),
    presence: createPresence(asking, pace),
    pace,
    client: null,
    policy,
    allowances: createAllowances(elapsed),
    tenants,
  };
};
