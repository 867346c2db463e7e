import { existsSync } from 'node:fs';
import { findBrowser, type BrowserKind } from './browsers/find.ts';
import { launchBrowser, type LaunchedBrowser } from './browsers/launch.ts';
import { buildExtension } from './build-extension.ts';
import { buildCockpit } from './platform/build-cockpit.ts';
import { readSettings } from './platform/settings.ts';
import { startPlatform } from './platform/start-platform.ts';
import { signIn } from './sign-in.ts';

// `npm start`: the main job on a fresh machine. Builds everything, starts the platform and, where
// there is a screen and a browser, opens the signed-in tenant page with the extension loaded.

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
const end = async (code: number): Promise<void> => {
  if (ending) return;
  ending = true;
  for (const close of closers.toReversed()) await close().catch(console.error);
  process.exit(code);
};
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

console.log('Building the extension and the cockpit …');
const [chromeDir, firefoxDir, cockpitDir] = await Promise.all([
  buildExtension('chrome'),
  buildExtension('firefox'),
  buildCockpit(),
]);
const settings = readSettings();
const platform = await startPlatform({ ...settings, cockpitDir });
closers.push(() => platform.close());
const { nord, sol } = platform.tenants;

console.log(`
A tenant platform is running on this machine alone:
  ${nord.url}   sign in as ${ADA.email} with ${ADA.password}
  ${sol.url}    sign in as carla@sol.example with demo-carla
Its data: ${settings.dataFile}. Ctrl-C ends everything.
`);

const openBrowser = async (kind: BrowserKind): Promise<LaunchedBrowser> => {
  const launched = await launchBrowser(kind, {
    extensionDir: kind === 'chromium' ? chromeDir : firefoxDir,
    headless: false,
  });
  const [page = await launched.browser.newPage()] = await launched.browser.pages();
  await signIn(page, nord.url, ADA);
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
    console.log('The browser is open and signed in. Click the key in its toolbar.');
  } else {
    await end(1);
  }
}
