/** What the thread of a SQLite file is begun with. */
export interface ThreadData {
  /** A path, or `:memory:`. */
  readonly file: string;
}

/** What the thread of a SQLite file is asked, one after another. */
export type Job =
  /** `transaction`: `begins` one, with the write lock; is `in` one, or is refused; or stands alone. */
  | {
      readonly kind: 'query';
      readonly transaction: 'begins' | 'in' | 'none';
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  /** `rollback` where nothing is begun does nothing. */
  | { readonly kind: 'commit' | 'rollback' | 'close' };

/** What a statement gave. */
export interface Outcome {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** How many rows were written; undefined for a statement that reads. */
  readonly changes?: number | bigint;
}

/** What is left of an error between two threads: its message and its codes. */
export interface Fault {
  readonly message: string;
  readonly codes: Readonly<Record<string, unknown>>;
}

/** The answer to one job, in the order of the jobs. */
export type Answer = { readonly outcome: Outcome } | { readonly fault: Fault };
