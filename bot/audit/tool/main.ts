import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withSecretFiles } from '../../config/read-secrets.ts';
import { letReadersGo } from '../../log/gone-readers.ts';
import { openAsItIs, type OpenDatabase } from '../../store/open-database.ts';
import { readLines } from '../../store/audit/read-lines.ts';
import { exported } from '../export.ts';
import { verifyChain } from '../verify.ts';
import { readTask, type Task } from './read-options.ts';
import { sayFault, saySound } from './say-verified.ts';

// `npm run -s audit -- verify`, or `-- export --format csv`. The bot may run meanwhile.

/** Statuses for scripts: 1 is for what could not be answered. */
const BROKEN = 2;

const say = (text: string, status: number): void => {
  (status === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = status;
};

const carryOut = async (task: Task, { db }: OpenDatabase): Promise<void> => {
  if (task.kind === 'verify') {
    const verified = await verifyChain(readLines(db), task.published);
    if (verified.ok) say(saySound(verified.value), 0);
    else say(sayFault(verified.error), BROKEN);
    return;
  }
  const pages = readLines(db, task.filter);
  await pipeline(Readable.from(exported(pages, task.format), { highWaterMark: 1 }), process.stdout);
};

const main = async (): Promise<void> => {
  const task = readTask(process.argv.slice(2));
  if (!task.ok) return say(task.error, 1);
  const { DATABASE_URL, DATABASE_URL_FILE } = process.env;
  const { values, faults } = withSecretFiles({ DATABASE_URL, DATABASE_URL_FILE });
  if (faults.length > 0) return say(faults.join('\n'), 1);
  const url = values['DATABASE_URL'] ?? 'file:tenant-token.sqlite';
  try {
    const database = await openAsItIs(url);
    try {
      await carryOut(task.value, database);
    } finally {
      await database.db.destroy();
    }
  } catch (error) {
    // Whoever read it has enough: `| head`.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return;
    const why = error instanceof Error ? error.message : 'unknown';
    say(`DATABASE_URL: the record cannot be read (${why}).`, 1);
  }
};

letReadersGo();
await main();
