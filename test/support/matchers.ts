import { expect } from 'vitest';

// vitest types its matchers as `any`, which would take the types from whatever they stand in.

export const anyText: unknown = expect.any(String);

/** Any text that matches. */
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);

/** Any list that holds at least these. */
export const listWith = (...items: unknown[]): unknown => expect.arrayContaining(items);
