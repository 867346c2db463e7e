import type { WebClient } from '@slack/web-api';
import { err, ok, type Result } from '../shared/result.ts';
import type { Secret } from '../shared/secret.ts';
import type { InstallSettings } from './config/installs.ts';
import { createAccess } from './installs/access.ts';
import { createBoltStore } from './installs/installations.ts';
import { createInstaller } from './installs/installer.ts';
import { createRemoval } from './installs/removal.ts';
import { unreadable } from './installs/seal-anew.ts';
import { createSealing } from './installs/sealing.ts';
import { createStateStore } from './installs/state-store.ts';
import { fetchWithToken } from './installs/token-fetch.ts';
import { createSdkLogger } from './log/sdk-logger.ts';
import { createSparingLog } from './log/sparing.ts';
import { SCOPES } from './manifest/manifest.ts';
import { NOBODY, openPolicyFolder } from './policy/policy-folder.ts';
import { CLIENT_OPTIONS, createSlackClient } from './slack/client.ts';
import { askIdentity } from './slack/identity.ts';
import type { SlackRoutes } from './slack/routes.ts';
import type { Surroundings, Workspaces } from './surroundings.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** Whose the lines of the record are that are nobody's in particular. */
const OWNER = 'all';

/**
 * The workspaces that have installed the app, and may do so at any time.
 * @returns them, or what keeps the bot from starting, in sentences that say what to do
 */
export const enterInstalledWorkspaces = async (
  { config, limits, log, logger, network, openStore, tenantsBy, clock, meter }: Surroundings,
  settings: InstallSettings,
): Promise<Result<Workspaces, readonly string[]>> => {
  const { slackApiUrl } = config;
  const { now } = clock;
  const folder = openPolicyFolder(settings.policyFolder, log);
  if (!folder.ok) return folder;
  const policies = folder.value;
  const opened = await openStore();
  if (!opened.ok) return opened;
  const store = opened.value;
  const { installations } = store;
  const keys = [settings.encryptionKey, ...settings.oldKeys];
  const sealing = createSealing(settings.encryptionKey, settings.oldKeys);
  const closed = await unreadable(installations, sealing);
  if (closed.length > 0) {
    await store.flows.close();
    const which = closed.slice(0, 20).join(', ');
    return err([
      `ENCRYPTION_KEY: what the database has of ${which} is sealed with another key. Add that to ENCRYPTION_KEYS_OLD.`,
    ]);
  }
  const bolt = createBoltStore(installations, sealing, now, log);
  const atTheDoor = createSparingLog(log, clock.elapsed);
  const { listener, provider } = createInstaller({
    settings,
    scopes: SCOPES,
    slackApiUrl,
    stateStore: createStateStore(keys, installations, now, SCOPES),
    installations: bolt,
    clientOptions: { ...CLIENT_OPTIONS, slackApiUrl, fetch: network.fetch, timeout: limits.slack },
    logger: createSdkLogger(atTheDoor),
    log: atTheDoor,
  });
  const access = createAccess(provider, installations, clock, log);

  const workspaces = new Map<string, Workspace>();

  /** Says nothing where the app is gone: a `response_url` asks for no token. */
  const onlyWhereInstalled = (teamId: string, slack: SlackRoutes): SlackRoutes => ({
    ...slack,
    respond: async (url, message) => {
      const found = await access({ teamId });
      if (found.ok) return slack.respond(url, message);
      return err({ kind: 'auth', code: found.error });
    },
  });

  const enter = (teamId: string): Workspace => {
    const clientWithin = (timeout: number): WebClient =>
      createSlackClient({
        slackApiUrl,
        logger,
        fetch: fetchWithToken(access, teamId, network.fetch),
        timeout,
        teamId,
      });
    const policy = () => policies.of(teamId);
    const workspace = createWorkspace({
      teamId,
      name: async () => (await installations.ofTeam(teamId))?.name ?? '',
      clientWithin,
      policy,
      tenants: tenantsBy(policy),
      limits,
      fetch: network.fetch,
      meter,
      clock,
      log,
    });
    return {
      ...workspace,
      client: clientWithin(limits.hurry),
      slack: onlyWhereInstalled(teamId, workspace.slack),
    };
  };

  const works = async (botToken: Secret): Promise<boolean | undefined> => {
    const way = { slackApiUrl, logger, fetch: network.fetch, timeout: limits.hurry };
    const identity = await askIdentity(createSlackClient({ botToken, ...way }));
    if (identity.ok) return true;
    return identity.error.kind === 'auth' ? false : undefined;
  };

  return ok({
    store,
    of: (teamId) => {
      const known = workspaces.get(teamId) ?? enter(teamId);
      workspaces.set(teamId, known);
      return known;
    },
    authorize: async ({ teamId, enterpriseId, isEnterpriseInstall }) => {
      const found = await access({
        teamId,
        enterpriseId: isEnterpriseInstall ? enterpriseId : undefined,
      });
      const where = {
        ...(teamId !== undefined && { teamId }),
        ...(enterpriseId !== undefined && { enterpriseId }),
      };
      // It is answered in words.
      if (!found.ok && found.error === 'not_installed') return where;
      if (!found.ok) throw new Error(found.error);
      // Without the token: Bolt keeps a client for each that it has ever seen, and these rotate.
      const { botId, botUserId } = found.value;
      return { ...where, botId, botUserId };
    },
    tenants: tenantsBy(() => NOBODY),
    policies,
    owner: OWNER,
    installs: {
      listener,
      removal: (petitions) =>
        createRemoval({
          store: installations,
          sealing,
          works,
          left: async (teamId) => {
            workspaces.delete(teamId);
            await petitions.leave(await store.openPetitions(teamId));
          },
          now,
          log,
        }),
    },
  });
};
