import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'wxt';
import { ROOT } from '../support/checkout.ts';

/** A popup's inner size in CSS pixels. */
export interface PopupSize {
  readonly width: number;
  readonly height: number;
}

const htmlOf = ({ width, height }: PopupSize): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>Bare</title>
    <style>body { display: flow-root; margin: 0; width: ${width}px; height: ${height}px; overflow: hidden; }</style>
  </head>
  <body>
    <h1>Bare</h1>
    <div id="app"></div>
    <script type="module" src="./main.tsx"></script>
  </body>
</html>
`;

const MAIN = `import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const App = () => {
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    performance.mark('form-usable');
  }, []);
  return (
    <form>
      <label>Name <input ref={input} value={name} onInput={(e) => setName(e.currentTarget.value)} /></label>
      <button>Next</button>
    </form>
  );
};

const app = document.getElementById('app');
if (app) render(<App />, app);
`;

/**
 * Builds the floor that the popup is measured against: a WXT extension whose popup is a Preact form
 * with one field, and nothing else.
 * @param browser what to build for
 * @param size how large it is to be: as large as what is measured, so that pixels count for neither
 * @returns the folder to load, and how to remove it
 */
export const buildBarePopup = async (
  browser: 'chrome' | 'firefox',
  size: PopupSize,
): Promise<{ dir: string; remove: () => Promise<void> }> => {
  const root = await mkdtemp(join(tmpdir(), 'tenant-token-bare-'));
  await mkdir(join(root, 'entrypoints/popup'), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  await writeFile(join(root, 'package.json'), '{"name":"bare","version":"0.0.1","type":"module"}');
  await writeFile(join(root, 'entrypoints/popup/index.html'), htmlOf(size));
  await writeFile(join(root, 'entrypoints/popup/main.tsx'), MAIN);
  await build({
    root,
    configFile: false,
    browser,
    manifestVersion: 3,
    imports: false,
    logger: {
      debug() {},
      info() {},
      log() {},
      success() {},
      warn() {},
      error: console.error,
      fatal: console.error,
      level: 0,
    },
    manifest: {
      name: 'Bare',
      permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
      ...(browser === 'firefox'
        ? { browser_specific_settings: { gecko: { id: 'bare@tenant-token.example' } } }
        : {}),
    },
    vite: () => ({
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: { modulePreload: { polyfill: false } },
    }),
  });
  return {
    dir: join(root, '.output', `${browser}-mv3`),
    remove: () => rm(root, { recursive: true, force: true }),
  };
};
