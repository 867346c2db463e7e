import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as z from 'zod/mini';

/** The two families an extension is built for; Chrome and Edge count as Chromium. */
export type BrowserKind = 'chromium' | 'firefox';

/** The variable that names the executable of each kind. */
export const PATH_VARIABLES = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;

const Environment = z.object({
  CHROME_PATH: z.optional(z.string()),
  FIREFOX_PATH: z.optional(z.string()),
  PATH: z.optional(z.string()),
  LOCALAPPDATA: z.optional(z.string()),
  PROGRAMFILES: z.optional(z.string()),
  'PROGRAMFILES(X86)': z.optional(z.string()),
});

type Environment = z.infer<typeof Environment>;

const COMMANDS = {
  chromium: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox-esr', 'firefox'],
} as const;

const MAC_APPLICATIONS = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox'],
} as const;

const WINDOWS_PROGRAMS = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
} as const;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function usualPlaces(kind: BrowserKind, env: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return folders.flatMap((folder) => MAC_APPLICATIONS[kind].map((app) => join(folder, app)));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_PROGRAMS[kind].map((program) => join(folder, program)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return COMMANDS[kind].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * Finds an installed browser: the one that `CHROME_PATH` or `FIREFOX_PATH` names, else the first
 * in the platform's usual places (`PATH` on Linux, the applications folders elsewhere).
 *
 * @param kind which browser
 * @param env the environment to read
 * @param platform as `process.platform`
 * @returns the absolute path of its executable, or undefined when there is none
 * @throws Error when the variable is set and names no executable file
 */
export function findBrowser(
  kind: BrowserKind,
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const parsed = Environment.parse(env);
  const variable = PATH_VARIABLES[kind];
  const named = parsed[variable];
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) {
      throw new Error(`${variable} is set to ${named}, which is no file that can be executed.`);
    }
    return named;
  }
  return usualPlaces(kind, parsed, platform).find(isExecutable);
}
