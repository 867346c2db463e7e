import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

beforeAll(async () => {
  extensionDir = await mkdtemp(join(tmpdir(), 'tenant-token-slow-install-'));
  await writeFixtureExtension(extensionDir);
  await appendFile(join(extensionDir, 'background.js'), SLOW_TO_INSTALL);
});

afterAll(() => rm(extensionDir, { recursive: true }));

test('a Chromium that is reset as soon as it has started keeps its background', async () => {
  const session = await chromium.open({ extensionDir, language: 'en' });
  try {
    await session.reset();
    const answer = await session.inExtension(() => chrome.runtime.sendMessage('hello'));
    expect(answer).toMatch(/^[\da-f-]{36}$/);
  } finally {
    await session.close();
  }
});
