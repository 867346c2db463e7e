import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begun } from '../../../bot/flow/progress.ts';
import { APPROVE } from '../../../bot/messages/action-ids.ts';
import { startBot } from '../../../bot/start-bot.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { copyDatabase } from '../../../bot/store/tool/copy-database.ts';
import { secret } from '../../../shared/secret.ts';
import { submission } from '../../support/bot-submission.ts';
import { startBotWorld } from '../../support/bot-world.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { APPROVAL_POLICY, askToWrite, inDm } from '../../support/petitions.ts';
import { verifyRecord } from '../../support/verify-record.ts';

const TOOL = fileURLToPath(new URL('../../../bot/store/tool/main.ts', import.meta.url));
const AT = 1_790_000_000_000;
const POSTGRES = ENGINES[1];

const folder = mkdtempSync(join(tmpdir(), 'store-copy-'));
afterAll(() => rmSync(folder, { recursive: true }));

let target: TestDatabase;
beforeEach(async () => {
  target = await POSTGRES.fresh();
});
afterEach(() => target.close());

const copy = (file: string, url: string): Promise<{ status: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: url };
    const args = [TOOL, 'copy', '--from', file];
    const child = execFile(process.execPath, args, { env }, (_, out, err) =>
      resolve({ status: child.exitCode ?? -1, out, err }),
    );
  });

const verified = () => verifyRecord(target.url);

const claim = (store: Store, id: string, changes: Parameters<typeof submission>[0] = {}) =>
  store.flows.claim(id, submission({ viewId: `V${id}`, ...changes }), {
    progress: begun(AT),
    lease: { owner: 'gone', until: AT },
    at: AT,
    note: { who: 'U0001', event: 'claimed', detail: null },
  });

/** A file with one flow on record, which nobody has open. */
const fileWithOne = async (name: string): Promise<string> => {
  const file = join(folder, `${name}.sqlite`);
  const store = await openStore(`file:${file}`);
  await claim(store, name);
  await store.flows.close();
  return file;
};

const flowsIn = async ({ sql }: TestDatabase): Promise<readonly unknown[]> => {
  const rows = await sql('SELECT id FROM flows ORDER BY id');
  return rows.map(({ id }) => id);
};

describe('a SQLite file that is copied into PostgreSQL', () => {
  it('is there with every row as it was, and its record follows from line to line', async () => {
    const file = join(folder, 'all.sqlite');
    const from = await openStore(`file:${file}`);
    // More than go at a time, and what JSON and PostgreSQL take amiss.
    const odd = 'a"\\ \u{1F98A}\u2028\n\u0001';
    await Promise.all(
      Array.from({ length: 1100 }, (_, each) => claim(from, `flow-${each}`, { userName: odd })),
    );
    await claim(from, 'last', { userName: 'zero\0zero' });
    const salt = await from.petitions.salt();
    const head = await from.audit.head();
    const [first, last] = await Promise.all([from.flows.find('flow-7'), from.flows.find('last')]);
    await from.flows.close();

    expect(await copyDatabase(file, target.url)).toMatchObject({
      ok: true,
      value: { flows: 1101, audit_lines: 1101, petitions: 0 },
    });
    const to = await openStore(target.url);
    expect(await to.flows.find('flow-7')).toEqual(first);
    expect(await to.flows.find('last')).toEqual({
      ...last,
      submission: { ...last?.submission, userName: 'zero\u{FFFD}zero' },
    });
    expect(await to.petitions.salt()).toBe(salt);
    expect(await to.audit.head()).toEqual(head);
    // What was claimed is claimed, and what was under way is due.
    expect(await claim(to, 'again', { viewId: 'Vlast' })).toBeUndefined();
    expect(await to.flows.due(AT + 1, 5)).toHaveLength(5);
    await claim(to, 'new');
    await to.flows.close();
    expect(await verified()).toMatchObject({ ok: true, value: { lines: 1102 } });
  });

  it('is not where somebody has it open, where it is another version’s or none, and all stays as it was', async () => {
    const file = await fileWithOne('busy');
    const bot = await openStore(`file:${file}`);
    expect(await copyDatabase(file, target.url)).toEqual({ ok: false, error: 'in_use' });
    await bot.flows.close();

    const missing = join(folder, 'missing.sqlite');
    expect(await copyDatabase(missing, target.url)).toEqual({ ok: false, error: 'missing' });
    const text = join(folder, 'text');
    writeFileSync(text, 'no database'.repeat(100));
    expect(await copyDatabase(text, target.url)).toEqual({ ok: false, error: 'no_database' });
    const empty = join(folder, 'empty');
    writeFileSync(empty, '');
    expect(await copyDatabase(empty, target.url)).toEqual({ ok: false, error: 'other_version' });
    const tables = await target.sql("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
    expect(tables).toEqual([]);
  });

  it('is not where the database holds something, as a bot’s first line', async () => {
    const file = await fileWithOne('full');
    const there = await openStore(target.url);
    const line = { team_id: 'T1', at: AT, who: 'operator', role: 'operator', event: 'x' } as const;
    await there.audit.append(line);
    const salt = await there.petitions.salt();
    const said = await copy(file, target.withPassword);
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err).toContain('Nothing was copied');
    expect(said.err).not.toContain(target.password);
    expect(await flowsIn(target)).toEqual([]);
    await there.flows.close();
    const again = await openStore(target.url);
    expect(await again.petitions.salt()).toBe(salt);
    await again.flows.close();
  });

  it('is copied wholly or not at all', async () => {
    const file = await fileWithOne('half');
    const there = await openStore(target.url);
    await there.flows.close();
    // The record comes last.
    await target.sql('ALTER TABLE audit_lines ADD CHECK (seq < 1)');
    await expect(copyDatabase(file, target.url)).rejects.toThrow();
    expect(await flowsIn(target)).toEqual([]);
  });
});

describe('a bot that was moved to PostgreSQL', () => {
  const file = join(folder, 'moved.sqlite');
  let world: Awaited<ReturnType<typeof startBotWorld>>;
  beforeAll(async () => {
    world = await startBotWorld('http', {
      rateLimits: false,
      databaseUrl: `file:${file}`,
      policy: APPROVAL_POLICY,
    });
  });
  afterAll(() => world.close());

  it('goes on with what waits for someone’s yes', async () => {
    const { slack, config } = world;
    await askToWrite(slack, 'ivo', 'Moved one');
    await inDm(slack, 'ada', 'Moved one', 'asks for the API token');
    await inDm(slack, 'mia', 'Moved one', 'chiede il token API');
    await world.bot.stop(5000);

    const said = await copy(file, target.withPassword);
    expect(said).toMatchObject({ status: 0, err: '' });
    expect(said.out).toContain('Requests: 1;');
    const silent = (): void => undefined;
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const moved = await startBot({ ...config, databaseUrl: secret(target.url) }, log);
    if (!moved.ok) throw new Error(moved.error.join('\n'));
    slack.setRequestUrl(`http://127.0.0.1:${moved.value.port}/slack/events`);
    const asked = await inDm(slack, 'ada', 'Moved one', 'asks for the API token');
    await slack.asPerson('ada').press(asked, APPROVE);
    await inDm(slack, 'ivo', 'Moved one', 'genehmigt, erstellt und zugestellt');
    await moved.value.stop(5000);
    expect(await verified()).toMatchObject({ ok: true });
  });
});
