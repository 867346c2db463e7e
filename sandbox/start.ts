import { existsSync } from 'node:fs';
import { findBrowser, type BrowserKind } from './browsers/find.ts';
import { launchBrowser, type LaunchedBrowser } from './browsers/launch.ts';
import { builtApart } from './built-apart.ts';
import { buildExtension } from './build-extension.ts';
import { readSettings } from './platform/settings.ts';
import { startPlatform } from './platform/start-platform.ts';
import { signIn } from './sign-in.ts';
import { introduceTeam } from './team/introduce.ts';
import { readTeamSettings } from './team/settings.ts';
import { startTeam } from './team/start-team.ts';

// `npm start`: the main job on a fresh machine. Builds everything, starts the platform, a Slack
// workspace and the bot, and, where there is a screen and a browser, opens the signed-in tenant page
// with the extension loaded, and the workspace.

const ADA = { email: 'ada@nord.example', password: 'demo-ada' };

const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((display) => display);

const browserToOpen = (): BrowserKind | undefined => {
  if (!hasDisplay()) return undefined;
  return (['chromium', 'firefox'] as const).find((kind) => findBrowser(kind) !== undefined);
};

const closers: (() => Promise<void>)[] = [];
let ending = false;
const end = async (code: number): Promise<never> => {
  if (ending) return new Promise(() => undefined);
  ending = true;
  for (const close of closers.toReversed()) await close().catch(console.error);
  return process.exit(code);
};
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

const explain = (error: unknown): Promise<never> => {
  console.error(error instanceof Error ? error.message : error);
  return end(1);
};

const startAll = async () => {
  const settings = readSettings();
  const teamSettings = readTeamSettings();
  console.log('Building the extension, the cockpit and the workspace’s page …');
  const [chromeDir, firefoxDir, cockpitDir, pageDir] = await Promise.all([
    buildExtension('chrome'),
    buildExtension('firefox'),
    builtApart('cockpit'),
    builtApart('page'),
  ]);
  const platform = await startPlatform({ ...settings, cockpitDir });
  closers.push(() => platform.close());
  const team = await startTeam({ ...teamSettings, platform, pageDir });
  closers.push(() => team.close());
  return { settings, chromeDir, firefoxDir, platform, team };
};

const { settings, chromeDir, firefoxDir, platform, team } = await startAll().catch(explain);
const { nord, sol } = platform.tenants;
void team.bot.ended.then((words) => {
  if (ending) return undefined;
  return explain(`The bot has ended. ${words}Its log: ${team.logFile}.`);
});

console.log(`
A tenant platform is running on this machine alone:
  ${nord.url}   sign in as ${ADA.email} with ${ADA.password}
  ${sol.url}    sign in as carla@sol.example with demo-carla
Its data: ${settings.dataFile}.

${introduceTeam(team)} Ctrl-C ends everything.
`);

const openBrowser = async (kind: BrowserKind): Promise<LaunchedBrowser> => {
  const launched = await launchBrowser(kind, {
    extensionDir: kind === 'chromium' ? chromeDir : firefoxDir,
    headless: false,
  });
  const [page = await launched.browser.newPage()] = await launched.browser.pages();
  await signIn(page, nord.url, ADA);
  const chat = await launched.browser.newPage();
  await chat.goto(`${team.slack.origin}/#ivo`);
  await page.bringToFront();
  return launched;
};

const kind = browserToOpen();
if (kind === undefined) {
  console.log(`No ${hasDisplay() ? 'browser was found' : 'screen is here'}, so load the extension yourself:
  Chrome, Edge, Chromium   chrome://extensions → Developer mode → Load unpacked → ${chromeDir}
  Firefox                  about:debugging#/runtime/this-firefox → Load Temporary Add-on → ${firefoxDir}${existsSync('/usr/bin/apt-get') ? '\n  Or watch it work without a screen: npm run demo' : ''}
Then sign in at ${nord.url} and click the key in the toolbar.`);
} else {
  const launched = await openBrowser(kind).catch((error: unknown) => {
    console.error(error);
    return undefined;
  });
  if (launched) {
    closers.push(() => launched.close());
    launched.browser.once('disconnected', () => void end(0));
    console.log(
      'The browser is open and signed in: click the key in its toolbar. Its other tab is the workspace.',
    );
  } else {
    await end(1);
  }
}
