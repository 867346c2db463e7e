import { existsSync } from 'node:fs';
import { builtApart } from './built-apart.ts';
import { buildExtension } from './build-extension.ts';
import { createEnding } from './ending.ts';
import { ADA, browserToOpen, hasDisplay, openSignedIn } from './open-browser.ts';
import { readSettings } from './platform/settings.ts';
import { startPlatform } from './platform/start-platform.ts';
import { introduceTeam } from './team/introduce.ts';
import { readTeamSettings } from './team/settings.ts';
import { startTeam } from './team/start-team.ts';

// `npm start`: the main job on a fresh machine. Builds everything, starts the platform, a Slack
// workspace and the bot, and, where there is a screen and a browser, opens the signed-in tenant page
// with the extension loaded, and the workspace.

const { closers, end, explain, isEnding } = createEnding();

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
const { nord, sol, alm } = platform.tenants;
void team.bot.ended.then((words) => {
  if (isEnding()) return undefined;
  return explain(`The bot has ended. ${words}Its log: ${team.logFile}.`);
});

console.log(`
A tenant platform is running on this machine alone:
  ${nord.url}   sign in as ${ADA.email} with ${ADA.password}
  ${sol.url}    sign in as carla@sol.example with demo-carla
  ${alm.url}    sign in as otto@alm.example with demo-otto: the cockpit alone, its API answers keys
Its data: ${settings.dataFile}.

${introduceTeam(team)} Ctrl-C ends everything.
`);

const kind = browserToOpen();
if (kind === undefined) {
  console.log(`No ${hasDisplay() ? 'browser was found' : 'screen is here'}, so load the extension yourself:
  Chrome, Edge, Chromium   chrome://extensions → Developer mode → Load unpacked → ${chromeDir}
  Firefox                  about:debugging#/runtime/this-firefox → Load Temporary Add-on → ${firefoxDir}${existsSync('/usr/bin/apt-get') ? '\n  Or watch it work without a screen: npm run demo' : ''}
Then sign in at ${nord.url} and click the key in the toolbar.`);
} else {
  const launched = await openSignedIn(
    kind,
    kind === 'chromium' ? chromeDir : firefoxDir,
    nord.url,
    `${team.slack.origin}/#ivo`,
  ).catch((error: unknown) => {
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
