import type { Installation, InstallationStore as BoltStore } from '@slack/bolt';
import { ok, type Result } from '../../shared/result.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import type { Log } from '../log/log.ts';
import type {
  InstallationStore,
  StoredInstallation,
  StoredTokens,
} from '../store/installs/installation-store.ts';
import type { Sealing } from './sealing.ts';

const SECOND = 1000;

/** What an installation's tokens are. */
export interface Tokens {
  readonly botToken: Secret;
  readonly refreshToken: Secret | null;
}

/** An installation that is not as Slack's answer to an install has to be. */
class NotAnInstallation extends Error {
  readonly code = 'not_an_installation';
}

/** That the app is not installed, or why it cannot be said as whom it is. */
export class NoInstallation extends Error {
  readonly code: 'not_installed' | 'unknown_key' | 'altered';

  constructor(code: NoInstallation['code']) {
    super(code);
    this.name = 'NoInstallation';
    this.code = code;
  }
}

const placeOf = (id: string, column: 'bot_token' | 'refresh_token'): readonly string[] => [
  'installations',
  id,
  column,
];

/** Opens what is sealed of an installation. */
export const openTokens = (
  sealing: Sealing,
  { id, botToken, refreshToken }: Pick<StoredInstallation, 'id' | 'botToken' | 'refreshToken'>,
): Result<Tokens, 'unknown_key' | 'altered'> => {
  const bot = sealing.open(botToken, placeOf(id, 'bot_token'));
  if (!bot.ok) return bot;
  if (refreshToken === null) return ok({ botToken: bot.value, refreshToken: null });
  const refresh = sealing.open(refreshToken, placeOf(id, 'refresh_token'));
  return refresh.ok ? ok({ botToken: bot.value, refreshToken: refresh.value }) : refresh;
};

/** Seals the tokens of an installation. */
export const sealTokens = (
  sealing: Sealing,
  id: string,
  { botToken, refreshToken }: Tokens,
): Pick<StoredTokens, 'botToken' | 'refreshToken'> => ({
  botToken: sealing.seal(botToken, placeOf(id, 'bot_token')),
  refreshToken: refreshToken && sealing.seal(refreshToken, placeOf(id, 'refresh_token')),
});

/** Bolt's installation, with what it was read from: Bolt hands on all that it was given. */
type Read = Installation<'v2'> & { readonly readFrom: StoredInstallation };

const readFromIn = (installation: Installation): StoredInstallation | undefined =>
  'readFrom' in installation ? (installation as Read).readFrom : undefined;

const tokensIn = (bot: NonNullable<Installation['bot']>): Tokens => ({
  botToken: secret(bot.token),
  refreshToken: bot.refreshToken === undefined ? null : secret(bot.refreshToken),
});

const expiryIn = ({ expiresAt }: NonNullable<Installation['bot']>): number | null =>
  expiresAt === undefined ? null : expiresAt * SECOND;

/** What of Slack's answer to an install is kept; a person's own token, which nobody asked for, is not. */
const stored = (
  sealing: Sealing,
  { bot, team, enterprise, user, isEnterpriseInstall }: Installation,
  now: number,
): Omit<StoredInstallation, 'revision'> => {
  const where = isEnterpriseInstall ? enterprise : team;
  if (!bot || !where) throw new NotAnInstallation('A bot, or its workspace, is missing.');
  return {
    id: where.id,
    name: where.name ?? '',
    enterpriseId: enterprise?.id ?? null,
    botId: bot.id,
    botUserId: bot.userId,
    scopes: bot.scopes,
    installedBy: user.id,
    ...sealTokens(sealing, where.id, tokensIn(bot)),
    expiresAt: expiryIn(bot),
    installedAt: now,
  };
};

const asBolt = (found: StoredInstallation, { botToken, refreshToken }: Tokens): Read => {
  const { id, name, enterpriseId, expiresAt } = found;
  const inOrganisation = id === enterpriseId;
  const enterprise = enterpriseId === null ? undefined : { id: enterpriseId };
  return {
    team: inOrganisation ? undefined : { id, name },
    enterprise,
    isEnterpriseInstall: inOrganisation,
    user: { token: undefined, scopes: undefined, id: found.installedBy },
    bot: {
      token: botToken.reveal(),
      id: found.botId,
      userId: found.botUserId,
      scopes: [...found.scopes],
      ...(refreshToken && { refreshToken: refreshToken.reveal() }),
      ...(expiresAt !== null && { expiresAt: Math.floor(expiresAt / SECOND) }),
    },
    tokenType: 'bot',
    authVersion: 'v2',
    readFrom: found,
  };
};

/**
 * The installations as Bolt's installer and its authorization take them, sealed on their way to the database.
 * @param now milliseconds since the epoch
 */
export const createBoltStore = (
  store: InstallationStore,
  sealing: Sealing,
  now: () => number,
  log: Log,
): BoltStore => ({
  storeInstallation: async (given) => {
    const installation = given as Installation;
    const { bot } = installation;
    const readFrom = readFromIn(installation);
    if (!readFrom) {
      const row = stored(sealing, installation, now());
      const came = await store.put(row);
      log.info(came, { team: row.id, by: row.installedBy });
      return;
    }
    // A token was rotated. Where the app was installed anew meanwhile, or is gone, that stays so.
    if (!bot) throw new NotAnInstallation('A bot is missing.');
    const tokens = sealTokens(sealing, readFrom.id, tokensIn(bot));
    const kept = await store.replaceTokens(readFrom, { ...tokens, expiresAt: expiryIn(bot) });
    log.info(kept ? 'token_rotated' : 'token_rotated_late', { team: readFrom.id });
  },

  fetchInstallation: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
    const organisation = isEnterpriseInstall ? await store.find(enterpriseId ?? '') : undefined;
    const found = organisation ?? (await store.ofTeam(teamId ?? ''));
    if (!found) throw new NoInstallation('not_installed');
    const tokens = openTokens(sealing, found);
    if (!tokens.ok) throw new NoInstallation(tokens.error);
    return asBolt(found, tokens.value);
  },
});
