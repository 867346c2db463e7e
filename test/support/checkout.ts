import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const ROOT = join(import.meta.dirname, '..', '..');

/** What a command said, and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly output: string;
}

const outcomeOf = async (dir: string, npm: readonly string[]): Promise<Outcome> => {
  try {
    const { stdout, stderr } = await run('npm', npm, {
      cwd: dir,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, npm_config_update_notifier: 'false' },
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
};

/** Runs an npm script of a checkout; a failing one is an outcome, not an exception. */
export const npmRun = (dir: string, script: string): Promise<Outcome> =>
  outcomeOf(dir, ['run', script]);

/** Runs one command of an npm script, in the same way. */
export const npxRun = (dir: string, command: string): Promise<Outcome> =>
  outcomeOf(dir, ['exec', '--', ...command.split(' ')]);

/**
 * A copy of the files that git knows, or would know, with the installed dependencies linked in.
 * @param isWanted whether a file is copied, by its path in the checkout; all are unless told
 * @returns its folder, and how to remove it
 */
export const copyCheckout = async (
  isWanted: (file: string) => boolean = () => true,
): Promise<{ dir: string; remove: () => Promise<void> }> => {
  const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  const dir = await mkdtemp(join(tmpdir(), 'tenant-token-checkout-'));
  for (const file of stdout.split('\0').filter((name) => name !== '' && isWanted(name))) {
    await mkdir(join(dir, dirname(file)), { recursive: true });
    await copyFile(join(ROOT, file), join(dir, file));
  }
  await symlink(join(ROOT, 'node_modules'), join(dir, 'node_modules'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
};
