import type { AppOptions, Logger } from '@slack/bolt';
import type { RequestListener } from 'node:http';
import type { Policy } from '../shared/policy/policy.ts';
import type { Result } from '../shared/result.ts';
import type { Config } from './config/config.ts';
import type { Removal } from './installs/removal.ts';
import type { Log } from './log/log.ts';
import type { Meter } from './metrics/meter.ts';
import type { Network } from './network/network.ts';
import type { Petitions } from './petitions/petitions.ts';
import type { PolicyNews } from './policy/policy-file.ts';
import type { Store } from './store/open-store.ts';
import type { TenantDirectory } from './tenants/tenant-directory.ts';
import type { MachineClock } from './time/clock.ts';
import type { Workspace } from './workspace.ts';

/** What workspaces are made of, however the bot comes into them. */
export interface Surroundings {
  readonly config: Config;
  readonly clock: MachineClock;
  /** How long Slack is waited for, in milliseconds. */
  readonly limits: { readonly slack: number; readonly hurry: number };
  readonly log: Log;
  readonly logger: Logger;
  readonly meter: Meter;
  readonly network: Network;
  readonly openStore: () => Promise<Result<Store, readonly [string]>>;
  /** The platform's tenants, with those that a policy lists. */
  readonly tenantsBy: (policy: () => Policy) => TenantDirectory;
}

/** The workspaces in which the bot is, and what it needs for them. */
export interface Workspaces {
  readonly store: Store;
  /** A workspace of which something is on record, whether or not the bot is there still. */
  readonly of: (teamId: string) => Workspace;
  /** Called by Bolt for each request. Gives no bot where the app is not in its workspace. */
  readonly authorize: NonNullable<AppOptions['authorize']>;
  /** Those of the platform, where no workspace is meant. */
  readonly tenants: TenantDirectory;
  readonly policies: {
    readonly sound: () => boolean;
    readonly look: () => Promise<void>;
    readonly follow: (told: (teamId: string, news: PolicyNews) => void) => void;
    readonly close: () => void;
  };
  /** Whose the lines are that the record has about itself. */
  readonly owner: string;
  /** Null where nobody installs the app. */
  readonly installs: {
    readonly listener: RequestListener;
    /** @param petitions end where the app has left their workspace */
    readonly removal: (petitions: Pick<Petitions, 'leave'>) => Removal;
  } | null;
}
