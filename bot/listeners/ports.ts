import type { WebClient } from '@slack/web-api';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Note } from '../audit/note.ts';
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

/** What the listeners reach the world by, whatever the workspace. */
export interface SharedPorts {
  readonly flows: TokenFlows;
  readonly petitions: Petitions;
  readonly home: HomeStore;
  readonly note: Note;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether a tenant's platform is known not to answer: nothing is begun then that needs it at once. */
  readonly platformIsDown: (tenantId: string) => boolean;
}

/** What they reach of one workspace. */
export interface WorkspacePorts {
  readonly presence: Presence;
  readonly slack: SlackRoutes;
  readonly policy: () => Policy;
  readonly people: People;
  readonly groupsOf: GroupsOf;
  readonly pace: Pace;
  /** What listeners call Slack by; null where Bolt's own client knows the token. */
  readonly client: WebClient | null;
  readonly allowances: Allowances;
  readonly tenants: TenantDirectory;
  /** The workspace where the app is installed. */
  readonly teamId: string;
  /** Its name. */
  readonly workspace: () => Promise<string>;
}

/** What the listeners reach the world by, for a request of one workspace. */
export interface ListenerPorts extends SharedPorts, WorkspacePorts {}

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
