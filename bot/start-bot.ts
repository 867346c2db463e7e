import { err, ok, type Result } from '../shared/result.ts';
import { createApp } from './app.ts';
import { createClosing, orderlyEnd } from './closing.ts';
import type { Config } from './config/config.ts';
import { isLoopback } from './config/loopback.ts';
import { systemClock, type Clock } from './time/clock.ts';
import { createTokenFlows } from './delivery/token-flows.ts';
import { createTurns } from './time/turns.ts';
import { every } from './time/every.ts';
import { errorFields } from './log/error-fields.ts';
import type { Log } from './log/log.ts';
import { createSparingWarning } from './log/sparing.ts';
import { createSdkLogger } from './log/sdk-logger.ts';
import { handedMessage } from './messages/handed-message.ts';
import { petitionWords } from './messages/petition-words.ts';
import { tokenWords } from './messages/token-words.ts';
import { createPetitions } from './petitions/petitions.ts';
import { createGroups } from './people/groups.ts';
import { createAllowances } from './people/allowances.ts';
import { createPeople } from './people/people.ts';
import { createPresence } from './people/presence.ts';
import { createNetwork } from './network/network.ts';
import { createPlatform } from './platform.ts';
import { openPolicyFile } from './policy/policy-file.ts';
import { createHttpReceiver } from './receivers/http-receiver.ts';
import { createIntake } from './receivers/intake.ts';
import { readiness } from './readiness.ts';
import type { Refusal } from './receivers/receiver.ts';
import { createSocketReceiver } from './receivers/socket-receiver.ts';
import { startWebServer } from './receivers/web-server.ts';
import { createSlackClient } from './slack/client.ts';
import { askIdentity } from './slack/identity.ts';
import { createPace } from './slack/pace.ts';
import { createSlackRoutes } from './slack/routes.ts';
import { openStore, type Store } from './store/open-store.ts';
import { createTenantDirectory } from './tenants/tenant-directory.ts';

const SECOND = 1000;
const LEASE_MS = 60 * SECOND;
const SWEEP_MS = 15 * SECOND;

/** How long the bot waits for the answers of others, in milliseconds. */
export interface Limits {
  /** Slack, to messages. */
  readonly slack: number;
  /** Slack, where someone waits: an ack has three seconds, and a trigger lives no longer. */
  readonly hurry: number;
  readonly platform: number;
}

const LIMITS: Limits = { slack: 5 * SECOND, hurry: 2 * SECOND, platform: 15 * SECOND };

/** A running bot. */
export interface Bot {
  readonly port: number;
  /**
   * Takes no more work, finishes what is under way, and leaves.
   * @returns whether all was finished in time
   */
  readonly stop: (patienceMs: number) => Promise<boolean>;
}

const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error;

const openOrSay = async (
  databaseUrl: string,
  log: Log,
): Promise<Result<Store, readonly [string]>> => {
  try {
    return ok(await openStore(databaseUrl, (id) => log.error('flow_unreadable', { flow: id })));
  } catch (error) {
    const cause = causeOf(error);
    // SQLite's own words say more than its code does.
    const why =
      cause instanceof Error && 'errstr' in cause
        ? String(cause.errstr)
        : (errorFields(cause)['code'] ?? 'its tables are not this version’s');
    return err([
      `DATABASE_URL: ${databaseUrl} cannot be used (${why}). Set it to file:PATH, where this process may write and no other program keeps its data.`,
    ]);
  }
};

/**
 * Starts the bot.
 * @param clock the machine's own, but for tests
 * @param limits the usual ones, but for tests
 * @returns the bot, or what keeps it from starting, in sentences that say what to do
 */
export const startBot = async (
  config: Config,
  log: Log,
  clock: Clock = systemClock,
  limits: Limits = LIMITS,
): Promise<Result<Bot, readonly string[]>> => {
  const { botToken, slackApiUrl, transport } = config;
  const { now } = clock;
  const logger = createSdkLogger(log);
  const warn = createSparingWarning(log, now);
  const policyFile = openPolicyFile(config.policyFile, log);
  if (!policyFile.ok) return policyFile;
  const policy = policyFile.value;

  const network = createNetwork(config.proxy, (host, code) => warn('not_reached', { host, code }));
  const access = { botToken, slackApiUrl, logger, fetch: network.fetch };
  const client = createSlackClient({ ...access, timeout: limits.slack });
  const identity = await askIdentity(client);
  if (!identity.ok) {
    policy.close();
    const { kind, code } = identity.error;
    return err([
      kind === 'auth'
        ? `SLACK_BOT_TOKEN: Slack (${slackApiUrl}) says ${code}. Copy the Bot User OAuth Token anew (Slack app → OAuth & Permissions).`
        : `Slack (${slackApiUrl}) does not answer (${code}). Check the way there: a proxy (HTTPS_PROXY, NO_PROXY), or a certificate of your own authority (NODE_EXTRA_CA_CERTS).`,
    ]);
  }

  const opened = await openOrSay(config.databaseUrl, log);
  if (!opened.ok) {
    policy.close();
    return opened;
  }
  const { flows: store, petitions: petitionStore, copies, home } = opened.value;
  const platform = createPlatform(config, policy.current, limits.platform, network.fetch, log);
  const pace = createPace(now);
  const slack = createSlackRoutes(client, clock, limits.slack, network.fetch, pace);
  const turns = createTurns(clock);
  const flows = createTokenFlows({
    turns,
    store,
    api: platform.api,
    slack,
    words: tokenWords,
    clock,
    log,
    leaseMs: LEASE_MS,
  });
  const tenants = createTenantDirectory(platform.tenants, now, log);
  const asking = createSlackClient({ ...access, timeout: limits.hurry });
  const people = createPeople(asking, identity.value.teamId, pace, now);
  const { groupsOf, membersOf } = createGroups(asking, pace, now, log);
  const presence = createPresence(asking, pace);
  const petitions = createPetitions({
    store: petitionStore,
    copies,
    slack,
    words: petitionWords,
    tokenMessage: handedMessage,
    presence,
    workspace: identity.value.workspace,
    clock,
    log,
    leaseMs: LEASE_MS,
    people,
    membersOf,
    flows,
  });
  const intake = createIntake(turns.hurry, (error) => log.warn('ack_lost', errorFields(error)));
  const door = {
    intake,
    logger,
    now,
    warn,
    refused: (why: Parameters<Refusal>[0]) => warn('refused', why),
  };
  const receiver =
    transport.kind === 'http'
      ? createHttpReceiver({ ...door, signingSecret: transport.signingSecret })
      : createSocketReceiver({ ...door, ...transport, slackApiUrl, log, network });
  createApp({
    identity: identity.value,
    botToken,
    slackApiUrl,
    receiver: receiver.receiver,
    logger,
    timeout: limits.hurry,
    fetch: network.fetch,
    listeners: {
      flows,
      petitions,
      presence,
      home,
      slack,
      policy: policy.current,
      people,
      groupsOf,
      pace,
      allowances: createAllowances(now),
      tenants,
      teamId: identity.value.teamId,
      workspace: identity.value.workspace,
      log,
      now,
    },
  });

  const checks = readiness({ intake, receiver, tenants, store, policy }, limits.hurry);
  const closing = createClosing(log);
  closing.add(network.close, store.close, async () => policy.close());
  try {
    const server = await startWebServer({
      port: config.port,
      // Beside a Slack of this machine, nobody else is to reach the bot.
      host: isLoopback(new URL(slackApiUrl).hostname) ? '127.0.0.1' : undefined,
      slack: receiver.listener,
      checks,
    });
    closing.add(server.stop);
    closing.add(flows.startSweeping(SWEEP_MS));
    closing.add(petitions.startSweeping(SWEEP_MS));
    closing.add(every(clock, SWEEP_MS, policy.look));
    await receiver.receiver.start();
    closing.add(async () => receiver.receiver.stop());
    log.info('started', { port: server.port, transport: transport.kind, tokens: platform.by });
    return ok({ port: server.port, stop: orderlyEnd(intake, closing, log) });
  } catch (error) {
    await closing.closeAll();
    const { code, slack } = errorFields(error);
    return err([
      code === 'EADDRINUSE'
        ? `PORT: ${config.port} is taken. Set another, or 0 for any free one.`
        : `SLACK_APP_TOKEN: Slack does not open a socket (${slack ?? code ?? 'no answer'}). It needs an App-Level Token with connections:write, and Socket Mode has to be on.`,
    ]);
  }
};
