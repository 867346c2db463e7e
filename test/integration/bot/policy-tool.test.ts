import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TOOL = fileURLToPath(new URL('../../../bot/policy/tool/main.ts', import.meta.url));
const EXAMPLE = fileURLToPath(new URL('../../../bot/policy.example.json', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tt-policy-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<{ status: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [TOOL, ...args], (_, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });

describe('npm run policy', () => {
  it('ends without a word of its own where its reader has enough', async () => {
    const many = join(folder, 'many.json');
    const rule = {
      who: { users: ['U0ADA'] },
      tenants: ['Nord'],
      permissions: ['read'],
      maxDays: 1,
    };
    await writeFile(
      many,
      JSON.stringify({ ask: 'Ada', rules: Array.from({ length: 5000 }, () => rule) }),
    );
    const script =
      '"$0" "$1" explain "$2" --user U1 --tenant Nord --permissions read | head -n 1; echo "${PIPESTATUS[0]}"';
    const { out, err } = await new Promise<{ out: string; err: string }>((resolve) =>
      execFile('bash', ['-c', script, process.execPath, TOOL, many], (_, out, err) =>
        resolve({ out, err }),
      ),
    );
    expect(err).toBe('');
    expect(out.trim().split('\n').at(-1)).toBe('3');
  });

  it('checks a file, and names each of its faults', async () => {
    expect(await run('check', EXAMPLE)).toMatchObject({
      status: 0,
      out: `${EXAMPLE}: sound, 4 rules\n`,
    });
    const broken = join(folder, 'policy.json');
    await writeFile(broken, '{"ask":"Ada","rules":[{"who":{"users":["ada"]},"permissions":[]}]}');
    const { status, err } = await run('check', broken);
    expect(status).toBe(1);
    expect(err).toContain('rules[0].who.users[0]: must be a user id');
    expect(err).toContain('rules[0].permissions: name at least one permission');
  });

  it('says which rule decided, why the others did not, and answers scripts by its status', async () => {
    const explain = (...args: string[]) => run('explain', EXAMPLE, ...args);
    const nord = ['--tenant', 'Nord Hafen', '--permissions', 'write'];
    const asked = await explain('--user', 'U078GH9IJ', '--expires', '2026-12-31', ...nord);
    expect(asked.status).toBe(2);
    expect(asked.out).toMatch(/^ASKS FOR APPROVAL\n {2}by one of U012AB3CD, S078GH9IJ/);
    expect(asked.out).toMatch(
      /Decided by:\n {2}rules\[2\] .*: grants write; once someone approves/,
    );
    expect(asked.out).toMatch(/rules\[0\] .*: is not for this person here/);
    expect(await explain('--user', 'U012AB3CD', ...nord)).toMatchObject({ status: 0 });
    expect(await explain('--user', 'U099XY9IJ', ...nord)).toMatchObject({ status: 3 });
    expect(await explain('--user', 'U099XY9IJ')).toMatchObject({ status: 1, out: '' });
  });
});
