import { chmodSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begun } from '../../../bot/flow/progress.ts';
import { openDatabase } from '../../../bot/store/open-database.ts';
import { submission } from '../../support/bot-submission.ts';
import { openFlowStore } from '../../support/open-flow-store.ts';

const NOW = 1_790_000_000_000;

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bot-store-'));
  file = join(folder, 'deeper', 'bot.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a SQLite file', () => {
  it('writes through to the disk before it says so', async () => {
    const { db } = await openDatabase(`file:${file}`);
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db);
      return rows[0]?.[name];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    // 2 is FULL.
    expect(await pragma('synchronous')).toBe(2);
    await db.destroy();
  });

  it.skipIf(process.platform === 'win32')(
    'is for the eyes of its own account, with the files beside it, whatever the umask',
    async () => {
      const before = process.umask(0);
      try {
        const fresh = await openFlowStore(`file:${file}`);
        const modes = ['', '-wal', '-shm'].map((end) => statSync(`${file}${end}`).mode & 0o777);
        await fresh.close();
        expect(modes).toEqual([0o600, 0o600, 0o600]);
        expect(statSync(join(folder, 'deeper')).mode & 0o777).toBe(0o700);
        chmodSync(file, 0o644);
        await (await openFlowStore(`file:${file}`)).close();
        expect(statSync(file).mode & 0o777).toBe(0o600);
      } finally {
        process.umask(before);
      }
    },
  );

  it('has nothing left of a response_url that was erased', async () => {
    const store = await openFlowStore(`file:${file}`);
    const responseUrl = 'https://hooks.slack.com/commands/T1/2/a-way-to-write-to-someone';
    await store.claim('flow-1', submission({ responseUrl, responseUrlIssuedAt: NOW }), {
      progress: begun(NOW),
      lease: null,
      at: NOW,
      note: { who: 'U0001', event: 'claimed', detail: null },
    });
    await store.eraseUrls(NOW);
    await store.close();
    expect(readFileSync(file, 'latin1')).not.toContain('a-way-to-write');
  });
});

describe('a database', () => {
  it('of a kind that is not served is refused by name', async () => {
    await expect(openFlowStore('mysql://localhost/bot')).rejects.toThrow(/DATABASE_URL/);
  });
});
