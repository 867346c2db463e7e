import type { CompiledQuery, Dialect, Kysely } from 'kysely';
import type { AuditLine } from './audit/line.ts';
import type { Tables } from './tables.ts';

/**
 * Statements that belong together. Of several units that are written with each other, no `first` sees what
 * another's `rest` writes; where both want to write the same, a unique column says so, and each is written alone.
 */
export interface Unit {
  /** Where it finds nothing to write, all else is left out. Without it nothing is. */
  readonly first?: CompiledQuery;
  readonly rest: readonly CompiledQuery[];
  /** What the record says of it, chained to what it says already. */
  readonly lines?: readonly AuditLine[];
  /** What may only be written once the lines stand. */
  readonly after?: readonly CompiledQuery[];
}

/** What one kind of database brings along: the store is the same on all of them. */
export interface Engine {
  readonly dialect: Dialect;
  /**
   * Writes units in one durable transaction, in as few exchanges with the database as it can. Lines of
   * the record have their places there, where no other process can write one between.
   * @returns of each, whether it found something to write
   * @throws Error where one of them fails: then none is written
   */
  readonly commit: (units: readonly Unit[]) => Promise<readonly boolean[]>;
  /**
   * The statements that make a table append-only.
   * @param removable SQL, over `OLD`: which rows may be removed all the same
   */
  readonly appendOnly: (table: string, removable?: string) => readonly string[];
  /**
   * Does work in one transaction, beside which no other process is at such work. It may take long.
   * @param db the engine's own
   */
  readonly exclusively: (
    db: Kysely<Tables>,
    work: (transaction: Kysely<Tables>) => Promise<void>,
  ) => Promise<void>;
  /**
   * Whether a transaction failed for what passes, and wrote nothing, so that it may be tried again:
   * another's lock, a database that is away.
   */
  readonly isBusy: (error: unknown) => boolean;
}
