import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundle } from './bundle.ts';

const FOLDER = join(import.meta.dirname, 'toolkits');

/** Where each cockpit's script begins. */
const ENTRIES = {
  mui: 'mui.jsx',
  ant: 'ant.jsx',
  'element-plus': 'element-plus.js',
  angular: 'angular.js',
  live: 'live.js',
} as const;

/** A cockpit that is built with other people's components. */
export type Toolkit = keyof typeof ENTRIES;

/** Installs the toolkits as their lock file has them, where they are not there yet. */
const install = async (): Promise<void> => {
  const lock = await readFile(join(FOLDER, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const mark = join(FOLDER, 'node_modules', '.installed');
  const installed = await readFile(mark, 'utf8').catch(() => '');
  if (installed === wanted) return;
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  // On Windows npm is a script that needs a shell.
  const shell = process.platform === 'win32';
  await promisify(execFile)('npm', ['ci', ...flags], { cwd: FOLDER, shell });
  await writeFile(mark, wanted);
};

/**
 * Installs the toolkits once a checkout, and bundles a cockpit of each.
 * @returns each cockpit's script
 */
export const buildToolkits = async (): Promise<Readonly<Record<Toolkit, string>>> => {
  await install();
  const scripts = { mui: '', ant: '', 'element-plus': '', angular: '', live: '' };
  for (const [name, file] of Object.entries(ENTRIES)) {
    scripts[name as Toolkit] = await bundle(join(FOLDER, file));
  }
  return scripts;
};
