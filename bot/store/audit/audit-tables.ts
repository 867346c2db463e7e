import { type Kysely, sql } from 'kysely';
import { storedRequestSchema } from '../../../shared/stored-request.ts';
import type { Engine } from '../engine.ts';
import { integer } from '../submission-columns.ts';
import { chained, type ChainedLine, type Head, START } from './chain.ts';
import { type AuditLine, requestColumns, roleOf } from './line.ts';

interface Asked {
  readonly id: string;
  readonly user_id: string;
  readonly tenant_name: string;
  readonly request: string;
}

interface Known {
  readonly audit_lines: ChainedLine;
  readonly flows: Asked;
  readonly petitions: Asked;
}

const PAGE = 500;

const createLines = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('audit_lines')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('who', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('state', 'text')
    .addColumn('detail', 'text')
    .addColumn('token_id', 'text')
    .addColumn('asker', 'text')
    .addColumn('tenant_id', 'text')
    .addColumn('tenant_name', 'text')
    .addColumn('token_name', 'text')
    .addColumn('permissions', 'text')
    .addColumn('expires_on', 'text')
    .addColumn('anchor', 'bigint')
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('audit_anchors')
    .on('audit_lines')
    .column('anchor')
    .where(sql.ref('anchor'), 'is not', null)
    .execute();
};

const former = (db: Kysely<Known>, after: number) =>
  db
    .selectFrom('audit_lines as line')
    .leftJoin('flows as flow', 'flow.id', 'line.subject')
    .leftJoin('petitions as petition', 'petition.id', 'line.subject')
    .selectAll('line')
    .select((on) => [
      on.fn.coalesce('flow.user_id', 'petition.user_id').as('user_id'),
      on.fn.coalesce('flow.tenant_name', 'petition.tenant_name').as('name'),
      on.fn.coalesce('flow.request', 'petition.request').as('request'),
    ])
    .where('line.seq', '>', after)
    .orderBy('line.seq')
    .limit(PAGE)
    .execute();

/** The same line, with what it now says besides. */
const retold = (row: Awaited<ReturnType<typeof former>>[number]): AuditLine => {
  const { team_id, who, event, user_id: userId, name: tenantName, request: text } = row;
  const request = storedRequestSchema.safeParse(text === null ? null : JSON.parse(text));
  const line = {
    at: integer.parse(row.at),
    team_id,
    who,
    role: roleOf({ who, event }, userId ?? who),
    event,
    ...(row.subject !== null && { subject: row.subject }),
    ...(row.state !== null && { state: row.state }),
    ...(row.detail !== null && { detail: row.detail }),
    ...(row.token_id !== null && { token_id: row.token_id }),
  };
  if (!request.success || userId === null || tenantName === null) return line;
  return {
    ...line,
    ...requestColumns({ teamId: team_id, userId, tenantName, request: request.data }),
  };
};

/** Puts both former records into one, each line chained to the one before. */
export const createAuditChain = async (
  db: Kysely<unknown>,
  appendOnly: Engine['appendOnly'],
): Promise<void> => {
  await createLines(db);
  await sql`
    insert into audit_lines (seq, at, team_id, who, role, event, subject, state, detail, token_id, hash)
    select row_number() over (order by at, subject, version),
      at, team_id, who, 'bot', event, subject, state, detail, token_id, ''
    from (
      select at, team_id, who, event, flow_id as subject, version, state, detail, token_id from audit
      union all
      select at, team_id, who, event, petition_id, version, state, detail, null from petition_audit
    ) as former`.execute(db);
  const known = db as Kysely<Known>;
  let head: Head = START;
  for (;;) {
    const rows = await former(known, head.seq);
    for (const row of rows) {
      const { seq, ...columns } = chained(head, retold(row));
      await known.updateTable('audit_lines').set(columns).where('seq', '=', seq).execute();
      head = { seq, hash: columns.hash };
    }
    if (rows.length < PAGE) break;
  }
  await db.schema.dropTable('petition_audit').execute();
  await db.schema.dropTable('audit').execute();
  // What is past its time goes once a line says so.
  const removable = 'EXISTS (SELECT 1 FROM audit_lines WHERE anchor >= OLD.seq)';
  for (const statement of appendOnly('audit_lines', removable)) {
    await sql.raw(statement).execute(db);
  }
};
