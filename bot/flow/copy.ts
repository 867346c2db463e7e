import type { Language } from '../../shared/messages/language.ts';
import type { Receipt } from './word.ts';

/**
 * `asker`, `approver` and `channel` are kept up to date; so are a `reminder` and an `overdue`, which come
 * at most once. A `notice` says how it ended, once: an updated message rings nowhere. `mishap` tells who
 * handed in a token that it was not delivered, `doubt` who asked that they may have seen one that does not
 * work, `called_off` who makes one that it is no longer wanted.
 */
export const COPY_KINDS = [
  'asker',
  'approver',
  'channel',
  'reminder',
  'notice',
  'overdue',
  'mishap',
  'doubt',
  'called_off',
] as const;

/** Those that say one thing, which stays true: they are never drawn anew. */
export const LASTING_KINDS: readonly CopyKind[] = ['notice', 'mishap', 'doubt', 'called_off'];

/** Those that say of each token what they say: they come again, as new messages. */
export const REPEATED_KINDS: readonly CopyKind[] = ['mishap', 'doubt'];

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

/** Whether a message's recipient is a channel, and no person. */
export const isChannel = (recipient: string): boolean => /^[CG]/.test(recipient);
