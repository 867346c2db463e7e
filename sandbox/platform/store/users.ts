import { type Database, one } from './database.ts';
import { type UserRow, userRow } from './rows.ts';

/** The person of an e-mail address in a tenant; upper and lower case make no difference. */
export const findUser = (db: Database, tenantId: string, email: string): UserRow | undefined =>
  one(db, userRow, 'SELECT * FROM users WHERE tenant_id = :tenantId AND email = :email', {
    tenantId,
    email: email.toLowerCase(),
  });
