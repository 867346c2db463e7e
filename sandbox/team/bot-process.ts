import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { isSetting } from '../../bot/config/environment.ts';
import { keepPrivate } from '../private-file.ts';
import { atExit } from '../browsers/at-exit.ts';

const MAIN = join(import.meta.dirname, '../../bot/start.mjs');
/** As `npm run bot` sets them; why is in bot/README. */
const LIMITS = ['--max-old-space-size=96', '--max-semi-space-size=8'];
const STARTED = /"event":"started","port":(\d+)/;

/** Somebody's real Slack, or platforms, must not get into the sandbox's bot. */
const inherited = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));

/** The bot as `npm run bot` runs it: a process of its own. */
export interface BotProcess {
  readonly port: number;
  readonly pid: number;
  /** Resolves with what it wrote last, once it has ended. */
  readonly ended: Promise<string>;
  /** Lets it finish what is under way, and ends it. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the bot and waits until it listens.
 * @param env its settings; those of the environment are not taken
 * @param logFile where its log goes
 * @throws Error with the bot's own words where it does not start
 */
export const startBotProcess = async (
  env: Readonly<Record<string, string>>,
  logFile: string,
): Promise<BotProcess> => {
  const child = spawn(process.execPath, [...LIMITS, MAIN], {
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const letLive = atExit(() => void child.kill('SIGKILL'));
  keepPrivate(logFile);
  const log = createWriteStream(logFile);
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-4000);
  });
  child.stdout.pipe(log);
  const ended = once(child, 'close').then(() => {
    letLive();
    return words;
  });
  const listening = new Promise<number>((resolve) => {
    let said = '';
    const look = (text: string): void => {
      said += text;
      const port = STARTED.exec(said)?.[1];
      if (port === undefined) return;
      child.stdout.off('data', look);
      resolve(Number(port));
    };
    child.stdout.setEncoding('utf8').on('data', look);
  });
  const failed = ended.then((said) => {
    throw new Error(`The bot did not start. ${said}`);
  });
  failed.catch(() => undefined);
  const port = await Promise.race([listening, failed]);
  const { pid } = child;
  if (pid === undefined) throw new Error('The bot listens, and is no process.');
  return {
    port,
    pid,
    ended,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
