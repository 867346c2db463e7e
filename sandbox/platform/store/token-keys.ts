import type { StoredToken } from '../rules/life-cycle.ts';
import { sameHash } from '../rules/token-material.ts';
import { type Database, one, run } from './database.ts';
import { hashRow } from './rows.ts';
import { findToken } from './tokens.ts';
import * as z from 'zod/mini';

// A key in steady use would otherwise cost one write to disk a call.
const LAST_USED_STEP_MS = 1000;

const idAndHash = z.extend(hashRow, { id: z.string() });

/** The token that a presented secret belongs to, in whatever state it is. */
export const findTokenByHash = (db: Database, hash: Buffer): StoredToken | undefined => {
  const row = one(db, idAndHash, 'SELECT id, hash FROM api_tokens WHERE hash = :hash', { hash });
  return row && sameHash(row.hash, hash) ? findToken(db, row.id) : undefined;
};

/** Notes that a key was used, to the second. */
export const touchToken = (db: Database, token: StoredToken, now: number): void => {
  if (token.lastUsedAt !== null && now < token.lastUsedAt + LAST_USED_STEP_MS) return;
  run(db, 'UPDATE api_tokens SET last_used_at = :now WHERE id = :id', { now, id: token.id });
};
