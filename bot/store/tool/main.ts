import { parseArgs } from 'node:util';
import { isPostgresUrl } from '../../config/postgres-url.ts';
import { withSecretFiles } from '../../config/read-secrets.ts';
import { letReadersGo } from '../../log/gone-readers.ts';
import { whyNotOpened } from '../why-not-opened.ts';
import { copyDatabase } from './copy-database.ts';
import { sayCopied, sayNotCopied } from './say-copied.ts';

// `npm run -s store -- copy --from tenant-token.sqlite`: into the PostgreSQL of DATABASE_URL. A password
// among the arguments could be read by everybody on the machine.

const USAGE = `Say what to copy into the PostgreSQL of DATABASE_URL, while no bot runs:
  npm run -s store -- copy --from tenant-token.sqlite`;

const say = (text: string, status: number): void => {
  (status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = status;
};

/** The file that is to be copied; undefined for what is not understood. */
const readFrom = ([what, ...args]: readonly string[]): string | undefined => {
  if (what !== 'copy') return undefined;
  try {
    const { from } = parseArgs({ args: [...args], options: { from: { type: 'string' } } }).values;
    return from?.replace(/^file:/, '');
  } catch {
    return undefined;
  }
};

const main = async (): Promise<void> => {
  const from = readFrom(process.argv.slice(2));
  if (from === undefined || from === '') return say(USAGE, 1);
  const { DATABASE_URL, DATABASE_URL_FILE } = process.env;
  const { values, faults } = withSecretFiles({ DATABASE_URL, DATABASE_URL_FILE });
  if (faults.length > 0) return say(faults.join('\n'), 1);
  const url = values['DATABASE_URL'] ?? '';
  if (!isPostgresUrl(url)) return say('DATABASE_URL is not postgres://…: set it to where to.', 1);
  try {
    const copied = await copyDatabase(from, url);
    if (copied.ok) say(sayCopied(from, copied.value), 0);
    else say(sayNotCopied(from, copied.error), 1);
  } catch (error) {
    say(`${whyNotOpened(url, error)} Nothing was copied.`, 1);
  }
};

letReadersGo();
await main();
