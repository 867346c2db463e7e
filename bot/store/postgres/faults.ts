import { DatabaseError } from 'pg';

// By SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html

/** Another transaction was in the way: tried again, the same one may pass. */
const IN_THE_WAY = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available: lock_timeout
  '57014', // query_canceled: statement_timeout
]);

/** The server has no room for this connection, has ended it, or is one that only reads. */
const ENDED = new Set([
  '25006', // read_only_sql_transaction: after a failover this is the old one
  '25P03', // idle_in_transaction_session_timeout
  '53300', // too_many_connections
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now: it starts
]);

const UNREACHED = new Set([
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOENT', // there is no socket: it has not started yet
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

// What pg (8.23) says without a code.
const NO_ANSWER =
  /^(?:Connection terminated|Query read timeout|timeout exceeded|Client (?:has encountered|was closed))/;

/** An error's code: a SQLSTATE, or the system's. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** Whether the server was not reached, or the connection is of no use any more. */
export const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === undefined) return NO_ANSWER.test(error.message);
  if (error instanceof DatabaseError) return ENDED.has(code) || code.startsWith('08');
  return UNREACHED.has(code);
};

/** Whether what failed has written nothing, and may be tried again as it is. */
export const isPassing = (error: unknown): boolean =>
  isAway(error) || IN_THE_WAY.has(codeOf(error) ?? '');
