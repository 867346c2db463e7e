import type { CompiledQuery, Dialect } from 'kysely';

/** Statements that belong together. */
export interface Unit {
  /** Where it finds nothing to write, the rest is left out. */
  readonly first: CompiledQuery;
  readonly rest: readonly CompiledQuery[];
}

/** What one kind of database brings along: the store is the same on all of them. */
export interface Engine {
  readonly dialect: Dialect;
  /**
   * Writes units in one durable transaction, in as few exchanges with the database as it can.
   * @returns of each, whether it found something to write
   * @throws Error where one of them fails: then none is written
   */
  readonly commit: (units: readonly Unit[]) => Promise<readonly boolean[]>;
  /** The statements that make a table append-only. */
  readonly appendOnly: (table: string) => readonly string[];
  /** Whether a transaction failed for another's lock alone, so that it may be tried again. */
  readonly isBusy: (error: unknown) => boolean;
}
