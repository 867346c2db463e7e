import { isPostgresUrl, NO_DATABASE, readPostgresUrl } from '../config/postgres-url.ts';
import { errorFields } from '../log/error-fields.ts';

const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? error.cause : error;

/** What PostgreSQL says by SQLSTATE, and what to do about it. */
const SAID: Readonly<Record<string, string>> = {
  '28000': 'it does not let this user in from here (pg_hba.conf)',
  '28P01': 'it refuses the user or the password',
  '3D000': 'it has no such database: make one (createdb)',
  '42P01': 'no bot has made its tables there. Name the database of one that has started',
  '42501':
    'the user may not make tables there: GRANT CREATE ON SCHEMA public, or make it the owner',
  '25006': 'it only reads: name the server that writes',
};

// Of Node, where it does not trust what a server shows.
const UNTRUSTED = /CERT|SIGNATURE|ERR_TLS|ERR_SSL/;

const ofPostgres = (databaseUrl: string, cause: unknown): string => {
  const address = readPostgresUrl(databaseUrl);
  if (!address.ok) return `DATABASE_URL: ${address.error}.`;
  const { host, port, database } = address.value;
  const code = errorFields(cause)['code'];
  const place = `DATABASE_URL: the database ${database} at ${host} (port ${port})`;
  const said = SAID[String(code)];
  if (said !== undefined) return `${place} cannot be used: ${said}.`;
  const message = cause instanceof Error ? cause.message : '';
  if (/does not support SSL/.test(message)) {
    return `${place} offers no TLS. Turn it on there; or sslmode=disable, where nobody else is on the way.`;
  }
  if (typeof code === 'string' && UNTRUSTED.test(code)) {
    return `${place} shows a certificate that is not trusted (${code}). Name its authority with sslrootcert=FILE, and the host as the certificate has it.`;
  }
  if (code === undefined && /corrupted migrations|previously executed/.test(message)) {
    return `${place} is of a later version of the bot. Start that one, or go back to a copy.`;
  }
  return `${place} cannot be used (${String(code ?? 'no answer')}). See whether it runs, and whether this machine reaches it.`;
};

/** Why a store could not be opened, in one sentence that says what to do; no secret is in it. */
export const whyNotOpened = (databaseUrl: string, error: unknown): string => {
  const cause = causeOf(error);
  if (isPostgresUrl(databaseUrl)) return ofPostgres(databaseUrl, cause);
  // It may be a PostgreSQL's, misspelt, with a password.
  if (!databaseUrl.startsWith('file:')) return `DATABASE_URL: ${NO_DATABASE}.`;
  // SQLite's own words say more than its code does.
  const why =
    cause instanceof Error && 'errstr' in cause
      ? String(cause.errstr)
      : (errorFields(cause)['code'] ?? 'its tables are not this version’s');
  return `DATABASE_URL: ${databaseUrl} cannot be used (${String(why)}). Set it to file:PATH, where this process may write and no other program keeps its data.`;
};
