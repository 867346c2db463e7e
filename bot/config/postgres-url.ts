import { err, ok, type Result } from '../../shared/result.ts';
import { type Secret, secret } from '../../shared/secret.ts';
import { isLoopback } from './loopback.ts';
import { readText } from './read-text.ts';

/** How the way to a database is kept from others; as libpq has them. */
const SSL_MODES = ['disable', 'require', 'verify-ca', 'verify-full'] as const;

type SslMode = (typeof SSL_MODES)[number];

/** Where a PostgreSQL is, and who this process is there. */
export interface PostgresAddress {
  /** A host, or the folder of its socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Null where it asks for none, or where `PGPASSWORD` or `.pgpass` has it. */
  readonly password: Secret | null;
  readonly sslMode: SslMode;
  /** PEM of the authorities that its certificate may be of; null for those that Node knows. */
  readonly authorities: string | null;
}

/** So many connections at a time unless said: writes go one after another, the others are for reading. */
export const POOL_SIZE = 5;

const FORM = 'postgres://USER:PASSWORD@HOST/DATABASE';

/** What a `DATABASE_URL` is that names no database, as the end of a sentence. */
export const NO_DATABASE = `is neither file:PATH, such as file:data/tenant-token.sqlite, nor ${FORM}`;

const PORT = 5432;
const MAX_CA_BYTES = 1_000_000;

const KNOWN: readonly string[] = ['host', 'sslmode', 'sslrootcert'];

const isSslMode = (text: string): text is SslMode => SSL_MODES.some((mode) => mode === text);

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const readAuthorities = (file: string | null): Result<string | null, string> => {
  if (file === null) return ok(null);
  const read = readText(file, MAX_CA_BYTES);
  return read.ok ? read : err(`names a file as sslrootcert that ${read.error}`);
};

/** As libpq takes it too where a socket's folder stands after the `?`; a URL of the web has a host. */
const HOSTLESS = /^(postgres(?:ql)?:\/\/[^/?#]*@)(?=\/)/;

const parsed = (text: string): URL | null => URL.parse(text.replace(HOSTLESS, '$1localhost'));

/** Whether a text says that it is a PostgreSQL's URL. */
export const isPostgresUrl = (text: string): boolean => /^postgres(?:ql)?:/.test(text);

/**
 * Reads a PostgreSQL's URL: `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, with `sslmode`, `sslrootcert`
 * and `host` (a socket's folder) as libpq takes them. Whatever else it says is refused, since a setting
 * that nobody follows is worse than none.
 * @returns the address, or what is wrong, as the end of a sentence; never a piece of the URL
 */
export const readPostgresUrl = (text: string): Result<PostgresAddress, string> => {
  const url = parsed(text);
  if (!url) {
    return err(`is not ${FORM}; what is special in a password is percent-encoded (@ as %40)`);
  }
  const [user, password, database, host] = [
    url.username,
    url.password,
    url.pathname.replace(/^\//, ''),
    url.hostname,
  ].map(decoded);
  if (!user || !database || password === undefined || host === undefined || url.hash !== '') {
    return err(`is not ${FORM}`);
  }
  const unknown = [...url.searchParams.keys()].filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) return err(`may say ${KNOWN.join(', ')} after its ?, and nothing else`);

  const socket = url.searchParams.get('host');
  if (socket !== null && !socket.startsWith('/')) return err('has a host= that is not a folder');
  if (socket === null && (host === '' || HOSTLESS.test(text))) return err(`is not ${FORM}`);
  const isLocal = socket !== null || isLoopback(host);
  const sslMode = url.searchParams.get('sslmode') ?? (isLocal ? 'disable' : 'verify-full');
  if (!isSslMode(sslMode)) return err(`has an sslmode that is not one of ${SSL_MODES.join(', ')}`);
  const authorities = readAuthorities(url.searchParams.get('sslrootcert'));
  if (!authorities.ok) return authorities;
  return ok({
    host: socket ?? host.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || PORT),
    database,
    user,
    password: password === '' ? null : secret(password),
    sslMode,
    authorities: authorities.value,
  });
};

/** What of `DATABASE_URL` is never to be written anywhere. */
export const databaseSecrets = (databaseUrl: Secret): readonly Secret[] => {
  const text = databaseUrl.reveal();
  const address = isPostgresUrl(text) ? readPostgresUrl(text) : undefined;
  if (!address?.ok || address.value.password === null) return [];
  // As it stands in the URL, too.
  return [databaseUrl, address.value.password, secret(parsed(text)?.password ?? '')];
};
