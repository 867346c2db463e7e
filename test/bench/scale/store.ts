import { randomUUID } from 'node:crypto';
import { begun } from '../../../bot/flow/progress.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { submission } from '../../support/bot-submission.ts';
import { median } from '../median.ts';
import type { BenchDatabase, BenchEngine } from './database.ts';
import { atMost, type Measured } from './report.ts';

const FEW = 1000;
const MANY = 1_000_000;
/** So many rows with a statement. */
const PAGE = 100_000;
/** One in so many requests was put to an approver, with a message to each of the two. */
const PETITIONS = 10;
const ROUNDS = 7;
const CLAIMS = 60;
const SWEEPS = 20;
const DUE = 50;
const AIM = 1.5;

const claim = (store: Store, at: number) =>
  store.flows.claim(randomUUID(), submission({ viewId: randomUUID(), userId: randomUUID() }), {
    progress: begun(at),
    lease: { owner: 'bench', until: at + 60_000 },
    at,
    note: { who: 'U0001', event: 'claimed', detail: null },
  });

/** Copies a row so many times, but for some columns. @param but SQL by column; `n` counts the copies */
const multiply = async (
  { run }: BenchDatabase,
  table: string,
  count: number,
  but: Readonly<Record<string, string>>,
): Promise<void> => {
  const [row] = await run(`SELECT * FROM ${table} LIMIT 1`);
  const columns = Object.keys(row ?? {});
  const values = columns.map((name) => but[name] ?? name).join(', ');
  for (let done = 0; done < count; done += PAGE) {
    const last = Math.min(done + PAGE, count);
    await run(`WITH RECURSIVE series(n) AS (
        SELECT ${done + 1} UNION ALL SELECT n + 1 FROM series WHERE n < ${last}
      ), one AS (SELECT * FROM ${table} LIMIT 1)
      INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values} FROM one, series`);
  }
};

/** Puts requests on record that came to their end long ago, as fast as a database takes them. */
const fill = async (database: BenchDatabase, count: number): Promise<void> => {
  const { run, random } = database;
  const past = Date.now() - 90 * 24 * 3_600_000;
  const store = await openStore(database.url);
  await claim(store, past);
  const asked = submission({ viewId: 'V-petition', userId: 'U-petition' });
  const approvals = [
    {
      by: { users: ['U0BOSS'], groups: [] },
      channel: null,
      mayApproveTheirOwn: [],
      lapsesAfterDays: 3,
    },
  ];
  const id = randomUUID();
  await store.petitions.submit(
    {
      id,
      submission: asked,
      approvals,
      rule: 'rules[0]',
      state: 'waiting',
      because: null,
      decidedBy: null,
      page: null,
      handedBy: null,
      away: false,
      reason: '',
      addressed: false,
      remindAt: null,
      lapsesAt: past,
      dueAt: null,
      attempts: 0,
      version: 1,
      createdAt: past,
    },
    { who: 'U0001', event: 'submitted', detail: null },
  );
  await store.flows.close();
  await run(`UPDATE flows SET state = 'saved', step_at = NULL, lease_owner = NULL,
    lease_until = NULL, response_url = NULL`);
  await run(`UPDATE petitions SET state = 'delivered', due_at = NULL, remind_at = NULL`);
  await run('DELETE FROM petition_approvers');
  const often = (column: string): Readonly<Record<string, string>> => ({
    [column]: random,
    view_id: random,
    user_id: `'U' || (n % 5000)`,
    created_at: `created_at + n`,
  });
  await multiply(database, 'flows', count, { ...often('id'), updated_at: 'updated_at + n' });
  await multiply(database, 'petitions', Math.ceil(count / PETITIONS), often('id'));
  for (const kind of ['asker', 'approver']) {
    await run(`INSERT INTO copies (id, petition_id, kind, recipient, language, channel, ts, wanted,
        tries, due_at, lease_until, created_at)
      SELECT ${random}, id, '${kind}', user_id, 'en', 'D1', '1.0', 1, 0, NULL, NULL, created_at
      FROM petitions`);
  }
  await multiply(database, 'audit_lines', count, { seq: 'seq + 1 + n', hash: random });
  await database.settle();
};

interface Side {
  readonly store: Store;
  readonly claims: number[];
  readonly sweeps: number[];
}

const timed = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  const all: number[] = [];
  for (let each = 0; each < times; each += 1) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return median(all);
};

/** What a round of both sweeps asks the database. */
const sweep = async ({ flows, petitions, copies }: Store): Promise<void> => {
  const now = Date.now();
  await flows.due(now, 100);
  await flows.eraseUrls(now - 30 * 60_000);
  await petitions.due(now, 100);
  await petitions.made(100);
  await copies.due(now, 100);
};

/**
 * How long a claim and a sweep take with 1,000,000 requests on record, and with 1,000 in the same run.
 * @param share of the million
 */
export const measureStore = async (
  engine: BenchEngine,
  share: number,
): Promise<readonly Measured[]> => {
  const size = Math.ceil(MANY * Math.min(share, 1));
  const databases: BenchDatabase[] = [];
  const sides: Side[] = [];
  try {
    for (const count of [FEW, size]) {
      const database = await engine.create(`store_${count}`);
      databases.push(database);
      await fill(database, count);
      const store = await openStore(database.url);
      sides.push({ store, claims: [], sweeps: [] });
      // Of another bot, whose leases ran out.
      for (let each = 0; each < DUE; each += 1) await claim(store, Date.now() - 120_000);
    }
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const { store, claims, sweeps } of sides) {
        const [claimed, swept] = [
          await timed(CLAIMS, () => claim(store, Date.now())),
          await timed(SWEEPS, () => sweep(store)),
        ];
        if (round < 0) continue;
        claims.push(claimed);
        sweeps.push(swept);
      }
    }
  } finally {
    for (const { store } of sides) await store.flows.close();
    for (const database of databases) await database.close();
  }
  const [few, many] = sides as [Side, Side];
  return (['claims', 'sweeps'] as const).map((what) => {
    const ratio = median(many[what].map((each, round) => each / (few[what][round] ?? 0)));
    return {
      name: `${engine.name}: ${what === 'claims' ? 'a claim' : 'a sweep'} with ${size} requests, ms`,
      value: median(many[what]).toFixed(2),
      against: `${median(few[what]).toFixed(2)} with 1,000`,
      ratio,
      aim: atMost(ratio, AIM),
    };
  });
};
