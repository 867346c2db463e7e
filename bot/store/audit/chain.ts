import { hash } from 'node:crypto';
import type { AuditLine } from './line.ts';

/** The columns of a line, in the order in which they are written and exported. */
export const LINE_COLUMNS = [
  'at',
  'team_id',
  'who',
  'role',
  'event',
  'subject',
  'state',
  'detail',
  'token_id',
  'asker',
  'tenant_id',
  'tenant_name',
  'token_name',
  'permissions',
  'expires_on',
  'anchor',
] as const satisfies readonly (keyof AuditLine)[];

/** A line's place, what it says, and its hash. */
export const ALL_COLUMNS = ['seq', ...LINE_COLUMNS, 'hash'] as const;

type Needed = 'at' | 'team_id' | 'who' | 'role' | 'event';

type Columns = Pick<AuditLine, Needed> & {
  readonly [Name in Exclude<(typeof LINE_COLUMNS)[number], Needed>]: NonNullable<
    AuditLine[Name]
  > | null;
};

/** A line in its place: its hash covers all that it says and the hash of the line before. */
export type ChainedLine = Columns & { readonly seq: number; readonly hash: string };

/** The place and the hash of a line: the last one's stand for the whole chain. */
export type Head = Pick<ChainedLine, 'seq' | 'hash'>;

/** Before the first line. */
export const START: Head = { seq: 0, hash: '' };

/** As every database gives it back: half a character would come back as another. */
const storable = (value: string | number | undefined): string | number | null =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : (value ?? null);

/** What a line's hash must be. Columns that say nothing are left out, so that there can be more one day. */
export const hashOf = (previous: string, seq: number, columns: Columns): string => {
  const said = LINE_COLUMNS.flatMap((name) => {
    const value = columns[name];
    return value === null ? [] : [[name, value]];
  });
  return hash('sha256', JSON.stringify([previous, seq, said]));
};

/** A line in its place after another. */
export const chained = (head: Head, line: AuditLine): ChainedLine => {
  const columns = Object.fromEntries(
    LINE_COLUMNS.map((name) => [name, storable(line[name])]),
  ) as unknown as Columns;
  const seq = head.seq + 1;
  return { seq, ...columns, hash: hashOf(head.hash, seq, columns) };
};
