import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begun } from '../../../bot/flow/progress.ts';
import type { StoredFlow } from '../../../bot/flow/stored-flow.ts';
import type { Change, FlowStore } from '../../../bot/store/flow-store.ts';
import { openDatabase } from '../../../bot/store/open-database.ts';
import { whyNotOpened } from '../../../bot/store/why-not-opened.ts';
import { submission } from '../../support/bot-submission.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { eventually } from '../../support/eventually.ts';
import { openFlowStore } from '../../support/open-flow-store.ts';
import { type Cluster, endCluster, startCluster } from '../../support/postgres/cluster.ts';
import { type Line, openLine } from '../../support/postgres/line.ts';
import { sharedCluster } from '../../support/postgres/shared-cluster.ts';
import { beforeSlackGivesUp, TOO_LATE } from '../../support/slack-clock.ts';
import { createPrivateAuthority } from '../../support/tls.ts';

const NOW = 1_790_000_000_000;

const change = (changes: Partial<Change> = {}): Change => ({
  progress: begun(NOW),
  lease: { owner: 'me', until: NOW + 60_000 },
  at: NOW,
  note: { who: 'U0001', event: 'claimed', detail: null },
  ...changes,
});

const PASSWORD_LEFT_OUT = /^(?!.*hunter22)/;

describe('a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const { ca, cert, key } = createPrivateAuthority(['localhost']);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  let cluster: Cluster;

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    const own = mkdtempSync(join(folder, 'c-'));
    cluster = await startCluster(own, { ca, cert, key });
  });
  afterAll(async () => {
    await endCluster(cluster.socket);
    rmSync(folder, { recursive: true });
  });

  const urlOf = (host: string, query = '', password = cluster.password): string =>
    `postgres://postgres:${password}@${host}:${cluster.port}/postgres${query}`;

  const opened = async (url: string): Promise<unknown> => {
    const { db } = await openDatabase(url);
    const { rows } = await sql<{ readonly ssl: boolean }>`
      select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db);
    await db.destroy();
    return rows[0]?.ssl;
  };

  const refusal = (url: string): Promise<string> =>
    openDatabase(url).then(
      () => 'opened',
      (error: unknown) => whyNotOpened(url, error),
    );

  it('is reached in the clear, by TLS, and by TLS that is checked, as its URL says', async () => {
    const known = `sslrootcert=${file('ca.pem', ca)}`;
    expect(await opened(urlOf('127.0.0.1'))).toBe(false);
    expect(await opened(urlOf('127.0.0.1', '?sslmode=require'))).toBe(true);
    expect(await opened(urlOf('127.0.0.1', `?sslmode=verify-ca&${known}`))).toBe(true);
    expect(await opened(urlOf('localhost', `?sslmode=verify-full&${known}`))).toBe(true);
  });

  it('that shows another certificate gets no password, and the sentence says which fault', async () => {
    const other = `sslrootcert=${file('other.pem', createPrivateAuthority(['localhost']).ca)}`;
    const known = `sslrootcert=${file('ca.pem', ca)}`;
    for (const [url, code] of [
      [urlOf('localhost', '?sslmode=verify-full'), 'CERT|SIGNATURE'],
      [urlOf('localhost', `?sslmode=verify-ca&${other}`), 'CERT|SIGNATURE'],
      [urlOf('127.0.0.1', `?sslmode=verify-full&${known}`), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ] as const) {
      expect(await refusal(url)).toMatch(
        new RegExp(`^DATABASE_URL: .+ a certificate that is not trusted \\(.*(?:${code}).*\\)`),
      );
    }
  });

  it('that refuses is named with its reason, and the password is not', async () => {
    const wrong = await refusal(urlOf('127.0.0.1', '', 'hunter22hunter22'));
    expect(wrong).toMatch(/the database postgres at 127\.0\.0\.1 .+ the user or the password\.$/);
    expect(wrong).toMatch(PASSWORD_LEFT_OUT);
    const missing = urlOf('127.0.0.1').replace(/postgres$/, 'nowhere');
    expect(await refusal(missing)).toMatch(/it has no such database: make one/);
    expect(await refusal(missing)).not.toContain(cluster.password);
  });

  it('keeps no setting beyond a transaction: a pooler may lend its connections out', async () => {
    const { db, engine } = await openDatabase(urlOf('127.0.0.1'), 1);
    const set = sql<{ readonly name: string }>`
      select name from pg_settings where source in ('client', 'session') and name like '%timeout%'`;
    const during = sql`select current_setting('lock_timeout') as set into temporary kept`;
    await engine.commit([{ rest: [during.compile(db)] }]);
    expect((await sql`select set from kept`.execute(db)).rows).toEqual([{ set: '600ms' }]);
    expect((await set.execute(db)).rows).toEqual([]);
    await db.destroy();
  });

  it('that crashes and comes back is used again, and what was begun is written once', async () => {
    const store = await openFlowStore(urlOf('127.0.0.1'));
    const flow = await store.claim('flow-1', submission({ viewId: 'V-1' }), change());
    if (!flow) throw new Error('It was claimed before.');
    await cluster.stop('immediate');
    expect(await store.answers()).toBe(false);
    const claimed = store.claim('flow-2', submission({ viewId: 'V-2' }), change());
    await expect(beforeSlackGivesUp(claimed)).rejects.not.toThrow(TOO_LATE);
    const writing = store.write(flow, change({ lease: null }));
    await cluster.start();
    expect(await writing).toMatchObject({ version: 2, lease: null });
    await eventually(() => store.answers());
    expect(await store.find('flow-2')).toBeUndefined();
    expect(await store.claim('flow-2', submission({ viewId: 'V-2' }), change())).toBeDefined();
    await store.close();
  });

  it('that crashes after something was written has it, however late it writes its log by itself', async () => {
    const { db } = await openDatabase(urlOf('127.0.0.1'));
    await sql`alter system set wal_writer_delay = '10s'`.execute(db);
    await sql`select pg_reload_conf()`.execute(db);
    await db.destroy();
    const store = await openFlowStore(urlOf('127.0.0.1'));
    await store.claim('flow-3', submission({ viewId: 'V-3' }), change());
    await cluster.stop('immediate');
    await cluster.start();
    await eventually(() => store.answers());
    expect(await store.find('flow-3')).toMatchObject({ version: 1 });
    await store.close();
  });

  it('that starts after the bot is waited for', async () => {
    await cluster.stop('fast');
    const opening = openFlowStore(urlOf('127.0.0.1'));
    await cluster.start();
    await (await opening).close();
  });
});

describe('where the connection is lost', () => {
  let database: TestDatabase;
  let line: Line;
  let store: FlowStore;

  beforeEach(async () => {
    const { port, password } = await sharedCluster();
    database = await ENGINES[1].fresh();
    line = await openLine(port);
    const name = new URL(database.url).pathname;
    store = await openFlowStore(`postgres://postgres:${password}@127.0.0.1:${line.port}${name}`);
  });
  afterEach(async () => {
    line.watch(null);
    await store.close();
    await line.close();
    await database.close();
  });

  const once = (where: 'before' | 'after', statement: string): { readonly cuts: () => number } => {
    let cuts = 0;
    line.watch((sent) => {
      if (cuts > 0 || !sent.includes(statement)) return undefined;
      cuts += 1;
      return where;
    });
    return { cuts: () => cuts };
  };

  it.each([
    ['before', 'begin;'],
    ['after', 'insert into "flows"'],
    ['before', 'insert into audit_lines'],
    ['before', 'commit'],
    ['after', 'commit'],
  ] as const)('%s “%s”, what is claimed is written once, and known to be', async (where, when) => {
    const { cuts } = once(where, when);
    const flow = await store.claim('flow-1', submission(), change());
    expect(cuts()).toBe(1);
    expect(flow).toMatchObject({ id: 'flow-1', version: 1 });
    const written = flow && (await store.write(flow, change({ lease: null })));
    expect(written).toMatchObject({ version: 2 });
    expect(await database.sql('select event from audit_lines order by seq')).toHaveLength(2);
  });
});

describe('two processes on one database', () => {
  let database: TestDatabase;
  let one: FlowStore;
  let other: FlowStore;
  let outside: Client;

  beforeEach(async () => {
    database = await ENGINES[1].fresh();
    one = await openFlowStore(database.url);
    other = await openFlowStore(database.url);
    outside = new Client({ connectionString: database.withPassword });
    await outside.connect();
  });
  afterEach(async () => {
    await outside.end();
    await one.close();
    await other.close();
    await database.close();
  });

  const claimed = async (id: string): Promise<StoredFlow> => {
    const flow = await one.claim(id, submission({ viewId: `V-${id}` }), change());
    if (!flow) throw new Error('It was claimed before.');
    return flow;
  };

  const holdRow = async (id: string): Promise<void> => {
    await outside.query('begin');
    await outside.query('select 1 from flows where id = $1 for update', [id]);
  };

  const waiting = async (): Promise<unknown> =>
    (
      await database.sql(`select count(*) as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`)
    )[0]?.['n'];

  it('do not wait for each other’s rows, not even to write to the record', async () => {
    const flow = await claimed('flow-1');
    await holdRow(flow.id);
    const writing = one.write(flow, change({ lease: null }));
    await eventually(async () => (await waiting()) === 1);
    expect(await other.claim('flow-2', submission({ viewId: 'V-2' }), change())).toBeDefined();
    await outside.query('rollback');
    expect(await writing).toMatchObject({ version: 2 });
  });

  it('that want the same rows crosswise get them all the same, each row one of the two', async () => {
    const [a, b, c] = [await claimed('a'), await claimed('b'), await claimed('c')];
    await holdRow(c.id);
    /** They come while the claim is written, and go together after it, in their order. */
    const write = (store: FlowStore, flows: readonly StoredFlow[]): Promise<unknown[]> =>
      Promise.all(
        flows.map(async (flow) => (await store.write(flow, change({ lease: null })))?.id),
      );
    const first = [one, other].map((store, each) =>
      store.claim(`own-${each}`, submission({ viewId: `V-own-${each}` }), change()),
    );
    const crosswise = [write(one, [a, c, b]), write(other, [b, c, a])];
    await eventually(async () => (await waiting()) === 2);
    await outside.query('rollback');
    const written = (await Promise.all(crosswise)).flat().filter((id) => id !== undefined);
    expect(new Set(written)).toEqual(new Set(['a', 'b', 'c']));
    await Promise.all(first);
    const { length } = [a, b, c, ...first, ...written];
    expect(length).toBe(8);
    expect(await database.sql('select max(seq) as last, count(*) as n from audit_lines')).toEqual([
      { last: length, n: length },
    ]);
  });
});
