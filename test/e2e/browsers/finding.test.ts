import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../../sandbox/browsers/find.ts';
import { ensureBrowser } from '../../../sandbox/browsers/install.ts';

let folder: string;

async function program(name: string, mode = 0o755, says = ''): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\necho '${says}'\n`);
  await chmod(path, mode);
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenant-token-finding-'));
});

afterAll(() => rm(folder, { recursive: true }));

describe('finding a browser', () => {
  test('the one that the variable names comes first', async () => {
    const mine = await program('my-browser');
    expect(findBrowser('chromium', { ...process.env, CHROME_PATH: mine })).toBe(mine);
    expect(findBrowser('firefox', { ...process.env, FIREFOX_PATH: mine })).toBe(mine);
  });

  test('a variable that names no program is an error and not passed over', async () => {
    const text = await program('readme', 0o644);
    for (const CHROME_PATH of [join(folder, 'nothing'), folder, text]) {
      expect(() => findBrowser('chromium', { ...process.env, CHROME_PATH })).toThrow(
        `CHROME_PATH is set to ${CHROME_PATH}, which is no file that can be executed.`,
      );
    }
  });

  test.runIf(process.platform === 'linux')('else the first of its names in PATH', async () => {
    const env = { PATH: ['/nowhere', folder].join(delimiter) };
    expect(findBrowser('firefox', env)).toBeUndefined();
    const plain = await program('firefox');
    expect(findBrowser('firefox', env)).toBe(plain);
    const longTerm = await program('firefox-esr');
    expect(findBrowser('firefox', env)).toBe(longTerm);
    expect(findBrowser('chromium', env)).toBeUndefined();
  });

  test('where there is none and none can be installed, one sentence says what to do', async () => {
    const host = { env: { PATH: '' }, platform: 'linux', install: undefined } as const;
    await expect(ensureBrowser('chromium', host)).rejects.toThrow(
      'No chromium was found: install Chrome, Chromium or Edge, or set CHROME_PATH to its executable.',
    );
    await expect(ensureBrowser('firefox', host)).rejects.toThrow(
      'No firefox was found: install Firefox, or set FIREFOX_PATH to its executable.',
    );
  });

  test.runIf(process.platform === 'linux')(
    'one that is too old is replaced by a newer one',
    async () => {
      const old = await program('firefox-esr', 0o755, 'Mozilla Firefox 141.12.0esr');
      const env = { PATH: folder };
      const asked: string[] = [];
      const install = async (packageName: string): Promise<void> => {
        asked.push(packageName);
        await program('firefox-esr', 0o755, 'Mozilla Firefox 142.0esr');
      };
      expect(await ensureBrowser('firefox', { env, platform: 'linux', install })).toBe(old);
      expect(await ensureBrowser('firefox', { env, platform: 'linux', install })).toBe(old);
      expect(asked).toEqual(['firefox-esr']);
    },
  );

  test.runIf(process.platform !== 'win32')(
    'one that is too old is named where it stays so',
    async () => {
      const path = await program('old-chrome', 0o755, 'Google Chrome 122.0.6261.57 unknown');
      const host = { env: { CHROME_PATH: path }, platform: 'linux' } as const;
      const sentence = `${path} is chromium 122, and the extension needs 123: install Chrome, Chromium or Edge, or set CHROME_PATH to its executable.`;
      for (const install of [undefined, async () => {}]) {
        await expect(ensureBrowser('chromium', { ...host, install })).rejects.toThrow(sentence);
      }
    },
  );
});
