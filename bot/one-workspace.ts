import { err, ok, type Result } from '../shared/result.ts';
import type { Secret } from '../shared/secret.ts';
import { openPolicyFile } from './policy/policy-file.ts';
import { createSlackClient } from './slack/client.ts';
import { askIdentity } from './slack/identity.ts';
import type { Surroundings, Workspaces } from './surroundings.ts';
import { createWorkspace } from './workspace.ts';

/**
 * The one workspace whose token the bot was given.
 * @returns it, or what keeps the bot out, in sentences that say what to do
 */
export const enterOneWorkspace = async (
  { config, limits, log, logger, network, openStore, tenantsBy, ...others }: Surroundings,
  botToken: Secret,
  policyPath: string,
): Promise<Result<Workspaces, readonly string[]>> => {
  const { slackApiUrl } = config;
  const policyFile = openPolicyFile(policyPath, log);
  if (!policyFile.ok) return policyFile;
  const policy = policyFile.value;
  const clientWithin = (timeout: number) =>
    createSlackClient({ botToken, slackApiUrl, logger, fetch: network.fetch, timeout });
  const identity = await askIdentity(clientWithin(limits.slack));
  if (!identity.ok) {
    policy.close();
    const { kind, code } = identity.error;
    return err([
      kind === 'auth'
        ? `SLACK_BOT_TOKEN: Slack (${slackApiUrl}) says ${code}. Copy the Bot User OAuth Token anew (Slack app → OAuth & Permissions).`
        : `Slack (${slackApiUrl}) does not answer (${code}). Check the way there: a proxy (HTTPS_PROXY, NO_PROXY), or a certificate of your own authority (NODE_EXTRA_CA_CERTS).`,
    ]);
  }
  const opened = await openStore();
  if (!opened.ok) {
    policy.close();
    return opened;
  }
  const { teamId, workspace: name } = identity.value;
  const tenants = tenantsBy(policy.current);
  const workspace = createWorkspace({
    teamId,
    name: async () => name,
    clientWithin,
    policy: policy.current,
    tenants,
    limits,
    fetch: network.fetch,
    log,
    ...others,
  });
  return ok({
    store: opened.value,
    of: () => workspace,
    // The token is known to be sound: nothing is to be asked for each request.
    authorize: async () => ({ ...identity.value, botToken: botToken.reveal() }),
    tenants,
    policies: { ...policy, follow: (told) => policy.follow((news) => told(teamId, news)) },
    owner: teamId,
    installs: null,
  });
};
