import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/**
 * Builds the cockpit or the workspace's page in a process of its own: what a bundler leaves in memory
 * is more than the sandbox needs for as long as it runs.
 * @returns the folder with `index.html` and all that it loads
 * @throws Error with the build's own words
 */
export const builtApart = async (what: 'cockpit' | 'page'): Promise<string> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'build.ts'), what], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const [folder, words] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  if (child.exitCode !== 0) throw new Error(`The ${what} could not be built: ${words}`);
  return folder;
};
