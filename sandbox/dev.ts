import { join } from 'node:path';
import { createServer } from 'wxt';
import { builtApart } from './built-apart.ts';
import { createEnding } from './ending.ts';
import { ADA, browserToOpen, openSignedIn } from './open-browser.ts';
import { readSettings } from './platform/settings.ts';
import { startPlatform } from './platform/start-platform.ts';

// `npm run dev`: the extension, built anew on each change of its sources, beside the tenant platform.
// Chromium alone: Firefox lets no extension load its pages from a server.

const ROOT = join(import.meta.dirname, '..');

const { closers, end, explain } = createEnding();

const start = async (): Promise<void> => {
  const platform = await startPlatform({
    ...readSettings(),
    cockpitDir: await builtApart('cockpit'),
  });
  closers.push(() => platform.close());
  const server = await createServer({ root: ROOT, browser: 'chrome' });
  closers.push(() => server.stop());
  await server.start();

  const { nord } = platform.tenants;
  const extensionDir = join(ROOT, '.output/chrome-mv3-dev');
  const kind = browserToOpen(['chromium']);
  if (kind === undefined) {
    console.log(`
No screen or no Chromium here, so load the extension yourself:
  chrome://extensions → Developer mode → Load unpacked → ${extensionDir}
Sign in at ${nord.url} as ${ADA.email} with ${ADA.password}, and click the key in the toolbar.`);
  } else {
    const launched = await openSignedIn(kind, extensionDir, nord.url);
    closers.push(() => launched.close());
    launched.browser.once('disconnected', () => void end(0));
    console.log(`\nThe browser is open at ${nord.url}: click the key in its toolbar.`);
  }
  console.log('What you save is in the browser a moment later. Ctrl-C ends everything.');
};

await start().catch(explain);
