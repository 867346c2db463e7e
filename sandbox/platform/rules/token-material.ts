import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Secret, secret } from '../../../shared/secret.ts';
import { tokenSchema } from '../../../shared/tenant-api/contract.ts';

// 32 bytes, as the vendor documents them. Three of them read `giot` in base64 and four are a
// checksum, so that a lost token is recognised, and a cut one refused without a look-up; 200 random
// bits are left.
const PREFIX = Buffer.from('giot', 'base64');
const RANDOM_BYTES = 25;
const CHECKED_BYTES = PREFIX.length + RANDOM_BYTES;

/** A new token: the secret itself, what is stored of it, and what is shown of it. */
export interface TokenMaterial {
  readonly token: Secret;
  /** SHA-256 of its 44 characters. */
  readonly hash: Buffer;
  /** The four characters after the fixed prefix: 24 of the 200 random bits. */
  readonly hint: string;
}

const checksum = (checked: Buffer): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(checked));
  return bytes;
};

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Makes a token out of fresh random bytes. */
export const newTokenMaterial = (): TokenMaterial => {
  const checked = Buffer.concat([PREFIX, randomBytes(RANDOM_BYTES)]);
  const text = Buffer.concat([checked, checksum(checked)]).toString('base64');
  return { token: secret(text), hash: hashOf(text), hint: text.slice(4, 8) };
};

/**
 * Reads what came in an `api-key` header.
 * @returns the hash to look it up by, undefined for what cannot be one of this platform's tokens
 */
export const hashOfPresented = (text: string): Buffer | undefined => {
  if (!tokenSchema.safeParse(text).success) return undefined;
  const bytes = Buffer.from(text, 'base64');
  const checked = bytes.subarray(0, CHECKED_BYTES);
  const sound =
    checked.subarray(0, PREFIX.length).equals(PREFIX) &&
    bytes.subarray(CHECKED_BYTES).equals(checksum(checked));
  return sound ? hashOf(text) : undefined;
};

/** Compares two hashes in constant time. */
export const sameHash = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other);
