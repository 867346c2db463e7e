import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from './checkout.ts';

/** The platform as `npm run sandbox` runs it: a process of its own. */
export interface PlatformProcess {
  readonly port: number;
  /** What it has written so far, to both outputs. */
  readonly output: () => string;
  /** Ends it with a signal. @returns its exit code, null where the signal ended it */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

const READY = /http:\/\/127\.0\.0\.1:(\d+)\/[^]*Ctrl-C ends it\./;

/**
 * Starts the platform's process and waits until it says where it is.
 * @param env what is set besides this process's own variables
 * @throws Error with its output, where it ends before
 */
export const startPlatformProcess = async (
  env: Readonly<Record<string, string>>,
): Promise<PlatformProcess> => {
  const child = spawn(process.execPath, [join(ROOT, 'sandbox/platform/main.ts')], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  // Once all that it wrote has been read, too.
  const exited = once(child, 'close');
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const ready = new Promise<number>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const port = READY.exec(output)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
    }
  });
  const early = exited.then(([code]: unknown[]) => {
    throw new Error(`The platform ended (${String(code)}): ${output}`);
  });
  const port = await Promise.race([ready, early]);
  early.catch(() => undefined);
  return {
    port,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      const [code] = (await exited) as [number | null];
      return code;
    },
  };
};
