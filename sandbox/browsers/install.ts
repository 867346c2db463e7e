import { OLDEST_BROWSERS } from '../../extension/oldest-browsers.ts';
import { canInstall, installWithApt } from './apt.ts';
import { findBrowser, PATH_VARIABLES, type BrowserKind } from './find.ts';
import { mainVersionOf } from './version.ts';

const DEBIAN_PACKAGES = { chromium: 'chromium', firefox: 'firefox-esr' } as const;

const WHAT_TO_DO = {
  chromium: 'install Chrome, Chromium or Edge',
  firefox: 'install Firefox',
} as const;

/** Where a browser is looked for, and how one is installed there. */
export interface Host {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  /** Installs a package of Debian's, or a newer one of that name; undefined where that cannot be done. */
  install: ((packageName: string) => Promise<void>) | undefined;
}

function thisHost(): Host {
  return {
    env: process.env,
    platform: process.platform,
    install: canInstall() ? installWithApt : undefined,
  };
}

/** What keeps a browser from being used, as the end of a sentence's first half; undefined where nothing does. */
async function whyNot(
  kind: BrowserKind,
  path: string | undefined,
  platform: NodeJS.Platform,
): Promise<string | undefined> {
  if (path === undefined) return `No ${kind} was found`;
  const version = await mainVersionOf(path, platform);
  const oldest = OLDEST_BROWSERS[kind];
  if (version === undefined || version >= oldest) return undefined;
  return `${path} is ${kind} ${version}, and the extension needs ${oldest}`;
}

/**
 * Makes sure that a browser is there that the extension runs in: finds it, or installs it, or a newer one, with
 * apt-get where this process is root on a Debian, saying so on stderr. Two processes may call it at once.
 *
 * @param kind which browser
 * @param host the machine, this one unless told
 * @returns the absolute path of its executable
 * @throws Error with one sentence that says what to install or to set, when there is none and none
 *   can be installed
 */
export async function ensureBrowser(kind: BrowserKind, host: Host = thisHost()): Promise<string> {
  const look = async () => {
    const path = findBrowser(kind, host.env, host.platform);
    return { path, problem: await whyNot(kind, path, host.platform) };
  };
  let { path, problem } = await look();
  if (problem !== undefined && host.install) {
    console.error(`${problem}: installing ${DEBIAN_PACKAGES[kind]} with apt-get.`);
    await host.install(DEBIAN_PACKAGES[kind]);
    ({ path, problem } = await look());
  }
  if (path !== undefined && problem === undefined) return path;
  throw new Error(
    `${problem}: ${WHAT_TO_DO[kind]}, or set ${PATH_VARIABLES[kind]} to its executable.`,
  );
}
