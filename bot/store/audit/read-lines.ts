import type { Kysely } from 'kysely';
import { idForm } from '../../../shared/policy/platform-names.ts';
import { integer } from '../submission-columns.ts';
import type { Tables } from '../tables.ts';
import type { ChainedLine } from './chain.ts';

/** Which lines are wanted; each part narrows it down. */
export interface LineFilter {
  /** Milliseconds since the epoch, the first included and the last not. */
  readonly from?: number;
  readonly to?: number;
  /** A Slack id: of whoever acted, or of whoever asked. */
  readonly person?: string;
  /** An id or a name. */
  readonly tenant?: string;
}

/** So many lines are in memory at a time. */
const PAGE = 1000;

const lineOf = (row: ChainedLine): ChainedLine => ({
  ...row,
  seq: integer.parse(row.seq),
  at: integer.parse(row.at),
  anchor: row.anchor === null ? null : integer.parse(row.anchor),
});

const pageAfter = (
  db: Kysely<Tables>,
  after: number,
  { from, to, person, tenant }: LineFilter,
): Promise<readonly ChainedLine[]> => {
  let query = db.selectFrom('audit_lines').selectAll().where('seq', '>', after);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<', to);
  if (person !== undefined) {
    query = query.where((on) => on.or([on('who', '=', person), on('asker', '=', person)]));
  }
  if (tenant !== undefined) {
    query = query.where((on) =>
      on.or([on('tenant_id', '=', idForm(tenant)), on('tenant_name', '=', tenant)]),
    );
  }
  return query.orderBy('seq').limit(PAGE).execute();
};

/**
 * The record, page by page in the order of its lines. No lock is held between two pages, so that a bot goes
 * on writing meanwhile.
 */
export async function* readLines(
  db: Kysely<Tables>,
  filter: LineFilter = {},
): AsyncGenerator<readonly ChainedLine[]> {
  for (let after = 0; ;) {
    const rows = await pageAfter(db, after, filter);
    const last = rows.at(-1);
    if (!last) return;
    const page = rows.map(lineOf);
    yield page;
    after = integer.parse(last.seq);
  }
}
