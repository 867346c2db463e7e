import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { type ClientConfig, Pool, TypeOverrides, types } from 'pg';
import type { PostgresAddress } from '../../config/postgres-url.ts';
import { isAway } from './faults.ts';

const SECOND = 1000;

/** How long things may take, in milliseconds; 0 for no limit. */
export interface Patience {
  /** A statement that writes, by the server's clock. */
  readonly statement: number;
  /** An answer, by ours: a server that is cut off says nothing at all. */
  readonly answer: number;
  /** Another's lock. */
  readonly lock: number;
}

/**
 * Each statement here finds its rows by an index, and somebody waits for each. For a lock nearly as long
 * as a claim can: who tries again is the last of those that wait.
 */
export const HURRIED: Patience = { statement: 2 * SECOND, answer: 2.5 * SECOND, lock: 600 };

/** For tables that are made or changed, and for whoever reads all of a long record: no limit. */
export const PATIENT: Patience = { statement: 0, answer: 0, lock: 0 };

const CONNECT_MS = 2 * SECOND;
const IDLE_MS = 5 * SECOND;
/** Afterwards the name is looked up anew, which may lead to another server by then. */
const LIFETIME_SECONDS = 30 * 60;

/** 64-bit integers as numbers: all of them here are counts or times. */
const numbers = new TypeOverrides();
numbers.setTypeParser(types.builtins.INT8, Number);

const tlsOf = ({ sslMode, authorities }: PostgresAddress): ClientConfig['ssl'] => {
  if (sslMode === 'disable') return false;
  return {
    rejectUnauthorized: sslMode !== 'require',
    ...(authorities === null ? {} : { ca: authorities }),
    ...(sslMode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
  };
};

/** As {@link PostgresPool}, with connections that are not lent again once they are of no use. */
export interface Connections extends PostgresPool {
  readonly connect: () => Promise<PostgresPoolClient>;
}

/**
 * The limits of a transaction, as its first statements. Those of a session are for nobody to set where a
 * pooler lends the server's connections out transaction by transaction.
 */
export const limitsOf = ({ statement, lock }: Patience): string =>
  [
    `set local statement_timeout = ${statement};`,
    `set local lock_timeout = ${lock};`,
    // A process that stands still in the middle of one is not to hold up the others.
    `set local idle_in_transaction_session_timeout = ${IDLE_MS};`,
  ].join(' ');

/** @param size so many at a time; who needs another waits */
export const openConnections = (
  address: PostgresAddress,
  size: number,
  { answer }: Pick<Patience, 'answer'>,
): Connections => {
  const { host, port, database, user, password } = address;
  const pool = new Pool({
    host,
    port,
    database,
    user,
    ...(password === null ? {} : { password: password.reveal() }),
    ssl: tlsOf(address),
    application_name: 'tenant-token',
    max: size,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: answer,
    keepAlive: true,
    // What one transaction sends at once goes at once.
    pipeline: true,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    types: numbers,
  });
  // Of a connection that ends, whoever uses it hears by their own statement.
  const ignore = (): void => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => void client.on('error', ignore));

  return {
    options: {},
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      let useless = false;
      const query = async <R>(
        text: string,
        values?: readonly unknown[],
      ): Promise<PostgresQueryResult<R>> => {
        try {
          const done = await client.query(text, values && [...values]);
          return done as unknown as PostgresQueryResult<R>;
        } catch (error) {
          useless ||= isAway(error);
          throw error;
        }
      };
      return {
        query: query as PostgresPoolClient['query'],
        release: (destroy = false) => client.release(destroy || useless),
      };
    },
  };
};
