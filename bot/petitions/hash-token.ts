import { scrypt } from 'node:crypto';
import type { Secret } from '../../shared/secret.ts';

// Slow enough for a short token to be safe, quick enough for whoever waits: 4 ms.
const COST = { N: 1024, r: 8, p: 1 };
const BYTES = 32;

/** By what a token is known again, without being known. */
export const hashToken = (token: Secret, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(token.reveal(), salt, BYTES, COST, (error, hash) => {
      if (error) reject(error);
      else resolve(hash.toString('base64url'));
    });
  });
