import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BotWorld } from './bot-world.ts';
import { ROOT } from './checkout.ts';
import { SLACK_ACCESS } from './slack-app.ts';
import { eventually } from './eventually.ts';

/** `npm run bot`, as a process of its own. */
export interface BotProcess {
  /** What it has written so far, to stdout and to stderr. */
  readonly out: () => string;
  readonly err: () => string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  readonly terminate: () => void;
  /** Closes this end of its outputs, as a log reader does that goes away. */
  readonly stopReading: () => void;
  readonly kill: () => Promise<void>;
  /** The port that it listens on, once it has started; NaN where it ended instead. */
  readonly port: () => Promise<number>;
}

/**
 * The environment of a bot in a world's workspace, over HTTP, at any free port.
 * @param folder where its policy is to be, and its database
 */
export const botEnvironment = (
  { slack, config }: BotWorld,
  folder: string,
): Record<string, string> => ({
  SLACK_BOT_TOKEN: SLACK_ACCESS.botToken,
  SLACK_SIGNING_SECRET: SLACK_ACCESS.signingSecret,
  SLACK_API_URL: slack.apiUrl,
  TENANT_API_URL: config.tenantApiUrl,
  TENANT_API_KEY: config.tenantApiKey.reveal(),
  POLICY_FILE: join(folder, 'policy.json'),
  DATABASE_URL: `file:${join(folder, 'bot.sqlite')}`,
  LOG_LEVEL: 'debug',
  PORT: '0',
});

/** The bot's compiled code, so that not each of its processes compiles it anew: a third of a start. */
const COMPILED = join(ROOT, '.sandbox/compiled');

/**
 * @param env all of its environment but PATH
 * @param command what runs it, in the checkout's folder
 */
export const startBotProcess = (
  env: Readonly<Record<string, string>>,
  [file, ...args]: readonly [string, ...string[]] = [process.execPath, 'bot/start.mjs'],
): BotProcess => {
  const child = spawn(file, args, {
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: COMPILED, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = once(child, 'close').then(() => child.exitCode);
  return {
    out: () => out,
    err: () => err,
    ended,
    terminate: () => child.kill('SIGTERM'),
    stopReading: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    port: async () => {
      await eventually(() => out.includes('"started"') || child.exitCode !== null);
      return Number(/"started","port":(\d+)/.exec(out)?.[1]);
    },
  };
};
