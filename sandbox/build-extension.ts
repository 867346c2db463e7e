import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** What an extension is built for. */
export type Target = 'chrome' | 'firefox';

const run = (target: Target): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('npx', ['wxt', 'build', '-b', target], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The extension could not be built for ${target}:\n${said}`));
    });
  });

/**
 * Builds the extension as it is published.
 * @returns the folder to load into a browser
 * @throws Error with the build's own words
 */
export const buildExtension = async (target: Target): Promise<string> => {
  await run(target);
  return join(ROOT, '.output', `${target}-mv3`);
};
