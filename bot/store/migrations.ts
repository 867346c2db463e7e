import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createAuditChain } from './audit/audit-tables.ts';
import type { Engine } from './engine.ts';
import { createHandOver } from './hand-over-tables.ts';
import { createHome } from './home-tables.ts';
import { createInstallations } from './installs/installation-tables.ts';
import { createPetitions } from './petition-tables.ts';

const createFlows = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable('flows')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('view_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('user_name', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('response_url', 'text')
    .addColumn('response_url_issued_at', 'bigint', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('request', 'text', (column) => column.notNull())
    .addColumn('tenant_name', 'text', (column) => column.notNull())
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .addColumn('api_url', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('token_id', 'text')
    .addColumn('generation', 'integer')
    .addColumn('pending_until', 'bigint')
    .addColumn('hint', 'text')
    .addColumn('route', 'text')
    .addColumn('works', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('owed', 'text')
    .addColumn('said', 'text')
    .addColumn('receipt_channel', 'text')
    .addColumn('receipt_ts', 'text')
    .addColumn('step_at', 'bigint')
    .addColumn('step_attempts', 'integer', (column) => column.notNull())
    .addColumn('word_at', 'bigint')
    .addColumn('word_attempts', 'integer', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('flows_one_a_view', ['team_id', 'view_id'])
    .execute();

const createAudit = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable('audit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('flow_id', 'text', (column) => column.notNull().references('flows.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('token_id', 'text')
    .addColumn('detail', 'text')
    .execute();

/** The database's history, the oldest first; a step that has been released never changes. */
export const migrations = ({
  appendOnly,
}: Pick<Engine, 'appendOnly'>): Readonly<Record<string, Migration>> => ({
  '001_flows_and_audit': {
    up: async (db: Kysely<unknown>) => {
      await createFlows(db);
      // The sweep looks for what is due among the few that are not settled.
      await db.schema.createIndex('flows_step').on('flows').column('step_at').execute();
      await db.schema.createIndex('flows_word').on('flows').column('word_at').execute();
      await createAudit(db);
      await db.schema
        .createIndex('audit_of_flow')
        .on('audit')
        .columns(['flow_id', 'version'])
        .execute();
      for (const statement of appendOnly('audit')) await sql.raw(statement).execute(db);
    },
  },
  '002_anchor_and_word_since': {
    up: async (db: Kysely<unknown>) => {
      await db.schema.alterTable('flows').addColumn('anchor_tenant_id', 'text').execute();
      await db.schema.alterTable('flows').addColumn('word_since', 'bigint').execute();
    },
  },
  '003_worn_out_urls': {
    up: async (db: Kysely<unknown>) => {
      // Those that are yet to be erased, among all that ever were.
      await db.schema
        .createIndex('flows_response_url')
        .on('flows')
        .column('response_url_issued_at')
        .where(sql.ref('response_url'), 'is not', null)
        .execute();
    },
  },
  '004_petitions': {
    up: (db: Kysely<unknown>) => createPetitions(db, appendOnly),
  },
  '005_hand_over': {
    up: (db: Kysely<unknown>) => createHandOver(db, appendOnly),
  },
  '006_home': { up: createHome },
  '007_audit_chain': {
    up: (db: Kysely<unknown>) => createAuditChain(db, appendOnly),
  },
  '008_installations': { up: createInstallations },
});
