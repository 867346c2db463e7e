import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const letters = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** An id that the same name always gets, such as `U7K2…`. */
export const idFrom = (prefix: string, name: string): string =>
  prefix + letters(createHash('sha256').update(`${prefix}\0${name}`).digest().subarray(0, 10));

/** An id that nothing had before. */
export const newId = (prefix: string): string => prefix + letters(randomBytes(10));

/** A text that cannot be guessed. */
export const newSecret = (): string => randomBytes(18).toString('base64url');

/** Gives timestamps of messages: seconds and micros, each later than the one before. */
export const createTimestamps = (now: () => number): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
};
