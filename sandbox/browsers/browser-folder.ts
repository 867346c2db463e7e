import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
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

// Chromium makes a socket in there, 45 characters further down; Linux allows 107 for a socket.
const LONGEST_TEMPORARY = 60;

// A browser with a profile of its own still writes to its home (crash reports, certificate store,
// caches) and to the temporary folder. A headful one keeps its user's home: the desktop's theme,
// fonts and keyring come from there.
function contain(root: string, headless: boolean): NodeJS.ProcessEnv {
  if (process.platform !== 'linux' || !headless) return { ...process.env };
  const home = join(root, 'home');
  const temporary = join(root, 'tmp');
  mkdirSync(home);
  mkdirSync(temporary);
  const { XDG_CONFIG_HOME: _config, XDG_CACHE_HOME: _cache, ...rest } = process.env;
  const env = { ...rest, HOME: home };
  return temporary.length > LONGEST_TEMPORARY ? env : { ...env, TMPDIR: temporary };
}

/**
 * Makes a fresh folder for one browser, at once: no handler of a signal runs before the caller has
 * it.
 *
 * @param name part of the folder's name
 * @param headless whether the browser will run without a display
 * @returns the folder, with an empty profile in it
 */
export function makeBrowserFolder(name: string, headless: boolean): BrowserFolder {
  const root = mkdtempSync(join(tmpdir(), `tenant-token-${name}-`));
  const profile = join(root, 'profile');
  mkdirSync(profile);
  return {
    root,
    profile,
    env: contain(root, headless),
    remove: () => rm(root, STILL_BEING_WRITTEN),
    removeNow: () => rmSync(root, STILL_BEING_WRITTEN),
  };
}
