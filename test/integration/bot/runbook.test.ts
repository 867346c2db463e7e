import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditLine } from '../../../bot/store/audit/line.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { ROOT } from '../../support/checkout.ts';
import { ENGINES } from '../../support/databases.ts';
import { postgresPrograms } from '../../support/postgres/programs.ts';
import { verifyRecord } from '../../support/verify-record.ts';

const RUNBOOK = readFileSync(join(ROOT, 'bot/operating/RUNBOOK.md'), 'utf8');

/** The blocks of commands, without those of a program that not every machine has: the runbook says so. */
const [copying = '', restoring = '', ofPostgres = ''] = [
  ...RUNBOOK.matchAll(/```sh\n(.*?)```/gs),
].map(([, text = '']) => text.replaceAll(/^(?:#|sqlite3 ).*\n/gm, ''));

const LINE: AuditLine = {
  team_id: 'T0001',
  at: 1_790_000_000_000,
  who: 'operator',
  role: 'operator',
  event: 'policy_in_force',
};

const append = async (store: Store, count: number): Promise<void> => {
  for (let each = 0; each < count; each += 1) await store.audit.append(LINE);
};

describe('the runbook’s way to a copy of the database and back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-'));
  let programs: string;

  beforeAll(async () => {
    programs = await postgresPrograms();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Here npm would go to another folder, and Node be another one. */
  const WITH = `
    npm() { node "$TOOL" verify; }
    node() { "$NODE" "$@"; }`;

  const run = async (commands: string, env: Readonly<Record<string, string>> = {}) => {
    const done = await promisify(execFile)('sh', ['-ec', `${WITH}\n${commands}`], {
      cwd: folder,
      env: {
        PATH: `${programs}${delimiter}${process.env['PATH']}`,
        NODE: process.execPath,
        TOOL: join(ROOT, 'bot/audit/tool/main.ts'),
        ...env,
      },
    });
    return done.stdout;
  };

  it('is one for SQLite, while the bot runs and afterwards', async () => {
    const url = `file:${join(folder, 'tenant-token.sqlite')}`;
    const store = await openStore(url);
    await append(store, 3);
    const { seq, hash } = await store.audit.head();
    const copied = await run(copying);
    expect(copied).toContain('Sound: 3 lines');
    expect(copied).toContain(`head ${seq}:${hash}`);
    await append(store, 2);
    await store.flows.close();

    await run(restoring);
    expect(statSync(join(folder, 'tenant-token.sqlite')).mode & 0o777).toBe(0o600);
    const restored = await openStore(url);
    expect(await restored.audit.head()).toEqual({ seq, hash });
    await append(restored, 1);
    await restored.flows.close();
    expect(await verifyRecord(url)).toMatchObject({ ok: true, value: { lines: 4 } });
  });

  it('is one for PostgreSQL, while the bot runs, into an empty database', async () => {
    const [from, to] = await Promise.all([ENGINES[1].fresh(), ENGINES[1].fresh()]);
    const store = await openStore(from.url);
    await append(store, 3);
    const [dump = '', restore = ''] = ofPostgres.split('\n');
    await run(dump, { DATABASE_URL: from.url });
    await append(store, 2);
    await store.flows.close();

    await run(restore, { DATABASE_URL: to.url });
    const restored = await openStore(to.url);
    await append(restored, 1);
    await restored.flows.close();
    expect(await verifyRecord(to.url)).toMatchObject({ ok: true, value: { lines: 4 } });
    await expect(to.sql('DELETE FROM audit_lines')).rejects.toThrow(/append-only/);
    await Promise.all([from.close(), to.close()]);
  });
});
