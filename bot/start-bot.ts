import { err, ok, type Result } from '../shared/result.ts';
import { createApp } from './app.ts';
import { keepRecord } from './audit/keep.ts';
import { createNote, policyLine } from './audit/note.ts';
import { createClosing, orderlyEnd } from './closing.ts';
import type { Config } from './config/config.ts';
import { isLoopback } from './config/loopback.ts';
import { type MachineClock, systemClock } from './time/clock.ts';
import { createTokenFlows } from './delivery/token-flows.ts';
import { createTurns } from './time/turns.ts';
import { every } from './time/every.ts';
import { seldom } from './time/seldom.ts';
import { createDirectories } from './directories.ts';
import { errorFields } from './log/error-fields.ts';
import type { Log } from './log/log.ts';
import { createSparingWarning } from './log/sparing.ts';
import { createSdkLogger } from './log/sdk-logger.ts';
import { handedMessage } from './messages/handed-message.ts';
import { petitionWords } from './messages/petition-words.ts';
import { tokenWords } from './messages/token-words.ts';
import { createPetitions } from './petitions/petitions.ts';
import { createMeter } from './metrics/meter.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { createNetwork } from './network/network.ts';
import { enterInstalledWorkspaces } from './installed-workspaces.ts';
import { listenerPorts } from './listener-ports.ts';
import { enterOneWorkspace } from './one-workspace.ts';
import { createPlatform } from './platform.ts';
import { createHttpReceiver } from './receivers/http-receiver.ts';
import { createIntake } from './receivers/intake.ts';
import { readiness } from './readiness.ts';
import type { Refusal } from './receivers/receiver.ts';
import { createSocketReceiver } from './receivers/socket-receiver.ts';
import { startWebServer } from './receivers/web-server.ts';
import type { Surroundings, Workspaces } from './surroundings.ts';
import { openStore, type Store } from './store/open-store.ts';
import { whyNotOpened } from './store/why-not-opened.ts';
import { createTenantDirectory } from './tenants/tenant-directory.ts';
import { startTracing, untraced } from './tracing/tracing.ts';
import { whyNotStarted } from './why-not-started.ts';

const SECOND = 1000;
const LEASE_MS = 60 * SECOND;
const SWEEP_MS = 15 * SECOND;
/** Less than the quarter of an hour after which what a platform said is not gone by. */
const KNOWN_MS = 5 * 60 * SECOND;

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

const openOrSay = async (
  { databaseUrl, databasePoolSize }: Config,
  log: Log,
): Promise<Result<Store, readonly [string]>> => {
  const url = databaseUrl.reveal();
  const unreadable = (id: string): void => log.error('flow_unreadable', { flow: id });
  try {
    return ok(await openStore(url, unreadable, databasePoolSize));
  } catch (error) {
    return err([whyNotOpened(url, error)]);
  }
};

const enter = async (
  surroundings: Surroundings,
): Promise<Result<Workspaces, readonly string[]>> => {
  const { installs, botToken, policyFile } = surroundings.config;
  if (installs) return enterInstalledWorkspaces(surroundings, installs);
  if (botToken === null || policyFile === null) return err(['SLACK_BOT_TOKEN: is not set.']);
  return enterOneWorkspace(surroundings, botToken, policyFile);
};

/**
 * Starts the bot.
 * @param clock the machine's own, but for tests
 * @param limits the usual ones, but for tests
 * @returns the bot, or what keeps it from starting, in sentences that say what to do
 */
export const startBot = async (
  config: Config,
  unmeteredLog: Log,
  clock: MachineClock = systemClock,
  limits: Limits = LIMITS,
): Promise<Result<Bot, readonly string[]>> => {
  const { slackApiUrl, transport } = config;
  const { now, elapsed } = clock;
  const tracing = config.tracing && (await startTracing(config.tracing));
  const span = tracing?.span ?? untraced;
  const meter = createMeter(elapsed, span);
  const log = meter.log(unmeteredLog);
  const logger = createSdkLogger(log);
  const warn = createSparingWarning(log, elapsed);
  const network = createNetwork(config.proxy, (host, code) => warn('not_reached', { host, code }));
  const platform = createPlatform(config, limits.platform, network.fetch, log);
  const entered = await enter({
    config,
    clock,
    limits,
    log,
    logger,
    meter,
    network,
    openStore: () => openOrSay(config, log),
    tenantsBy: createDirectories(platform, (tenantsApi) =>
      createTenantDirectory(meter.tenants(tenantsApi), elapsed, log),
    ),
  });
  if (!entered.ok) return entered;
  const workspaces = entered.value;
  const { policies, tenants, installs } = workspaces;
  const { copies, home, audit } = workspaces.store;
  const store = meter.flowStore(workspaces.store.flows);
  const note = meter.note(createNote(audit, now, log));
  const turns = createTurns(clock);
  const api = meter.api(platform.api);
  meter.watch(platform);
  const working = { clock, log, leaseMs: LEASE_MS };
  const flows = meter.flows(
    createTokenFlows({
      turns,
      store,
      api,
      pressing: meter.api(platform.pressing),
      slackOf: (teamId) => workspaces.of(teamId).slack,
      words: tokenWords,
      ...working,
    }),
  );
  const petitions = createPetitions({
    store: meter.petitionStore(workspaces.store.petitions),
    copies,
    workspaceOf: workspaces.of,
    words: petitionWords,
    tokenMessage: handedMessage,
    ...working,
    flows,
  });
  const portsOf = listenerPorts(
    { flows, petitions, home, note, log, now, platformIsDown: platform.isDown },
    workspaces,
  );
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
    authorize: workspaces.authorize,
    slackApiUrl,
    receiver: receiver.receiver,
    logger,
    timeout: limits.hurry,
    fetch: network.fetch,
    span,
    portsOf,
    removal: installs?.removal(petitions),
    log,
  });

  const checks = readiness(
    { intake, receiver, tenants, store, policy: policies, platform },
    limits.hurry,
  );
  const askAfterTenants = seldom(elapsed, KNOWN_MS, async () => {
    await tenants.offer(0);
  });
  const closing = createClosing(log);
  closing.add(network.close, store.close, async () => policies.close());
  if (tracing) closing.add(tracing.stop);
  try {
    const server = await startWebServer({
      port: config.port,
      // Beside a Slack of this machine, nobody else is to reach the bot.
      host: isLoopback(new URL(slackApiUrl).hostname) ? '127.0.0.1' : undefined,
      slack: receiver.listener,
      installs: installs?.listener,
      checks,
      refused: door.refused,
    });
    closing.add(server.stop);
    if (config.metrics) {
      const metrics = await serveMetrics(meter.registry, config.metrics);
      closing.add(metrics.stop);
      log.info('metrics_served', { port: metrics.port });
    }
    closing.add(flows.startSweeping(SWEEP_MS));
    closing.add(petitions.startSweeping(SWEEP_MS));
    closing.add(every(clock, SWEEP_MS, policies.look));
    if (platform.look) {
      closing.add(every(clock, SECOND, platform.look));
      // Whoever opens a form waits for none that is slow, and is offered what is known of it.
      closing.add(every(clock, SECOND, askAfterTenants));
      void askAfterTenants();
    }
    closing.add(
      keepRecord({ store: audit, teamId: workspaces.owner, days: config.auditDays, clock, log }),
    );
    policies.follow((teamId, news) => void note(policyLine(teamId, news)));
    await receiver.receiver.start();
    closing.add(async () => receiver.receiver.stop());
    log.info('started', { port: server.port, transport: transport.kind, tokens: platform.by });
    return ok({ port: server.port, stop: orderlyEnd(intake, closing, log) });
  } catch (error) {
    await closing.closeAll();
    return err([whyNotStarted(config, error)]);
  }
};
