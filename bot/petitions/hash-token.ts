import { createHmac, scrypt } from 'node:crypto';
import { tokenSchema } from '../../shared/tenant-api/contract.ts';
import type { Secret } from '../../shared/secret.ts';

// Slow enough for a short token to be safe, quick enough for whoever waits: 4 ms.
const COST = { N: 1024, r: 8, p: 1 };
const BYTES = 32;

const slowHash = (token: Secret, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(token.reveal(), salt, BYTES, COST, (error, hash) => {
      if (error) reject(error);
      else resolve(hash.toString('base64url'));
    });
  });

/**
 * By what a token is known again, without being known. One of the documented form is 256 random bits, which
 * nobody finds by trying: a slow hash would protect nothing, and hold up whoever hands it in.
 */
export const hashToken = async (token: Secret, salt: string): Promise<string> => {
  const text = token.reveal();
  return tokenSchema.safeParse(text).success
    ? createHmac('sha256', salt).update(text).digest('base64url')
    : slowHash(token, salt);
};
