import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { BrowserKind } from '../../../sandbox/browsers/find.ts';
import { launchBrowser } from '../../../sandbox/browsers/launch.ts';
import { writeFixtureExtension } from './fixture-extension.ts';
import { until } from './until.ts';

const LAUNCH = new URL('../../../sandbox/browsers/launch.ts', import.meta.url).href;
const Started = z.object({ pid: z.number(), folder: z.string() });

let extensionDir: string;
let temporary: string;

beforeAll(async () => {
  extensionDir = await mkdtemp(join(tmpdir(), 'tenant-token-launching-'));
  await writeFixtureExtension(extensionDir);
});

afterAll(() => rm(extensionDir, { recursive: true }));

beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'tt-'));
});

afterEach(() => rm(temporary, { recursive: true }));

// A program that starts a browser, tells of it in a line, and then stays.
function startProgram(kind: BrowserKind, first = '') {
  const request = JSON.stringify({ extensionDir, headless: true });
  const source = `
    import { launchBrowser } from '${LAUNCH}';
    ${first}
    console.log('launching');
    const { browser, folder, close } = await launchBrowser('${kind}', ${request});
    globalThis.close = close;
    console.log(JSON.stringify({ pid: browser.process().pid, folder }));
    setInterval(() => {}, 1000);`;
  const program = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    // Whatever is left in there is its own.
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { program, lines: createInterface(program.stdout)[Symbol.asyncIterator]() };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function expectGone({ pid, folder }: z.infer<typeof Started>): Promise<void> {
  await until('the browser to be gone', async () => (isRunning(pid) ? undefined : true));
  expect(existsSync(folder)).toBe(false);
  expect(await readdir(temporary)).toEqual([]);
}

// Which signal it is makes no difference to a browser: each of them ends one.
describe.each([
  ['chromium', 'SIGINT', 130],
  ['firefox', 'SIGTERM', 143],
] as const)('a launched %s', (kind, signal, code) => {
  test(`ends with its program at ${signal}, and its folder goes`, async () => {
    const { program, lines } = startProgram(kind);
    await lines.next();
    const started = Started.parse(JSON.parse((await lines.next()).value ?? ''));
    expect(existsSync(started.folder)).toBe(true);
    program.kill(signal);
    expect(await once(program, 'exit')).toEqual([code, null]);
    await expectGone(started);
  });

  test('ends with a program that is interrupted while it starts the browser', async () => {
    const { program, lines } = startProgram(kind);
    await lines.next();
    await until('its folder', async () =>
      (await readdir(temporary)).length > 0 ? true : undefined,
    );
    program.kill('SIGINT');
    expect(await once(program, 'exit')).toEqual([130, null]);
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe('a launched Chromium', () => {
  test('leaves the ending to a program that handles the signal itself', async () => {
    const { program, lines } = startProgram(
      'chromium',
      `process.on('SIGINT', async () => { await globalThis.close(); process.exit(7); });`,
    );
    await lines.next();
    const started = Started.parse(JSON.parse((await lines.next()).value ?? ''));
    program.kill('SIGINT');
    expect(await once(program, 'exit')).toEqual([7, null]);
    await expectGone(started);
  });

  test('has the extension’s button on its toolbar', async () => {
    const launched = await launchBrowser('chromium', { extensionDir, headless: true });
    try {
      const page = await launched.browser.newPage();
      await page.goto(`chrome-extension://${launched.extensionId}/popup.html`);
      const settings = await page.evaluate(() => {
        const { chrome } = globalThis as unknown as {
          chrome: { action: { getUserSettings: () => Promise<{ isOnToolbar: boolean }> } };
        };
        return chrome.action.getUserSettings();
      });
      expect(settings.isOnToolbar).toBe(true);
    } finally {
      await launched.close();
    }
  });
});
