import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../bot/log/log.ts';
import { openPolicyFolder, type PolicyFolder } from '../../../bot/policy/policy-folder.ts';

let folder: string;
let lines: string[];
let policies: PolicyFolder;

const log = createLog({
  level: 'info',
  redact: (text) => text,
  write: (line) => lines.push(line),
  now: () => 0,
});

const write = (team: string, text: string): void =>
  writeFileSync(join(folder, `${team}.json`), text);
const policy = (ask: string): string => JSON.stringify({ ask, rules: [] });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policies-'));
  lines = [];
  const opened = openPolicyFolder(folder, log);
  if (!opened.ok) throw new Error(opened.error.join('\n'));
  policies = opened.value;
});
afterEach(() => {
  policies.close();
  rmSync(folder, { recursive: true });
});

describe('a folder of policies', () => {
  it('has one for each workspace, and tells which is in force where', () => {
    const told: string[] = [];
    policies.follow((team, { kind }) => told.push(`${team} ${kind}`));
    write('T1', policy('Ada'));
    write('T2', policy('Mona'));
    expect([policies.of('T1').ask, policies.of('T2').ask]).toEqual(['Ada', 'Mona']);
    expect(told).toEqual(['T1 in_force', 'T2 in_force']);
    expect(policies.sound()).toBe(true);
  });

  it('waits for one that is not there: nobody gets anything, and it is said once', async () => {
    expect(policies.of('T1')).toMatchObject({ ask: 'T1.json', rules: [] });
    expect(policies.of('T1')).toBe(policies.of('T1'));
    await policies.look();
    await policies.look();
    expect(lines.filter((line) => line.includes('policy_missing'))).toHaveLength(1);
    expect(policies.sound()).toBe(false);
    write('T1', policy('Ada'));
    await policies.look();
    expect(policies.of('T1').ask).toBe('Ada');
    expect(policies.sound()).toBe(true);
  });

  it('of one that is broken from the start grants nothing, and of one that breaks keeps the old', async () => {
    write('T1', '{');
    expect(policies.of('T1').rules).toEqual([]);
    write('T2', policy('Mona'));
    expect(policies.of('T2').ask).toBe('Mona');
    write('T2', '{');
    await policies.look();
    expect(policies.of('T2').ask).toBe('Mona');
    expect(policies.sound()).toBe(false);
  });

  it.each(['../T1', 'T1/../T1', '', 'T1.json', 't1', `T${'1'.repeat(60)}`])(
    'looks for no file by a name that is no id: %s',
    (team) => {
      write('T1', policy('Ada'));
      expect(policies.of(team)).toMatchObject({ rules: [] });
      expect(lines).toEqual([]);
    },
  );

  it('has to be there', () => {
    const missing = openPolicyFolder(join(folder, 'nowhere'), log);
    expect(missing.ok || missing.error).toEqual([
      expect.stringMatching(/^POLICY_DIR .+ is no folder/),
    ]);
  });
});
