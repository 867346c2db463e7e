import type { Secret } from '../../shared/secret.ts';
import type { Log } from '../log/log.ts';
import type {
  InstallationStore,
  StoredInstallation,
} from '../store/installs/installation-store.ts';
import { openTokens } from './installations.ts';
import type { Sealing } from './sealing.ts';

/** What Slack says of an app that was removed, or whose tokens were revoked. */
interface Removed {
  /** The workspace's id, or the organisation's. */
  readonly id: string;
  readonly because: 'app_uninstalled' | 'tokens_revoked';
  /** Milliseconds since the epoch, by Slack's clock. */
  readonly at: number;
  /** Of whom tokens were revoked; undefined for all. */
  readonly users?: readonly string[] | undefined;
}

/** Honours a removal: the installation is erased. */
export type Removal = (removed: Removed) => Promise<void>;

/** Clocks differ, and Slack repeats an event for minutes: what comes so soon after an install is asked about. */
const CLOSE_MS = 15 * 60_000;

/**
 * @param options `works`: asks Slack whether a token still does, undefined where it does not say; `left`:
 *   called with each workspace that the app has left
 */
export const createRemoval = (options: {
  readonly store: InstallationStore;
  readonly sealing: Sealing;
  readonly works: (token: Secret) => Promise<boolean | undefined>;
  readonly left: (teamId: string) => Promise<void>;
  readonly now: () => number;
  readonly log: Log;
}): Removal => {
  const { store, sealing, works, left, now, log } = options;

  /**
   * Whether the news is older than the installation, which came after a removal that it tells of; undefined
   * where nobody can say.
   */
  const isOld = async (
    found: StoredInstallation,
    { at }: Removed,
  ): Promise<boolean | undefined> => {
    if (at > found.installedAt + CLOSE_MS) return false;
    if (at < found.installedAt - CLOSE_MS) return true;
    const tokens = openTokens(sealing, found);
    return tokens.ok && works(tokens.value.botToken);
  };

  return async (removed) => {
    const { id, because, users } = removed;
    const found = await store.find(id);
    if (!found || (users && !users.includes(found.botUserId))) return;
    const old = await isOld(found, removed);
    if (old === undefined) {
      // A workspace that has the app is not to lose it because Slack did not answer.
      log.error('removal_unanswered', { team: id, because });
      return;
    }
    if (old) {
      log.warn('removal_outdated', { team: id, because });
      return;
    }
    const teams = found.enterpriseId === id ? await store.teamsOf(id) : [id];
    // Where a token rotates at this moment, the row has changed, and goes all the same.
    for (let seen: StoredInstallation | undefined = found; seen; seen = await store.find(id)) {
      if (seen.installedAt !== found.installedAt) return;
      if (await store.remove(seen, now(), because)) break;
    }
    log.info('uninstalled', { team: id, because });
    for (const team of teams) {
      // A workspace and its organisation can each have installed it: there the bot goes on.
      if (!(await store.ofTeam(team))) await left(team);
    }
  };
};
