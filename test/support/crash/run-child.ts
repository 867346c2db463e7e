import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type BuiltChild, buildChild } from './build-child.ts';
import type { Task } from './task.ts';

/** How a bot process ended, and all that it wrote. */
export interface Ended {
  readonly killed: boolean;
  readonly output: string;
  /** What it said of one kind: the ids. */
  readonly said: (kind: 'acked' | 'taken' | 'delivered') => readonly string[];
}

/** The bots of a crash suite. */
export interface CrashBots {
  /** Runs one as a process of its own, until it ends. */
  readonly run: (task: Task) => Promise<Ended>;
  /** Opens one in this process: for what is not killed any more, it is as good as another. */
  readonly open: BuiltChild['here']['openCrashBot'];
}

/** @param folder for what is built of them, and for what Node has compiled of that */
export const prepareBots = async (folder: string): Promise<CrashBots> => {
  await mkdir(join(folder, 'built'));
  const { script, here } = await buildChild(join(folder, 'built'));
  const run: CrashBots['run'] = async (task) => {
    const child = spawn(process.execPath, [script], {
      env: {
        ...process.env,
        CRASH_TASK: JSON.stringify(task),
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
    const said: Ended['said'] = (kind) =>
      [...output.matchAll(new RegExp(`^${kind} (\\S+)$`, 'gm'))].map(([, id]) => id ?? '');
    return { killed: signal === 'SIGKILL', output: output + errors, said };
  };
  return { run, open: here.openCrashBot };
};
