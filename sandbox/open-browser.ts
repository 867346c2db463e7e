import { type BrowserKind, findBrowser } from './browsers/find.ts';
import { launchBrowser, type LaunchedBrowser } from './browsers/launch.ts';
import { signIn } from './sign-in.ts';

/** Who is signed in where a browser is opened: Super Admin of Nord. */
export const ADA = { email: 'ada@nord.example', password: 'demo-ada' };

/** Whether this machine has a screen. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((display) => display);

/** Of the kinds that will do the first that is installed, where there is a screen. */
export const browserToOpen = (
  kinds: readonly BrowserKind[] = ['chromium', 'firefox'],
): BrowserKind | undefined =>
  hasDisplay() ? kinds.find((kind) => findBrowser(kind) !== undefined) : undefined;

/**
 * Opens a browser with the extension loaded and Ada signed in, for a person to look at.
 * @param others what to show in further tabs
 */
export const openSignedIn = async (
  kind: BrowserKind,
  extensionDir: string,
  tenantUrl: string,
  ...others: readonly string[]
): Promise<LaunchedBrowser> => {
  const launched = await launchBrowser(kind, { extensionDir, headless: false });
  const [page = await launched.browser.newPage()] = await launched.browser.pages();
  await signIn(page, tenantUrl, ADA);
  for (const other of others) await (await launched.browser.newPage()).goto(other);
  await page.bringToFront();
  return launched;
};
