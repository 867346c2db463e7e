import { Kysely, PostgresDialect, sql } from 'kysely';
import type { PostgresAddress } from '../../config/postgres-url.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../tables.ts';
import { committing } from './commit.ts';
import { limitsOf, openConnections, type Patience, PATIENT } from './connections.ts';
import { isPassing } from './faults.ts';

/** Any number that nobody else takes in this database. */
const MIGRATION_LOCK = 7_283_640_119;

/** What makes PostgreSQL refuse to change or remove a table's rows. */
const appendOnly = (table: string, removable = 'false'): readonly string[] => [
  `CREATE FUNCTION ${table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'DELETE' THEN
         IF ${removable} THEN RETURN OLD; END IF;
       END IF;
       RAISE EXCEPTION 'The audit record is append-only.';
     END $$`,
  `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION ${table}_is_append_only()`,
  `CREATE TRIGGER ${table}_never_emptied BEFORE TRUNCATE ON ${table}
     FOR EACH STATEMENT EXECUTE FUNCTION ${table}_is_append_only()`,
];

/**
 * A PostgreSQL (13 or later) as the store's database, which several processes on several machines may
 * share. What is written is compared with what was seen in the statement that writes, so that the usual
 * isolation, READ COMMITTED, is enough: whoever comes second waits for the row, and finds it changed.
 * @param poolSize so many connections at a time
 */
export const postgres = (
  address: PostgresAddress,
  poolSize: number,
  patience: Patience,
): Engine => {
  const connections = openConnections(address, poolSize, patience);
  return {
    dialect: new PostgresDialect({ pool: connections }),
    commit: committing(connections, patience),
    exclusively: async (db, work) => {
      const alone = new Kysely<Tables>({
        dialect: new PostgresDialect({ pool: openConnections(address, 1, PATIENT) }),
      });
      try {
        await alone.transaction().execute(async (transaction) => {
          await sql.raw(limitsOf(PATIENT)).execute(transaction);
          await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
          await work(transaction);
        });
      } finally {
        await alone.destroy();
      }
      // Kysely closes the connections that it has used, and no others.
      await sql`select 1`.execute(db);
    },
    appendOnly,
    isBusy: isPassing,
  };
};
