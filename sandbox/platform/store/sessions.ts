import { createHash, randomBytes } from 'node:crypto';
import { type Database, insert, one, run } from './database.ts';
import { type UserRow, userRow } from './rows.ts';

/** For how long a session lasts after signing in. */
export const SESSION_MS = 12 * 60 * 60_000;

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();

/** Starts a session; only its hash is stored. @returns the cookie's value */
export const startSession = (db: Database, userId: string, now: number): string => {
  const id = randomBytes(32).toString('base64url');
  run(db, 'DELETE FROM sessions WHERE expires_at <= :now', { now });
  insert(db, 'sessions', { hash: hashOf(id), user_id: userId, expires_at: now + SESSION_MS });
  return id;
};

/** Whose session a cookie's value is, undefined for none or an old one. */
export const sessionUser = (db: Database, id: string, now: number): UserRow | undefined =>
  one(
    db,
    userRow,
    `SELECT users.* FROM sessions JOIN users ON users.id = sessions.user_id
     WHERE sessions.hash = :hash AND sessions.expires_at > :now`,
    { hash: hashOf(id), now },
  );

/** Ends a session. */
export const endSession = (db: Database, id: string): void => {
  run(db, 'DELETE FROM sessions WHERE hash = :hash', { hash: hashOf(id) });
};
