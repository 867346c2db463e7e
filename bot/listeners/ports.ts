import type { Policy } from '../../shared/policy/policy.ts';
import type { Log } from '../log/log.ts';
import type { Allowances } from '../people/allowances.ts';
import type { GroupsOf } from '../people/groups.ts';
import type { People } from '../people/people.ts';
import type { Presence } from '../people/presence.ts';
import type { Petitions } from '../petitions/petitions.ts';
import type { Pace } from '../slack/pace.ts';
import type { SlackRoutes } from '../slack/routes.ts';
import type { HomeStore } from '../store/home-store.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import type { TokenFlows } from '../delivery/token-flows.ts';

/** What the listeners reach the world by. */
export interface ListenerPorts {
  readonly flows: TokenFlows;
  readonly petitions: Petitions;
  readonly presence: Presence;
  readonly home: HomeStore;
  readonly slack: SlackRoutes;
  readonly policy: () => Policy;
  readonly people: People;
  readonly groupsOf: GroupsOf;
  readonly pace: Pace;
  readonly allowances: Allowances;
  readonly tenants: TenantDirectory;
  /** The workspace where the app is installed. */
  readonly teamId: string;
  /** Its name. */
  readonly workspace: string;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How old what is known may be for drawing a form: the submission asks anew. */
export const FOR_DRAWING = { person: 5 * MINUTE, groups: MINUTE } as const;

/** For a decision: people and groups as Slack has them now. */
export const FOR_DECIDING = { person: 0, groups: 0 } as const;

/**
 * For a decision that may need no groups: each rule only adds to what a person may, and of groups Slack
 * answers twenty questions a minute.
 */
export const WITHOUT_GROUPS = { ...FOR_DECIDING, groups: 'unasked' } as const;
