import type * as z from 'zod/mini';
import { reach, type Scope, type TenantTree } from '../rules/tenant-tree.ts';
import { all, type Database, one, type Page, page, type Paging } from './database.ts';
import { alarmRow, eventRow } from './rows.ts';

export type AlarmEvent = z.output<typeof eventRow>;

/** An alarm with the events that led to it and followed. */
export type Alarm = z.output<typeof alarmRow> & { readonly events: readonly AlarmEvent[] };

const eventsOf = (db: Database, alarmIds: readonly string[]): AlarmEvent[] =>
  all(
    db,
    eventRow,
    `SELECT * FROM events WHERE alarm_id IN (SELECT value FROM json_each(:alarmIds))
     ORDER BY inserted_at, rowid`,
    { alarmIds: JSON.stringify(alarmIds) },
  );

/** The alarms of a scope's devices. */
export const listAlarms = (
  db: Database,
  tree: TenantTree,
  scope: Scope,
  filter: { readonly status: string | undefined; readonly search: string | undefined },
  paging: Paging,
): Page<Alarm> => {
  const { items, total } = page(
    db,
    alarmRow,
    {
      columns: `alarms.*, devices.tenant_id, devices.name AS device_name,
        devices.serial AS device_serial`,
      from: `FROM alarms JOIN devices ON devices.id = alarms.device_id
        WHERE devices.tenant_id IN (SELECT value FROM json_each(:reach))
          AND (:status IS NULL OR status = :status)
          AND (:search IS NULL
            OR matches(:search, alarms.id, label || ' ' || devices.name))`,
      values: {
        reach: JSON.stringify([...reach(tree, scope)]),
        status: filter.status ?? null,
        search: filter.search ?? null,
      },
      tieBreak: 'alarms.rowid',
    },
    paging,
  );
  const events = eventsOf(
    db,
    items.map(({ id }) => id),
  );
  return {
    items: items.map((alarm) => ({
      ...alarm,
      events: events.filter((event) => event.alarm_id === alarm.id),
    })),
    total,
  };
};

/** An event, where its device is in one of a scope's tenants. */
export const findEvent = (
  db: Database,
  tree: TenantTree,
  scope: Scope,
  id: string,
): AlarmEvent | undefined =>
  one(
    db,
    eventRow,
    `SELECT events.* FROM events
     JOIN alarms ON alarms.id = events.alarm_id JOIN devices ON devices.id = alarms.device_id
     WHERE events.id = :id AND devices.tenant_id IN (SELECT value FROM json_each(:reach))`,
    { id, reach: JSON.stringify([...reach(tree, scope)]) },
  );
