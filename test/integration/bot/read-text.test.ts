import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readText, readTextLater, readTextOnce } from '../../../bot/config/read-text.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-text-'));
  file = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true }));

const ALL = [
  ['at once', readText],
  ['as a process starts', readTextOnce],
  ['later', readTextLater],
] as const;

describe.each(ALL)('a file that is read %s', (_, read) => {
  it('has its text, and more than one piece of it', async () => {
    const text = 'ü'.repeat(100_000);
    writeFileSync(file, text);
    expect(await read(file, 200_000)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['a folder', 'is a folder, not a file', () => folder],
    ['a device that never ends', 'is a pipe or a device, not a file', () => '/dev/zero'],
    ['nothing', 'cannot be read', () => join(folder, 'none')],
  ])('is refused where it is %s', async (__, said, path) => {
    expect(await read(path(), 1000)).toEqual({ ok: false, error: said });
  });

  it('is refused where it is larger than it may be', async () => {
    writeFileSync(file, 'x'.repeat(1001));
    expect(await read(file, 1000)).toEqual({
      ok: false,
      error: 'is too large: 1,000 bytes at most',
    });
  });
});

describe('a pipe', () => {
  /** Writes in pieces, once somebody reads. */
  const written = (...pieces: readonly string[]): void => {
    execFileSync('mkfifo', [file]);
    const script = `exec > "$0"; for piece; do printf %s "$piece"; done`;
    spawn('sh', ['-c', script, file, ...pieces], { stdio: 'ignore' });
  };

  it('is read to its end as a process starts, though its writer comes later', () => {
    written('xoxb-', '1-2', '\n');
    expect(readTextOnce(file, 1000)).toEqual({ ok: true, value: 'xoxb-1-2\n' });
  });

  it('is refused where what may be read again is wanted', async () => {
    execFileSync('mkfifo', [file]);
    const refused = { ok: false, error: 'is a pipe or a device, not a file' };
    expect(readText(file, 1000)).toEqual(refused);
    expect(await readTextLater(file, 1000)).toEqual(refused);
  });

  it('of a shell’s `<(…)` is read', () => {
    const code = `
      import { readTextOnce } from ${JSON.stringify(new URL('../../../bot/config/read-text.ts', import.meta.url).href)};
      console.log(JSON.stringify(readTextOnce(process.argv[1], 1000)));
    `;
    const script = `"$0" --input-type=module -e "$1" <(printf secret)`;
    const said = execFileSync('bash', ['-c', script, process.execPath, code], { encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual({ ok: true, value: 'secret' });
  });
});
