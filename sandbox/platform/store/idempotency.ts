import { createHash } from 'node:crypto';
import { IDEMPOTENCY_MS } from '../rules/life-cycle.ts';
import { type Database, insert, one, run } from './database.ts';
import { idempotencyRow } from './rows.ts';

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** What a caller asked under a key, and which token came of it. */
export interface Remembered {
  /** The parsed request, as text to compare. */
  readonly request: string;
  readonly tokenId: string;
  readonly createdAt: number;
}

/** The request that a caller made under a key in the last 24 hours. */
export const recall = (
  db: Database,
  callerId: string,
  key: string,
  now: number,
): Remembered | undefined => {
  const row = one(
    db,
    idempotencyRow,
    `SELECT request, token_id, created_at FROM idempotency_keys
     WHERE caller_id = :callerId AND key_hash = :keyHash AND created_at > :after`,
    { callerId, keyHash: hashOf(key), after: now - IDEMPOTENCY_MS },
  );
  return row && { request: row.request, tokenId: row.token_id, createdAt: row.created_at };
};

/** Remembers a request, and forgets those that are older than 24 hours. */
export const remember = (
  db: Database,
  callerId: string,
  key: string,
  { request, tokenId, createdAt }: Remembered,
): void => {
  run(db, 'DELETE FROM idempotency_keys WHERE created_at <= :before', {
    before: createdAt - IDEMPOTENCY_MS,
  });
  insert(db, 'idempotency_keys', {
    caller_id: callerId,
    key_hash: hashOf(key),
    request,
    token_id: tokenId,
    created_at: createdAt,
  });
};
