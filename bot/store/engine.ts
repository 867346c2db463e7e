import type { Dialect } from 'kysely';

/** What one kind of database brings along: the store is the same on all of them. */
export interface Engine {
  readonly dialect: Dialect;
  /** The statements that make a table append-only. */
  readonly appendOnly: (table: string) => readonly string[];
  /** Whether a transaction failed for another's lock alone, so that it may be tried again. */
  readonly isBusy: (error: unknown) => boolean;
}
