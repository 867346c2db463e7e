import { defineConfig } from 'wxt';
import { plainDynamicImports, plainPageParts } from './extension/bundling/plain-scripts.ts';
import { quickPopup } from './extension/bundling/quick-popup.ts';
import { textsIntoPage } from './extension/bundling/texts-into-page.ts';
import { OLDEST_BROWSERS } from './extension/oldest-browsers.ts';

const sources = [
  'extension/**',
  'shared/**',
  'package.json',
  'package-lock.json',
  'link-node.mjs',
  'tsconfig.base.json',
  'wxt.config.ts',
  'README.md',
  'LICENSE',
];

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: process.env['TENANT_TOKEN_OUT_DIR'] ?? '.output',
  // Firefox too: in its MV2 an injected fetch sends no Origin, which every cross-site check refuses.
  manifestVersion: 3,
  imports: false,
  // `sandbox/dev.ts` opens a browser, signed in, where there is one.
  webExt: { disabled: true },
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
    action: { default_title: '__MSG_action_title__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      ...(browser === 'firefox'
        ? {
            go_on: {
              suggested_key: { default: 'Alt+Shift+G' },
              description: '__MSG_go_on_description__',
            },
          }
        : {}),
    },
    ...(browser === 'firefox'
      ? {
          // There a click lasts for one document. Asked for at run time, for one host, where a cockpit
          // loads pages; plain http is this machine's alone.
          optional_host_permissions: [
            'https://*/*',
            'http://localhost/*',
            'http://*.localhost/*',
            'http://127.0.0.1/*',
          ],
          browser_specific_settings: {
            gecko: {
              id: 'tenant-token@g-iot.example',
              strict_min_version: `${OLDEST_BROWSERS.firefox}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          minimum_chrome_version: String(OLDEST_BROWSERS.chromium),
          // Private windows have a process and a memory of their own; in Firefox, which knows no such thing,
          // `channel/jar.ts` keeps them apart.
          incognito: 'split' as const,
        }),
  }),
  hooks: {
    'build:manifestGenerated': (wxt, manifest) => {
      // WXT takes the button's title from the popup's, which no browser translates; and the place
      // in the toolbar is a key that Firefox alone knows.
      const { default_area, ...action } = manifest.action as Record<string, string>;
      manifest.action = {
        ...action,
        default_title: '__MSG_action_title__',
        ...(wxt.config.browser === 'firefox' ? { default_area } : {}),
      };
    },
  },
  vite: ({ command, browser }) => ({
    // `npm run dev` serves its pages from where the sources are: no style of theirs is in a bundle.
    plugins: [
      textsIntoPage(),
      ...(command === 'serve'
        ? []
        : [quickPopup(browser), plainDynamicImports(), plainPageParts()]),
    ],
    // By the command, not by NODE_ENV as Vite would: with that set, paths of this machine got in.
    oxc: {
      jsx: { runtime: 'automatic', importSource: 'preact', development: command === 'serve' },
    },
    build: { target: ['chrome123', 'firefox142'], modulePreload: false },
  }),
  zip: {
    includeSources: sources,
  },
});
