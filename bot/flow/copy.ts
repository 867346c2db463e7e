import type { Language } from '../../shared/messages/language.ts';
import type { Receipt } from './word.ts';

/**
 * `asker`, `approver` and `channel` are kept up to date; so is a `reminder`, which comes at most once. A
 * `notice` says how it ended, once: an updated message rings nowhere.
 */
export const COPY_KINDS = ['asker', 'approver', 'channel', 'reminder', 'notice'] as const;

export type CopyKind = (typeof COPY_KINDS)[number];

/** A message about a petition that is to be sent. */
export interface NewCopy {
  readonly kind: CopyKind;
  /** A person's id, or a channel's. */
  readonly to: string;
  readonly language: Language;
}

/** A message about a petition. Times are milliseconds since the epoch. */
export interface Copy extends NewCopy {
  readonly id: string;
  readonly petitionId: string;
  /** Null while it stands nowhere. */
  readonly place: Receipt | null;
  /** Raised whenever it is to be drawn anew. */
  readonly wanted: number;
  /** How often someone set about sending it. */
  readonly tries: number;
  /** Whoever set about it last has not said what came of it. */
  readonly open: boolean;
  /** When it is to be sent or drawn anew; null for not. */
  readonly dueAt: number | null;
  readonly since: number;
}
