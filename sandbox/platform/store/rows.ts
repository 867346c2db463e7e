import * as z from 'zod/mini';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import { forTexts } from '../../../shared/each-field.ts';
import { TOKEN_STATES } from '../../../shared/tenant-api/port.ts';
import { fromWire, toWire } from '../../../shared/tenant-api/wire.ts';
import { calendarDateSchema } from '../../../shared/token-request.ts';
import { ROLES } from '../rules/caller.ts';
import type { StoredToken } from '../rules/life-cycle.ts';
import type { TenantNode } from '../rules/tenant-tree.ts';
import { TEXT_COLUMNS } from './schema.ts';

const text = z.string();
const instant = z.int();
const bytes = z.instanceof(Uint8Array);

const jsonText = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.pipe(
    z.pipe(
      text,
      z.transform((value: string): unknown => JSON.parse(value)),
    ),
    schema,
  );

export const tenantRow = z.pipe(
  z.object({
    id: text,
    slug: text,
    name: text,
    parent_id: z.nullable(text),
    time_zone: text,
    language: text,
    host: text,
    keys_only: z.int(),
  }),
  z.transform((row): TenantNode => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    parentId: row.parent_id,
    timeZone: row.time_zone,
    language: row.language,
    host: row.host,
    keysOnly: row.keys_only === 1,
  })),
);

export const userRow = z.object({
  id: text,
  tenant_id: text,
  name: text,
  email: text,
  role: z.enum(ROLES),
  password_hash: text,
});

export type UserRow = z.output<typeof userRow>;

export const tokenRow = z.pipe(
  z.object({
    id: text,
    ...toWire(
      TEXT_COLUMNS,
      forTexts(() => text),
    ),
    scope: z.enum(['one', 'all']),
    tenant_id: text,
    anchor_tenant_id: text,
    permissions: jsonText(z.array(z.enum(PERMISSIONS))),
    expires_on: z.nullable(calendarDateSchema),
    expires_at: z.nullable(instant),
    state: z.enum(TOKEN_STATES),
    pending_until: z.nullable(instant),
    hint: text,
    generation: z.int(),
    version: z.int(),
    created_at: instant,
    created_by: text,
    creator_id: text,
    on_behalf_of: z.nullable(text),
    last_used_at: z.nullable(instant),
    can_manage_tokens: z.int(),
  }),
  z.transform((row): StoredToken => ({
    id: row.id,
    ...fromWire(TEXT_COLUMNS, row),
    scope: { kind: row.scope, tenantId: row.tenant_id },
    anchorTenantId: row.anchor_tenant_id,
    permissions: row.permissions,
    expiresOn: row.expires_on,
    expiresAt: row.expires_at,
    state: row.state,
    pendingUntil: row.pending_until,
    hint: row.hint,
    generation: row.generation,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    creatorId: row.creator_id,
    onBehalfOf: row.on_behalf_of,
    lastUsedAt: row.last_used_at,
    canManageTokens: row.can_manage_tokens === 1,
  })),
);

export const hashRow = z.object({ hash: bytes });

export const idempotencyRow = z.object({ request: text, token_id: text, created_at: instant });

export const auditRow = z.object({
  id: z.int(),
  at: instant,
  actor_kind: text,
  actor: text,
  on_behalf_of: z.nullable(text),
  action: text,
  subject_id: z.nullable(text),
  subject_name: z.nullable(text),
  outcome: text,
  request_id: text,
});

export type AuditRow = z.output<typeof auditRow>;

export const deviceRow = z.object({
  id: text,
  tenant_id: text,
  name: text,
  serial: text,
  inserted_at: instant,
});

export type DeviceRow = z.output<typeof deviceRow>;

export interface AlarmRow {
  readonly id: string;
  readonly device_id: string;
  readonly label: string;
  readonly level: string;
  readonly type: string;
  readonly status: string;
  readonly params: string;
  readonly inserted_at: number;
  readonly triggered_at: number;
  readonly confirmed_at: number | null;
  readonly resolved_at: number | null;
}

export interface EventRow {
  readonly id: string;
  readonly alarm_id: string;
  readonly event: string;
  readonly params: string;
  readonly inserted_at: number;
}

const params = jsonText(z.record(text, z.unknown()));

export const alarmRow = z.object({
  id: text,
  tenant_id: text,
  device_id: text,
  device_name: text,
  device_serial: text,
  label: text,
  level: text,
  type: text,
  status: text,
  params,
  inserted_at: instant,
  triggered_at: instant,
  confirmed_at: z.nullable(instant),
  resolved_at: z.nullable(instant),
});

export const eventRow = z.object({
  id: text,
  alarm_id: text,
  event: text,
  params,
  inserted_at: instant,
});

export const countRow = z.object({ total: z.int() });
