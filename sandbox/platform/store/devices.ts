import { reach, type Scope, type TenantTree } from '../rules/tenant-tree.ts';
import { type Database, insert, one, type Page, page, type Paging, run } from './database.ts';
import { type DeviceRow, deviceRow } from './rows.ts';

const IN_REACH = 'tenant_id IN (SELECT value FROM json_each(:reach))';

const reachOf = (tree: TenantTree, scope: Scope): string => JSON.stringify([...reach(tree, scope)]);

/** The devices of a scope's tenants that a search means by name, serial or id. */
export const listDevices = (
  db: Database,
  tree: TenantTree,
  scope: Scope,
  search: string | undefined,
  paging: Paging,
): Page<DeviceRow> =>
  page(
    db,
    deviceRow,
    {
      columns: '*',
      from: `FROM devices WHERE ${IN_REACH} AND (:search IS NULL
        OR matches(:search, id, name || ' ' || serial))`,
      values: { reach: reachOf(tree, scope), search: search ?? null },
      tieBreak: 'rowid',
    },
    paging,
  );

/** A device, where it is in one of a scope's tenants. */
export const findDevice = (
  db: Database,
  tree: TenantTree,
  scope: Scope,
  id: string,
): DeviceRow | undefined =>
  one(db, deviceRow, `SELECT * FROM devices WHERE id = :id AND ${IN_REACH}`, {
    id,
    reach: reachOf(tree, scope),
  });

export const insertDevice = (db: Database, device: DeviceRow): void =>
  insert(db, 'devices', { ...device });

export const updateDevice = (db: Database, { id, name, serial }: DeviceRow): void => {
  run(db, 'UPDATE devices SET name = :name, serial = :serial WHERE id = :id', { id, name, serial });
};

/** Removes a device, with its alarms and their events. */
export const deleteDevice = (db: Database, id: string): void => {
  run(db, 'DELETE FROM devices WHERE id = :id', { id });
};
