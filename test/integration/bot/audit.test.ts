import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begun } from '../../../bot/flow/progress.ts';
import type { AuditLine } from '../../../bot/store/audit/line.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES, pastLocks, type TestDatabase } from '../../support/databases.ts';
import { verifyRecord } from '../../support/verify-record.ts';

const TOOL = fileURLToPath(new URL('../../../bot/audit/tool/main.ts', import.meta.url));
const NOW = 1_790_000_000_000;
const DAY = 24 * 3_600_000;

let database: TestDatabase;
let store: Store;

const claim = (into: Store, id: string, changes: Parameters<typeof submission>[0] = {}) =>
  into.flows.claim(id, submission(changes), {
    progress: begun(NOW),
    lease: null,
    at: NOW,
    note: { who: 'U0001', event: 'claimed', detail: null },
  });

const line = (changes: Partial<AuditLine> = {}): AuditLine => ({
  team_id: 'T0001',
  at: NOW,
  who: 'operator',
  role: 'operator',
  event: 'policy_in_force',
  ...changes,
});

const verify = () => verifyRecord(database.url);

const run = (
  url: string,
  ...args: string[]
): Promise<{ status: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url };
    const child = execFile(process.execPath, [TOOL, ...args], { env }, (_, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });

describe.each(ENGINES)('a record in $engine', ({ engine, fresh }) => {
  beforeEach(async () => {
    database = await fresh();
    store = await openStore(database.url);
  });

  afterEach(async () => {
    await store.flows.close();
    await database.close();
  });

  /** As someone does who may change tables, and takes away what stands in the way. */
  const tamper = async (statement: string): Promise<void> => {
    const away =
      engine === 'SQLite'
        ? ['DROP TRIGGER audit_lines_no_update', 'DROP TRIGGER audit_lines_no_delete']
        : ['ALTER TABLE audit_lines DISABLE TRIGGER USER'];
    for (const each of [...away, statement]) await database.sql(each);
  };

  describe('the chain', () => {
    it('is one, however many write at once from however many processes', async () => {
      const other = await openStore(database.url);
      await Promise.all(
        Array.from({ length: 60 }, (_, each) =>
          pastLocks(() => claim(each % 2 ? store : other, `flow-${each}`)),
        ),
      );
      await other.flows.close();
      expect(await verify()).toMatchObject({ ok: true, value: { lines: 60, first: 1 } });
    });

    it('has no line of what was not written, and is sound with any text that a database takes', async () => {
      const given = submission({ tenantName: 'a\u0000b\ud800', userId: 'U0001' });
      const change = {
        progress: begun(NOW),
        lease: null,
        at: NOW,
        note: { who: 'U0001', event: 'claimed', detail: null },
      };
      expect(await store.flows.claim('one', given, change)).toBeDefined();
      expect(await store.flows.claim('two', given, change)).toBeUndefined();
      await claim(store, 'three', { tenantName: '🦊 "名前" \ufeff\u2028' });
      expect(await verify()).toMatchObject({ ok: true, value: { lines: 2 } });
    });
  });

  describe('what is past its time', () => {
    const by = { team_id: 'T0001', at: NOW, who: 'bot', role: 'bot' } as const;

    it('is removed with a line that says so, and what is left is sound', async () => {
      const days = [9, 8, 3, 8, 1];
      for (const ago of days) await store.audit.append(line({ at: NOW - ago * DAY }));
      expect(await store.audit.forget(NOW - 5 * DAY, by)).toBe(false);
      // The one that came out of its order is kept with those around it.
      expect(await verify()).toMatchObject({ ok: true, value: { lines: 4, first: 3 } });
      // Nothing more is to go: not even a line says so.
      expect(await store.audit.forget(NOW - 5 * DAY, by)).toBe(false);
      expect((await store.audit.head()).seq).toBe(6);
      await store.audit.forget(NOW + DAY, by);
      expect(await verify()).toMatchObject({ ok: true, value: { lines: 1, first: 7 } });
    });

    it('goes a few lines at a time, so that nobody waits for all of it', async () => {
      await Promise.all(Array.from({ length: 1500 }, () => store.audit.append(line())));
      expect(await store.audit.forget(NOW + 1, by)).toBe(true);
      expect(await verify()).toMatchObject({ ok: true, value: { first: 1001, lines: 501 } });
      expect(await store.audit.forget(NOW + 1, by)).toBe(false);
      expect(await verify()).toMatchObject({ ok: true, value: { first: 1502, lines: 1 } });
    });

    it.each([
      ['in the middle', 'seq = 2'],
      ['at the beginning', 'seq <= 2'],
    ])('stays where lines %s are missing, which is not to be forgotten', async (_, which) => {
      for (let each = 0; each < 4; each += 1) await store.audit.append(line());
      await tamper(`DELETE FROM audit_lines WHERE ${which}`);
      await expect(store.audit.forget(NOW + 1, by)).rejects.toThrow(/missing/);
      expect(await verify()).toMatchObject({ ok: false, error: { kind: 'missing' } });
    });
  });

  describe('npm run audit', () => {
    it('verifies and exports while the bot writes, and finds what was altered', async () => {
      await claim(store, 'one', { userId: 'U0002', tenantName: '=1+1' });
      await store.audit.append(line({ at: NOW + DAY }));
      const { seq, hash } = await store.audit.head();
      const head = `${seq}:${hash}`;
      const sound = await run(database.url, 'verify', '--head', head);
      expect(sound).toMatchObject({ status: 0, err: '' });
      expect(sound.out).toContain('2 lines');
      expect(sound.out).toContain(`head ${head}\n`);

      const csv = await run(database.url, 'export', '--format', 'csv', '--tenant', '=1+1');
      expect(csv.status).toBe(0);
      const rows = csv.out.split('\r\n');
      expect(rows).toHaveLength(3);
      expect(rows[1]).toContain(`,"'=1+1",`);
      const until = new Date(NOW + 1).toISOString();
      const filter = ['--person', 'U0002', '--to', until];
      const lines = await run(database.url, 'export', '--format', 'ndjson', ...filter);
      expect(JSON.parse(lines.out)).toMatchObject({ seq: 1, asker: 'U0002', event: 'claimed' });

      await tamper("UPDATE audit_lines SET who = 'U0009' WHERE seq = 1");
      const broken = await run(database.url, 'verify');
      expect(broken).toMatchObject({ status: 2, out: '' });
      expect(broken.err).toContain('Line 1');
    });

    it('finds the lines of a tenant by its id, in capitals too', async () => {
      const tenantId = 'abcdef01-2345-4789-8abc-def012345678';
      await claim(store, 'one');
      await claim(store, 'two', { request: { ...submission().request, tenantId } });
      const filter = ['--tenant', tenantId.toUpperCase()];
      const { out } = await run(database.url, 'export', '--format', 'ndjson', ...filter);
      expect(JSON.parse(out)).toMatchObject({ seq: 2, tenant_id: tenantId });
    });
  });
});

it('npm run audit says so where there is no such file, and makes none', async () => {
  const none = join(tmpdir(), `none-${randomUUID()}.sqlite`);
  const { status, out, err } = await run(`file:${none}`, 'verify');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('DATABASE_URL');
  expect(existsSync(none)).toBe(false);
});
