import { readConfig } from './config/config.ts';
import { installSecrets } from './config/installs.ts';
import { databaseSecrets } from './config/postgres-url.ts';
import { errorFields } from './log/error-fields.ts';
import { letReadersGo } from './log/gone-readers.ts';
import { createLog } from './log/log.ts';
import { createRedaction } from './log/redact.ts';
import { startBot } from './start-bot.ts';

// `npm run bot`: until SIGTERM or Ctrl-C.

/** Less than the thirty seconds that Docker and Kubernetes give. */
const PATIENCE_MS = 25_000;

const leave = (faults: readonly string[]): never => {
  for (const fault of faults) console.error(fault);
  process.exit(1);
};

// Nobody is there to tell, and it is no reason to leave people waiting.
letReadersGo();

const main = async (): Promise<void> => {
  const read = readConfig(process.env);
  if (!read.ok) return leave(read.error);
  const config = read.value;
  const secrets = [
    config.botToken ?? '',
    config.tenantApiKey ?? '',
    ...(config.platforms ?? []).map(({ key }) => key),
    ...Object.values(config.transport),
    config.proxy?.url ?? '',
    ...databaseSecrets(config.databaseUrl),
    ...installSecrets(config.installs),
  ];
  const log = createLog({
    level: config.logLevel,
    redact: createRedaction(secrets.filter((each) => typeof each !== 'string')),
    write: (line) => process.stdout.write(`${line}\n`),
    now: Date.now,
  });
  let stopping = false;
  // Until it has started, there is nothing to finish. As PID 1 it would not hear a signal otherwise.
  let stop = (): void => process.exit(0);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop());
  process.on('unhandledRejection', (reason) => {
    // Slack's socket client (3.1.0) rejects with nothing where it is stopped in mid-handshake.
    if (reason === undefined && stopping) return;
    log.error('unhandled', errorFields(reason));
    process.exit(1);
  });

  const started = await startBot(config, log);
  if (!started.ok) return leave(started.error);
  stop = () => {
    if (stopping) return;
    stopping = true;
    started.value.stop(PATIENCE_MS).then(
      (finished) => process.exit(finished ? 0 : 1),
      (error: unknown) => {
        log.error('not_stopped', errorFields(error));
        process.exit(1);
      },
    );
  };
};

try {
  await main();
} catch (error) {
  leave([`The bot cannot start: ${error instanceof Error ? error.message : 'unknown'}`]);
}
