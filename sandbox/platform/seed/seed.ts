import { hashPassword } from '../rules/password.ts';
import { countRow } from '../store/rows.ts';
import { type Database, insert, one, transaction } from '../store/database.ts';
import { SEED_DATA } from './devices.ts';
import { seedId } from './seed-id.ts';
import { SEED_TENANTS } from './tenants.ts';
import { SEED_USERS } from './users.ts';

const isEmpty = (db: Database): boolean =>
  one(db, countRow, 'SELECT count(*) AS total FROM tenants')?.total === 0;

/** Fills a new database, in one transaction; one that was filled before stays as it is. */
export const seed = async (db: Database): Promise<void> => {
  if (!isEmpty(db)) return;
  const users = await Promise.all(
    SEED_USERS.map(async ({ id, tenant, name, email, role, password }) => ({
      id,
      tenant_id: seedId(`tenant/${tenant}`),
      name,
      email,
      role,
      password_hash: await hashPassword(password),
    })),
  );
  transaction(db, () => {
    // Another process may have filled it while the passwords were hashed.
    if (!isEmpty(db)) return;
    for (const { id, slug, name, parentId, timeZone, language, host } of SEED_TENANTS) {
      const row = { id, slug, name, parent_id: parentId, time_zone: timeZone, language, host };
      insert(db, 'tenants', row);
    }
    for (const user of users) insert(db, 'users', user);
    for (const device of SEED_DATA.devices) insert(db, 'devices', { ...device });
    for (const alarm of SEED_DATA.alarms) insert(db, 'alarms', { ...alarm });
    for (const event of SEED_DATA.events) insert(db, 'events', { ...event });
  });
};
