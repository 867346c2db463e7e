import type { Progress } from '../flow/progress.ts';
import type { Receipt, Word } from '../flow/word.ts';
import { backOff, GIVE_UP_AFTER } from '../time/back-off.ts';
import { FIRST_WAIT } from './waits.ts';

/** The progress in which the person has yet to be told a word, and from now on that one alone. */
export const owe = (progress: Progress, word: Word, now: number): Progress => ({
  ...progress,
  owed: word,
  wordAt: now,
  wordAttempts: 0,
  wordSince: now,
});

/** The part of a progress that says: there is nothing that the person has yet to be told. */
export const oweNothing = { owed: null, wordAt: null, wordAttempts: 0, wordSince: null } as const;

/** The progress once the person was told. */
export const onSaid = (progress: Progress, word: Word, receipt: Receipt | null): Progress => ({
  ...progress,
  said: word,
  receipt: receipt ?? progress.receipt,
  // While this word was on its way, another one may have become due.
  ...(progress.owed === word ? oweNothing : {}),
});

/**
 * The progress once the person was told, while someone else wrote down something newer. The flow
 * knows one place: of two messages, where neither can be taken away, it is that of the one that must
 * not stay as it is.
 */
export const onSaidLate = (
  progress: Progress,
  word: Word,
  receipt: Receipt,
  now: number,
): Progress => {
  const { said, owed } = progress;
  // What is on record as said was said before it, not after.
  if (said === null || (said === 'save_unknown' && word !== said)) {
    return onSaid(progress, word, receipt);
  }
  const elsewhere = progress.receipt !== null && progress.receipt.ts !== receipt.ts;
  const mayStay = word === said || (word !== 'active' && said !== 'revoked');
  if (elsewhere && (owed !== null || mayStay)) return progress;
  const known = { ...progress, receipt };
  return word === said || owed !== null ? known : owe(known, said, now);
};

/** The progress where the person could not be told: the next try, or giving up. */
export const onUnsaid = (progress: Progress, waitMs: number, now: number): Progress => {
  const since = progress.wordSince ?? now;
  if (now - since >= GIVE_UP_AFTER) return { ...progress, ...oweNothing };
  const wordAttempts = progress.wordAttempts + 1;
  const wait = Math.max(backOff(wordAttempts, FIRST_WAIT), waitMs);
  return { ...progress, wordAttempts, wordAt: now + wait, wordSince: since };
};
