import { hashPassword } from '../rules/password.ts';
import { countRow } from '../store/rows.ts';
import { type Database, insert, one, transaction } from '../store/database.ts';
import { SEED_DATA } from './devices.ts';
import { seedId } from './seed-id.ts';
import { SEED_TENANTS, TENANT_SLUGS, type TenantSlug } from './tenants.ts';
import { SEED_USERS } from './users.ts';

const knows = (db: Database, slug: TenantSlug): boolean =>
  one(db, countRow, 'SELECT count(*) AS total FROM tenants WHERE slug = :slug', { slug })?.total !==
  0;

const rowsOf = (slugs: readonly TenantSlug[]) => {
  const ids = new Set(slugs.map((slug) => seedId(`tenant/${slug}`)));
  const devices = SEED_DATA.devices.filter(({ tenant_id }) => ids.has(tenant_id));
  const deviceIds = new Set(devices.map(({ id }) => id));
  const alarms = SEED_DATA.alarms.filter(({ device_id }) => deviceIds.has(device_id));
  const alarmIds = new Set(alarms.map(({ id }) => id));
  return {
    devices,
    alarms,
    events: SEED_DATA.events.filter(({ alarm_id }) => alarmIds.has(alarm_id)),
  };
};

const hashes = new Map<string, Promise<string>>();

/** One hash, which is slow to make, does for all databases of a process: everybody is told these passwords. */
const hashOnce = (password: string): Promise<string> => {
  const known = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, known);
  return known;
};

/**
 * Fills a database with the tenants that it does not know yet, in one transaction; those that it
 * knows stay as they are.
 */
export const seed = async (db: Database): Promise<void> => {
  const missing = () => TENANT_SLUGS.filter((slug) => !knows(db, slug));
  const first = missing();
  if (first.length === 0) return;
  const users = await Promise.all(
    SEED_USERS.filter(({ tenant }) => first.includes(tenant)).map(
      async ({ id, tenant, name, email, role, password }) => ({
        slug: tenant,
        row: {
          id,
          tenant_id: seedId(`tenant/${tenant}`),
          name,
          email,
          role,
          password_hash: await hashOnce(password),
        },
      }),
    ),
  );
  transaction(db, () => {
    // Another process may have filled it while the passwords were hashed.
    const slugs = missing();
    for (const tenant of SEED_TENANTS.filter(({ slug }) => slugs.some((each) => each === slug))) {
      const { id, slug, name, parentId, timeZone, language, host, keysOnly } = tenant;
      const row = { id, slug, name, parent_id: parentId, time_zone: timeZone, language, host };
      insert(db, 'tenants', { ...row, keys_only: keysOnly ? 1 : 0 });
    }
    for (const { slug, row } of users) if (slugs.includes(slug)) insert(db, 'users', row);
    const { devices, alarms, events } = rowsOf(slugs);
    for (const device of devices) insert(db, 'devices', { ...device });
    for (const alarm of alarms) insert(db, 'alarms', { ...alarm });
    for (const event of events) insert(db, 'events', { ...event });
  });
};
