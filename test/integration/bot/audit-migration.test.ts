import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { begun } from '../../../bot/flow/progress.ts';
import { hashOf } from '../../../bot/store/audit/chain.ts';
import { progressColumns } from '../../../bot/store/flow-row.ts';
import { migrations } from '../../../bot/store/migrations.ts';
import { openDatabase } from '../../../bot/store/open-database.ts';
import { sqlite } from '../../../bot/store/sqlite/sqlite.ts';
import { submissionColumns } from '../../../bot/store/submission-columns.ts';
import { submission } from '../../support/bot-submission.ts';

const NOW = 1_790_000_000_000;
/** More than one page of the migration. */
const MANY = 1100;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bot-audit-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** The tables of an earlier version, as far as they are written to here. */
interface Earlier {
  readonly flows: Record<string, unknown>;
  readonly audit: Record<string, unknown>;
}

const asBefore = async (file: string): Promise<void> => {
  const engine = sqlite(file);
  const db = new Kysely<Earlier>({ dialect: engine.dialect });
  const provider = { getMigrations: async () => migrations(engine) };
  await new Migrator({ db, provider }).migrateTo('006_home');
  await db
    .insertInto('flows')
    .values({
      id: 'flow-1',
      ...submissionColumns(submission()),
      ...progressColumns(begun(NOW), null),
      version: 1,
      created_at: NOW,
      updated_at: NOW,
    })
    .execute();
  for (let version = MANY; version > 0; version -= 1) {
    const who = version === 1 ? 'U0001' : 'bot';
    const event = version === 1 ? 'claimed' : 'resumed';
    const line = { team_id: 'T0001', flow_id: 'flow-1', version, who, event, state: 'intended' };
    await db
      .insertInto('audit')
      // Many within one millisecond keep their order.
      .values({ id: `line-${version}`, at: NOW + (version >> 3), ...line })
      .execute();
  }
  await db.destroy();
};

it('puts the record of an earlier version into the chain, in its order, and forgets nothing', async () => {
  const file = join(folder, 'bot.sqlite');
  await asBefore(file);
  const { db } = await openDatabase(`file:${file}`);
  const lines = await db.selectFrom('audit_lines').selectAll().orderBy('seq').execute();
  const { request } = submission();
  expect(lines).toHaveLength(MANY);
  expect(lines[0]).toMatchObject({
    seq: 1,
    at: NOW,
    who: 'U0001',
    role: 'asker',
    event: 'claimed',
    subject: 'flow-1',
    state: 'intended',
    asker: 'U0001',
    tenant_id: request.tenantId,
    token_name: request.name,
  });
  let previous = '';
  for (const line of lines) {
    expect(line.hash).toBe(hashOf(previous, line.seq, line));
    previous = line.hash;
  }
  expect(new Set(lines.slice(1).map(({ role }) => role))).toEqual(new Set(['bot']));
  await db.destroy();
});
