import { canInstall, installWithApt } from './apt.ts';
import { findBrowser, PATH_VARIABLES, type BrowserKind } from './find.ts';

const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

const WHAT_TO_DO = {
  chromium: 'install Chrome, Chromium or Edge',
  firefox: 'install Firefox',
} as const;

/** Where a browser is looked for, and whether one may be installed there. */
export interface Host {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  /** Whether apt-get is there and this process may use it. */
  canInstall: boolean;
}

function thisHost(): Host {
  return {
    env: process.env,
    platform: process.platform,
    canInstall: canInstall(),
  };
}

/**
 * Makes sure that a browser is there: finds it, or installs it with apt-get where this process is
 * root on a Debian, saying so on stderr. Two processes may call it at once.
 *
 * @param kind which browser
 * @param host the machine, this one unless told
 * @returns the absolute path of its executable
 * @throws Error with one sentence that says what to install or to set, when there is none and none
 *   can be installed
 */
export async function ensureBrowser(kind: BrowserKind, host: Host = thisHost()): Promise<string> {
  const found = findBrowser(kind, host.env, host.platform);
  if (found !== undefined) return found;
  if (host.canInstall) {
    console.error(`No ${kind} was found: installing ${DEBIAN_PACKAGES[kind]} with apt-get.`);
    await installWithApt(DEBIAN_PACKAGES[kind]);
    const installed = findBrowser(kind, host.env, host.platform);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `No ${kind} was found: ${WHAT_TO_DO[kind]}, or set ${PATH_VARIABLES[kind]} to its executable.`,
  );
}
