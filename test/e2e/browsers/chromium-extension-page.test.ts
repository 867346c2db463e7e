import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { chromium } from './chromium.ts';
import { writeFixtureExtension } from './fixture-extension.ts';

declare const chrome: { runtime: { sendMessage: (message: string) => Promise<unknown> } };

// As on a machine with other work, where a browser is at hand before its extension is installed.
const SLOW_TO_INSTALL = `
self.addEventListener('install', (event) =>
  event.waitUntil(new Promise((resolve) => setTimeout(resolve, 1500))),
);
`;

let extensionDir: string;

beforeEach(async () => {
  extensionDir = await mkdtemp(join(tmpdir(), 'tenant-token-slow-install-'));
  await writeFixtureExtension(extensionDir);
});

afterEach(() => rm(extensionDir, { recursive: true }));

test('a Chromium that is reset as soon as it has started keeps its background', async () => {
  await appendFile(join(extensionDir, 'background.js'), SLOW_TO_INSTALL);
  const session = await chromium.open({ extensionDir, language: 'en' });
  try {
    await session.reset();
    const answer = await session.inExtension(() => chrome.runtime.sendMessage('hello'));
    expect(answer).toMatch(/^[\da-f-]{36}$/);
  } finally {
    await session.close();
  }
});

test('a Chromium whose extension has no background is not waited for', async () => {
  const file = join(extensionDir, 'manifest.json');
  const manifest = z.looseObject({}).parse(JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, JSON.stringify({ ...manifest, background: undefined }));
  const session = await chromium.open({ extensionDir, language: 'en' });
  try {
    expect(await session.extensionStorage('local')).toEqual({});
  } finally {
    await session.close();
  }
});
