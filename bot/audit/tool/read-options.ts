import { parseArgs } from 'node:util';
import { parseCalendarDate } from '../../../shared/calendar.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Head } from '../../store/audit/chain.ts';
import type { LineFilter } from '../../store/audit/read-lines.ts';
import { type Format, FORMATS } from '../export.ts';

const USAGE = `Say what to do with the record of DATABASE_URL:
  npm run -s audit -- verify [--head LINE:HASH]
  npm run -s audit -- export --format csv|ndjson [--from 2026-01-01] [--to 2026-12-31]
      [--person U012AB3CD] [--tenant "Nord Hafen"]`;

const OPTIONS = {
  head: { type: 'string' },
  format: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  person: { type: 'string' },
  tenant: { type: 'string' },
} as const;

/** What is to be done with a record. */
export type Task =
  | { readonly kind: 'verify'; readonly published?: Head }
  | { readonly kind: 'export'; readonly format: Format; readonly filter: LineFilter };

const DAY = 24 * 3_600_000;

/** A day is meant wholly, in UTC. @returns milliseconds since the epoch; undefined for no time */
const instantOf = (text: string, end: boolean): number | undefined => {
  if (parseCalendarDate(text)) return Date.parse(`${text}T00:00:00Z`) + (end ? DAY : 0);
  const hasZone = /^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const at = hasZone ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

const headOf = (text: string): Head | undefined => {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
};

/**
 * Reads what is to be done.
 * @param args as they were typed
 * @returns the task, or what is missing or not understood
 */
export const readTask = ([what, ...args]: readonly string[]): Result<Task, string> => {
  if (what !== 'verify' && what !== 'export') return err(USAGE);
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }));
  } catch (error) {
    return err(error instanceof Error ? error.message : USAGE);
  }
  const { head, format, from, to, ...rest } = values;
  if (what === 'verify') {
    if (Object.keys(values).some((name) => name !== 'head')) {
      return err('verify looks at the whole record; it takes --head LINE:HASH alone.');
    }
    const published = head === undefined ? undefined : headOf(head);
    if (head !== undefined && !published) {
      return err('--head is a line and its hash, LINE:HASH, as verify and the log give it.');
    }
    return ok({ kind: 'verify', ...(published && { published }) });
  }
  if (head !== undefined) return err('--head belongs to verify.');
  if (format === undefined || !Object.hasOwn(FORMATS, format)) {
    return err(`Say in which format: --format ${Object.keys(FORMATS).join(' or ')}.`);
  }
  const first = from === undefined ? undefined : instantOf(from, false);
  const last = to === undefined ? undefined : instantOf(to, true);
  if ((from !== undefined && first === undefined) || (to !== undefined && last === undefined)) {
    return err('--from and --to are dates (2026-12-31, in UTC) or times (2026-12-31T08:00:00Z).');
  }
  const times = {
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
  };
  return ok({ kind: 'export', format: format as Format, filter: { ...times, ...rest } });
};
