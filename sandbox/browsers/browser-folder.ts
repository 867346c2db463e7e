import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A temporary folder that takes everything one browser writes to disk. */
export interface BrowserFolder {
  /** The folder itself: profile, and on Linux the browser's home and temporary files too. */
  root: string;
  profile: string;
  /** The environment to start the browser with. */
  env: NodeJS.ProcessEnv;
  /** Removes the folder; the browser must have ended. */
  remove: () => Promise<void>;
  /** The same, for a process that is about to exit and cannot wait. */
  removeNow: () => void;
}

const STILL_BEING_WRITTEN = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };

// A browser with a profile of its own still writes to its home (crash reports, certificate store,
// caches) and to the temporary folder. A headful one keeps its user's home: the desktop's theme,
// fonts and keyring come from there.
async function contain(root: string, headless: boolean): Promise<NodeJS.ProcessEnv> {
  if (process.platform !== 'linux' || !headless) return { ...process.env };
  const home = join(root, 'home');
  const temporary = join(root, 'tmp');
  await mkdir(home);
  await mkdir(temporary);
  const { XDG_CONFIG_HOME: _config, XDG_CACHE_HOME: _cache, ...rest } = process.env;
  return { ...rest, HOME: home, TMPDIR: temporary };
}

/**
 * Makes a fresh folder for one browser.
 *
 * @param name part of the folder's name
 * @param headless whether the browser will run without a display
 * @returns the folder, with an empty profile in it
 */
export async function makeBrowserFolder(name: string, headless: boolean): Promise<BrowserFolder> {
  const root = await mkdtemp(join(tmpdir(), `tenant-token-${name}-`));
  const profile = join(root, 'profile');
  await mkdir(profile);
  return {
    root,
    profile,
    env: await contain(root, headless),
    remove: () => rm(root, STILL_BEING_WRITTEN),
    removeNow: () => rmSync(root, STILL_BEING_WRITTEN),
  };
}
