import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../bot/log/log.ts';
import { openPolicyFile, type PolicyFile } from '../../../bot/policy/policy-file.ts';
import { parsePolicy } from '../../../shared/policy/policy.ts';

let folder: string;
let file: string;
let lines: string[];
let open: PolicyFile[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'));
  file = join(folder, 'policy.json');
  lines = [];
  open = [];
});
afterEach(() => {
  for (const each of open) each.close();
  rmSync(folder, { recursive: true });
});

const policy = (ask: string): string => JSON.stringify({ ask, rules: [] });

const log = createLog({
  level: 'info',
  redact: (text) => text,
  write: (line) => lines.push(line),
  now: () => 0,
});

const opened = (): PolicyFile => {
  const result = openPolicyFile(file, log);
  if (!result.ok) throw new Error(result.error.join('\n'));
  open.push(result.value);
  return result.value;
};

const asks = (read: PolicyFile) => expect.poll(() => read.current().ask);

describe('the policy file', () => {
  it('is read as PowerShell writes it', () => {
    writeFileSync(file, `\uFEFF${policy('Ada')}\r\n\r\n`, 'utf16le');
    expect(opened().current().ask).toBe('Ada');
  });

  it('that is no text is refused with the cause', () => {
    writeFileSync(file, policy('Zürich'), 'latin1');
    const read = openPolicyFile(file, log);
    expect(read.ok ? '' : read.error.join()).toMatch(/UTF-8/);
  });

  it('is read again when it changes, written over or put in its place', async () => {
    writeFileSync(file, policy('one'));
    const read = opened();
    writeFileSync(file, policy('two'));
    await asks(read).toBe('two');
    writeFileSync(`${file}.new`, policy('three'));
    renameSync(`${file}.new`, file);
    await asks(read).toBe('three');
  });

  it('stays in force where a broken one comes, which is named with its path', async () => {
    writeFileSync(file, policy('one'));
    const read = opened();
    writeFileSync(file, '{"ask": "two", "rules": [{}]}');
    await expect.poll(() => read.sound()).toBe(false);
    expect(read.current().ask).toBe('one');
    expect(lines.join('\n')).toContain('rules[0].who: is missing');
    writeFileSync(file, policy('one'));
    await expect.poll(() => read.sound()).toBe(true);
  });

  it('stays in force while the file is gone', async () => {
    writeFileSync(file, policy('one'));
    const read = opened();
    unlinkSync(file);
    await expect.poll(() => read.sound()).toBe(false);
    expect(read.current().ask).toBe('one');
    writeFileSync(file, policy('two'));
    await asks(read).toBe('two');
    expect(read.sound()).toBe(true);
  });

  it('is found changed by a look where no watch says so: behind a link to another folder', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'policy-behind-'));
    const target = join(elsewhere, 'rules.json');
    writeFileSync(target, policy('one'));
    symlinkSync(target, file);
    const read = opened();
    writeFileSync(target, policy('two'));
    await read.look();
    expect(read.current().ask).toBe('two');
    rmSync(elsewhere, { recursive: true });
    await read.look();
    expect([read.sound(), read.current().ask]).toEqual([false, 'two']);
  });

  it('is said to be broken once, however often it is looked at', async () => {
    writeFileSync(file, policy('one'));
    const read = opened();
    writeFileSync(file, '{');
    for (let n = 0; n < 3; n += 1) await read.look();
    expect(lines.filter((line) => line.includes('policy_refused'))).toHaveLength(1);
    writeFileSync(file, policy('one'));
    await read.look();
    expect(read.sound()).toBe(true);
    writeFileSync(file, '{');
    await read.look();
    expect(lines.filter((line) => line.includes('policy_refused'))).toHaveLength(2);
  });

  it('is not sound while a look at it does not come back', async () => {
    writeFileSync(file, policy('one'));
    const read = opened();
    const first = read.look();
    await read.look();
    expect(read.sound()).toBe(false);
    await first;
    expect(read.sound()).toBe(true);
  });

  it('is what was written last, however the readings of it end', async () => {
    writeFileSync(file, policy('one'));
    const read = opened();
    for (let n = 0; n < 40; n += 1) {
      const rules = ' '.repeat(n % 2 === 0 ? 3_000_000 : 0);
      writeFileSync(file, `${policy(`change ${n}`)}${rules}`);
      void read.look();
    }
    await asks(read).toBe('change 39');
    await expect.poll(() => read.sound()).toBe(true);
    await read.look();
    expect(read.current().ask).toBe('change 39');
  });

  it('holds nothing up where a pipe without a writer, a device or a folder has come in its place', async () => {
    writeFileSync(file, policy('one'));
    const read = opened();
    for (const [make, said] of [
      [() => execFileSync('mkfifo', [file]), 'is a pipe or a device, not a file'],
      [() => symlinkSync('/dev/zero', file), 'is a pipe or a device, not a file'],
      [() => mkdirSync(file), 'is a folder, not a file'],
    ] as const) {
      rmSync(file, { recursive: true });
      make();
      await read.look();
      expect([read.sound(), read.current().ask]).toEqual([false, 'one']);
      expect(lines.at(-1)).toContain(said);
      expect(openPolicyFile(file, log)).toEqual({
        ok: false,
        error: [`POLICY_FILE ${file}: the file: ${said}.`],
      });
    }
  });

  it('says how large it may be where it is larger', () => {
    writeFileSync(file, ' '.repeat(4_000_001));
    const read = openPolicyFile(file, log);
    expect(read.ok ? [] : read.error).toEqual([
      `POLICY_FILE ${file}: the file: is too large: 4,000,000 bytes at most.`,
    ]);
  });

  it('is needed from the start, in order', () => {
    expect(openPolicyFile(file, log)).toEqual({
      ok: false,
      error: [`POLICY_FILE ${file}: the file: cannot be read.`],
    });
    writeFileSync(file, '{"ask": "x", "rules": {}}');
    expect(openPolicyFile(file, log)).toEqual({
      ok: false,
      error: [`POLICY_FILE ${file}: rules: must be a list.`],
    });
  });
});

describe('the example', () => {
  it('is a sound policy', () => {
    const example = new URL('../../../bot/policy.example.json', import.meta.url);
    const read = parsePolicy(readFileSync(example, 'utf8'));
    expect(read.ok && read.value.rules.length).toBe(4);
  });
});
