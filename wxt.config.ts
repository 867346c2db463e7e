import { defineConfig } from 'wxt';

const sources = [
  'extension/**',
  'shared/**',
  'package.json',
  'package-lock.json',
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
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
    action: { default_title: '__MSG_action_title__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tenant-token@g-iot.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { modulePreload: { polyfill: false } },
  }),
  zip: {
    includeSources: sources,
  },
});
