import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type BuiltChild, buildChild } from './build-child.ts';
import type { Task } from './task.ts';

/** How a bot ended, and all that its process wrote. */
export interface Ended {
  readonly killed: boolean;
  readonly output: string;
  /** What it said of one kind: the ids. */
  readonly said: (kind: 'acked' | 'taken' | 'delivered') => readonly string[];
}

/** The bots of a crash suite. */
export interface CrashBots {
  /** Runs some in a process of theirs, until it ends. */
  readonly run: (tasks: readonly Task[]) => Promise<readonly Ended[]>;
  /** Opens one in this process: for what is not killed any more, it is as good as another. */
  readonly open: BuiltChild['here']['openCrashBot'];
}

/** @param folder for what is built of them, and for what Node has compiled of that */
export const prepareBots = async (folder: string): Promise<CrashBots> => {
  await mkdir(join(folder, 'built'));
  const { script, here } = await buildChild(join(folder, 'built'));
  const run: CrashBots['run'] = async (tasks) => {
    const child = spawn(process.execPath, [script], {
      env: {
        ...process.env,
        CRASH_TASKS: JSON.stringify(tasks),
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exited = once(child, 'exit');
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code, signal] = (await exited) as [number | null, NodeJS.Signals | null];
    if (signal !== 'SIGKILL' && code !== 0) {
      throw new Error(`The bot ended with ${code}: ${errors}`);
    }
    return tasks.map((_, number) => ({
      killed: signal === 'SIGKILL' && new RegExp(`^${number} died$`, 'm').test(output),
      output: output + errors,
      said: (kind) =>
        [...output.matchAll(new RegExp(`^${number} ${kind} (\\S+)$`, 'gm'))].map(
          ([, id]) => id ?? '',
        ),
    }));
  };
  return { run, open: here.openCrashBot };
};
