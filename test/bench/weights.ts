import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { weighPopup } from './popup-scripts.ts';

// Builds the extension and fails where its popup, or what it puts into a page, is heavier than promised.
const LIMIT = { minified: 64_000, gzip: 22_000 };
/** With its style, and its texts in every language. */
const PAGE_LIMIT = 32_000;
const INJECTED = ['wizard-page.js', 'teach-page.js'];
const INJECTED_LIMIT = 25_000;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

for (const browser of ['chrome', 'firefox']) {
  const dir = await mkdtemp(join(tmpdir(), 'tenant-token-weights-'));
  try {
    await promisify(execFile)('wxt', ['build', '-b', browser], {
      env: { ...process.env, TENANT_TOKEN_OUT_DIR: dir },
    });
    const { minified, gzip, files, page } = await weighPopup(join(dir, `${browser}-mv3`));
    const fits = minified <= LIMIT.minified && gzip <= LIMIT.gzip;
    console.log(
      `${fits ? 'ok' : 'TOO HEAVY'}  popup in ${browser}: ${kilobytes(minified)} of ${kilobytes(LIMIT.minified)}, gzip ${kilobytes(gzip)} of ${kilobytes(LIMIT.gzip)}  (${files.join(', ')})`,
    );
    if (!fits) process.exitCode = 1;
    const isShort = page.minified <= PAGE_LIMIT;
    console.log(
      `${isShort ? 'ok' : 'TOO HEAVY'}  popup.html in ${browser}: ${kilobytes(page.minified)} of ${kilobytes(PAGE_LIMIT)}, gzip ${kilobytes(page.gzip)}`,
    );
    if (!isShort) process.exitCode = 1;
    for (const file of INJECTED) {
      const { size } = await stat(join(dir, `${browser}-mv3`, file));
      const light = size <= INJECTED_LIMIT;
      console.log(
        `${light ? 'ok' : 'TOO HEAVY'}  ${file} in ${browser}: ${kilobytes(size)} of ${kilobytes(INJECTED_LIMIT)}`,
      );
      if (!light) process.exitCode = 1;
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
