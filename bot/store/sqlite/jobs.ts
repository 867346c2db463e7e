import type { AuditLine } from '../audit/line.ts';

/** What the thread of a SQLite file is begun with. */
export interface ThreadData {
  /** A path, or `:memory:`. */
  readonly file: string;
}

/** A statement and what fills its placeholders. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Statements that belong together. */
export interface UnitOfWork {
  /** Where it finds nothing to write, all else is left out. */
  readonly first: Statement | undefined;
  readonly rest: readonly Statement[];
  readonly lines: readonly AuditLine[];
  readonly after: readonly Statement[];
}

/** What the thread is asked, one after another. */
export type Job =
  | { readonly kind: 'query'; readonly statement: Statement }
  /** One transaction. */
  | { readonly kind: 'units'; readonly units: readonly UnitOfWork[] }
  /** `begin` takes the write lock; `rollback` where nothing is begun does nothing. */
  | { readonly kind: 'begin' | 'commit' | 'rollback' | 'close' };

/** What a statement gave. */
export interface Outcome {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** How many rows were written; undefined for a statement that reads. */
  readonly changes?: number | bigint;
  /** Of each unit, whether it found something to write. */
  readonly written?: readonly boolean[];
}

/** What is left of an error between two threads: its message and its codes. */
export interface Fault {
  readonly message: string;
  readonly codes: Readonly<Record<string, unknown>>;
}

/** The answer to one job, in the order of the jobs. */
export type Answer = { readonly outcome: Outcome } | { readonly fault: Fault };
