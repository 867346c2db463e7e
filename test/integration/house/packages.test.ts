import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { copyCheckout, npmRun, ROOT } from '../../support/checkout.ts';

const run = promisify(execFile);

const hashes = async (dir: string): Promise<Record<string, string>> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => {
        const path = join(file.parentPath, file.name);
        const hash = createHash('sha256').update(await readFile(path));
        return [path.slice(dir.length + 1), hash.digest('hex')] as const;
      }),
    ),
  );
};

const unzip = async (zip: string): Promise<string> => {
  const dir = await mkdtemp(join(tmpdir(), 'tenant-token-unzipped-'));
  await run('python3', ['-m', 'zipfile', '-e', zip, dir]);
  return dir;
};

let checkout: Awaited<ReturnType<typeof copyCheckout>>;
let zips: string[];
const opened: string[] = [];
const open = async (suffix: string): Promise<string> => {
  const zip = zips.find((name) => name.endsWith(suffix));
  if (zip === undefined) throw new Error(`No ${suffix} among ${zips.join(', ')}`);
  const dir = await unzip(join(checkout.dir, '.output', zip));
  opened.push(dir);
  return dir;
};

beforeAll(async () => {
  checkout = await copyCheckout();
  const outcome = await npmRun(checkout.dir, 'zip');
  expect(outcome.code, outcome.output).toBe(0);
  zips = (await readdir(join(checkout.dir, '.output'))).filter((name) => name.endsWith('.zip'));
});
afterAll(async () => {
  for (const dir of opened) await rm(dir, { recursive: true, force: true });
  await checkout.remove();
});

const icons = {
  '16': 'icon/16.png',
  '32': 'icon/32.png',
  '48': 'icon/48.png',
  '96': 'icon/96.png',
  '128': 'icon/128.png',
};

const common = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  version: '0.1.0',
  default_locale: 'en',
  icons,
  permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
  commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+K' } } },
};

describe('the packages for the stores', () => {
  it('Chrome and Edge get exactly this manifest', async () => {
    const dir = await open('-chrome.zip');
    expect(JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'))).toEqual({
      ...common,
      minimum_chrome_version: '123',
      incognito: 'split',
      background: { service_worker: 'background.js' },
      action: { default_title: '__MSG_action_title__', default_popup: 'popup.html' },
      options_ui: { page: 'options.html', open_in_tab: true },
    });
  });

  it('Firefox gets exactly this manifest', async () => {
    const dir = await open('-firefox.zip');
    expect(JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8'))).toEqual({
      ...common,
      commands: {
        ...common.commands,
        go_on: {
          suggested_key: { default: 'Alt+Shift+G' },
          description: '__MSG_go_on_description__',
        },
      },
      optional_host_permissions: [
        'https://*/*',
        'http://localhost/*',
        'http://*.localhost/*',
        'http://127.0.0.1/*',
      ],
      background: { scripts: ['background.js'] },
      action: {
        default_title: '__MSG_action_title__',
        default_popup: 'popup.html',
        default_area: 'navbar',
      },
      options_ui: { page: 'options.html', open_in_tab: true },
      browser_specific_settings: {
        gecko: {
          id: 'tenant-token@g-iot.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    });
  });

  it("Chrome's popup waits for one short script, and asks at once for all that it leads to", async () => {
    const dir = await open('-chrome.zip');
    const html = await readFile(join(dir, 'popup.html'), 'utf8');
    const [first, ...others] = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(
      (found) => found[1] ?? '',
    );
    expect(others).toEqual([]);
    const script = await readFile(join(dir, first ?? ''), 'utf8');
    expect(script.length).toBeLessThan(3_000);
    expect(script).not.toMatch(/\bimport\s*["{*\w]/);
    const led = [...script.matchAll(/import\(`\.([^`]+)`\)/g)].map((found) => `/chunks${found[1]}`);
    const announced = [...html.matchAll(/rel="modulepreload"[^>]* href="([^"]+)"/g)].map(
      (found) => found[1],
    );
    expect(led).toHaveLength(1);
    expect(announced).toEqual(led);
  });

  it("the sources for Firefox's reviewers rebuild to identical files", async () => {
    const [published, sources] = [await open('-firefox.zip'), await open('-sources.zip')];
    await symlink(join(ROOT, 'node_modules'), join(sources, 'node_modules'));
    const outcome = await npmRun(sources, 'build-for-amo');
    expect(outcome.code, outcome.output).toBe(0);
    expect(await hashes(join(sources, '.output/firefox-mv3'))).toEqual(await hashes(published));
  });

  it('the sources hold nothing but what the extension is built from', async () => {
    const sources = await open('-sources.zip');
    expect((await readdir(sources)).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'extension',
      'link-node.mjs',
      'package-lock.json',
      'package.json',
      'shared',
      'tsconfig.base.json',
      'wxt.config.ts',
    ]);
  });

  it("Mozilla's linter finds no error, and no warning but Preact's use of innerHTML", async () => {
    const dir = await open('-firefox.zip');
    const { stdout } = await run('web-ext', ['lint', '--source-dir', dir, '--output', 'json']);
    const report = z
      .object({
        errors: z.array(z.unknown()),
        warnings: z.array(z.object({ code: z.string() })),
      })
      .parse(JSON.parse(stdout));
    expect(report.errors).toEqual([]);
    expect([...new Set(report.warnings.map(({ code }) => code))]).toEqual(
      report.warnings.length > 0 ? ['UNSAFE_VAR_ASSIGNMENT'] : [],
    );
  });
});
