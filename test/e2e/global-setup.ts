import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureBrowser } from '../../sandbox/browsers/install.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wxt = fileURLToPath(new URL('../../node_modules/wxt/bin/wxt.mjs', import.meta.url));

async function build(target: 'chrome' | 'firefox'): Promise<void> {
  await promisify(execFile)(process.execPath, [wxt, 'build', '-b', target], { cwd: root });
}

/**
 * Gets ready for the end-to-end tests, once: both browsers, and the extension built for each.
 *
 * @throws Error when a browser is missing and cannot be installed, or the extension does not build
 */
export default async function setup(): Promise<void> {
  if (!existsSync(fileURLToPath(new URL('../../extension/entrypoints', import.meta.url)))) {
    throw new Error('There is no extension to test: extension/entrypoints is missing.');
  }
  await ensureBrowser('chromium');
  await ensureBrowser('firefox');
  // One after the other: both write the .wxt folder.
  await build('chrome');
  await build('firefox');
}
