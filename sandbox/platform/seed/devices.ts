import type { AlarmRow, DeviceRow, EventRow } from '../store/rows.ts';
import { seedId } from './seed-id.ts';
import { TENANT_SLUGS, type TenantSlug } from './tenants.ts';

const DEVICES = [
  'Cold store sensor',
  'Gate tracker',
  'Water meter',
  'Power meter',
  'Tank level sensor',
  'Pallet tracker',
] as const;

const ALARMS = [
  {
    device: 0,
    label: 'Temperature above 8 °C',
    level: 'critical',
    type: 'threshold',
    status: 'triggered',
    params: { limit: 8, unit: '°C' },
    events: [
      { event: 'temperature', params: { value: 8.4 } },
      { event: 'temperature', params: { value: 9.1 } },
    ],
  },
  {
    device: 1,
    label: 'Left its geofence',
    level: 'warning',
    type: 'geofence',
    status: 'confirmed',
    params: { geofence: 'Yard' },
    events: [{ event: 'position', params: { inside: false } }],
  },
  {
    device: 3,
    label: 'No message for 24 hours',
    level: 'info',
    type: 'silence',
    status: 'resolved',
    params: { hours: 24 },
    events: [
      { event: 'silent', params: {} },
      { event: 'message', params: { battery: 71 } },
    ],
  },
] as const;

const HOUR = 3_600_000;

interface Seeds {
  readonly devices: DeviceRow[];
  readonly alarms: AlarmRow[];
  readonly events: EventRow[];
}

const seedsOf = (slug: TenantSlug): Seeds => {
  const start = Date.UTC(2026, 0, 12, 6) + TENANT_SLUGS.indexOf(slug) * 7 * HOUR;
  const deviceId = (index: number): string => seedId(`device/${slug}/${index}`);
  const alarmId = (index: number): string => seedId(`alarm/${slug}/${index}`);
  return {
    devices: DEVICES.map((name, index) => ({
      id: deviceId(index),
      tenant_id: seedId(`tenant/${slug}`),
      name: `${name} ${index + 1}`,
      serial: `${slug.toUpperCase()}-${String(1001 + index)}`,
      inserted_at: start + index * HOUR,
    })),
    alarms: ALARMS.map(({ device, label, level, type, status, params }, index) => {
      const triggered = start + (30 + index * 5) * HOUR;
      return {
        id: alarmId(index),
        device_id: deviceId(device),
        label,
        level,
        type,
        status,
        params: JSON.stringify(params),
        inserted_at: triggered + 2000,
        triggered_at: triggered,
        confirmed_at: status === 'triggered' ? null : triggered + HOUR,
        resolved_at: status === 'resolved' ? triggered + 2 * HOUR : null,
      };
    }),
    events: ALARMS.flatMap(({ events }, index) =>
      events.map(({ event, params }, number) => ({
        id: seedId(`event/${slug}/${index}/${number}`),
        alarm_id: alarmId(index),
        event,
        params: JSON.stringify(params),
        inserted_at: start + (30 + index * 5 + number) * HOUR,
      })),
    ),
  };
};

/** Devices, alarms and their events for every tenant, with fixed ids and times. */
export const SEED_DATA: Seeds = TENANT_SLUGS.map(seedsOf).reduce((all, each) => ({
  devices: [...all.devices, ...each.devices],
  alarms: [...all.alarms, ...each.alarms],
  events: [...all.events, ...each.events],
}));
