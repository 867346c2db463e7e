import type { Progress } from './progress.ts';
import type { Submission } from './submission.ts';

/** Who works on a flow, and until when nobody else may. */
export interface Lease {
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A flow as the store has it. */
export interface StoredFlow {
  readonly id: string;
  readonly submission: Submission;
  readonly progress: Progress;
  readonly lease: Lease | null;
  readonly version: number;
}
