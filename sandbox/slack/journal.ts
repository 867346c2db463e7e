import type { JournalEntry } from './handle/slack.ts';

/** The last calls and requests. */
export interface Journal {
  readonly add: (entry: Omit<JournalEntry, 'number'>) => void;
  readonly entries: () => readonly JournalEntry[];
}

/** Keeps the last entries, in a ring, and tells an observer of each. */
export const createJournal = (length = 1000, observe?: (entry: JournalEntry) => void): Journal => {
  const ring: JournalEntry[] = [];
  let count = 0;
  return {
    add: (entry) => {
      const numbered = { ...entry, number: count + 1 };
      if (length > 0) ring[count % length] = numbered;
      count += 1;
      observe?.(numbered);
    },
    entries: () => {
      const start = count % length;
      return count <= length ? [...ring] : [...ring.slice(start), ...ring.slice(0, start)];
    },
  };
};
