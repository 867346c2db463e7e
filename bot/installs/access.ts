import type { InstallProvider } from '@slack/oauth';
import { AuthorizationError } from '@slack/oauth';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import type { InstallationStore } from '../store/installs/installation-store.ts';
import type { Clock } from '../time/clock.ts';
import { NoInstallation } from './installations.ts';

/** As whom the bot is in a workspace, now. */
interface Authorized {
  readonly botToken: Secret;
  readonly botId: string;
  readonly botUserId: string;
}

/** `unreadable`: sealed with a key that is not there. `unavailable`: the database does not answer. */
type Unauthorized = 'not_installed' | 'unreadable' | 'unavailable';

/** Where a request comes from, as far as is known. */
interface Origin {
  readonly teamId?: string | undefined;
  /** Where the app is installed in all of an organisation. */
  readonly enterpriseId?: string | undefined;
}

/** Finds a workspace's token when it is needed, and has it rotated in time. Never rejects. */
export type Access = (origin: Origin) => Promise<Result<Authorized, Unauthorized>>;

/** Another process may be about to write down the token for which it has exchanged the old one. */
const TRIES = 4;
const PAUSE_MS = 150;

const whyNot = (error: unknown, log: Log): Unauthorized => {
  const cause = error instanceof AuthorizationError ? error.original : error;
  if (cause instanceof NoInstallation) {
    if (cause.code === 'not_installed') return 'not_installed';
    log.error('installation_unreadable', { check: 'ENCRYPTION_KEYS_OLD', code: cause.code });
    return 'unreadable';
  }
  log.error('installation_unknown', errorFields(cause));
  return 'unavailable';
};

/**
 * @param provider Bolt's, over the sealed store: it rotates tokens that end within two hours
 */
export const createAccess = (
  provider: Pick<InstallProvider, 'authorize'>,
  store: Pick<InstallationStore, 'noteOrganisation'>,
  clock: Pick<Clock, 'sleep'>,
  log: Log,
): Access => {
  /** A refresh token is good for once: who comes meanwhile waits for the same. */
  const underWay = new Map<string, ReturnType<Access>>();
  const known = new Set<string>();

  const authorize = async ({ teamId, enterpriseId }: Origin): ReturnType<Access> => {
    if (teamId !== undefined && enterpriseId !== undefined) {
      const pair = `${teamId} ${enterpriseId}`;
      if (!known.has(pair)) await store.noteOrganisation(teamId, enterpriseId);
      known.add(pair);
    }
    for (let tried = 1; ; tried += 1) {
      const found = await provider.authorize({
        teamId,
        enterpriseId,
        isEnterpriseInstall: enterpriseId !== undefined,
      });
      const { botToken, botId, botUserId, botTokenExpiresAt: ends } = found;
      if (botToken === undefined || botId === undefined || botUserId === undefined) {
        return err('not_installed');
      }
      // By the clock of the library, which decided by it.
      if (ends === undefined || ends * 1000 > Date.now() || tried === TRIES) {
        return ok({ botToken: secret(botToken), botId, botUserId });
      }
      await clock.sleep(PAUSE_MS);
    }
  };

  return (origin) => {
    const key = `${origin.teamId} ${origin.enterpriseId}`;
    const same = underWay.get(key);
    if (same) return same;
    const asking = authorize(origin)
      .catch((error: unknown) => err(whyNot(error, log)))
      .finally(() => underWay.delete(key));
    underWay.set(key, asking);
    return asking;
  };
};
