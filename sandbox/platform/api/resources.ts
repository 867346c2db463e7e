import { createMiddleware } from 'hono/factory';
import * as z from 'zod/mini';
import { QUERY } from '../../../shared/tenant-api/endpoints.ts';
import { nameSchema } from '../../../shared/token-request.ts';
import { refuse } from '../http/answer.ts';
import type { Env } from '../http/env.ts';
import { permissionFor } from '../rules/caller.ts';
import { requirePermission } from '../rules/who-may.ts';

/** What a tenant has that is worth a token; the contract has it so that one can be proved. */
export const RESOURCES = {
  devices: '/api/v1/devices',
  device: '/api/v1/devices/:id',
  alarms: '/api/v1/alarms',
  event: '/api/v1/events/by_id',
} as const;

export const RESOURCE_TAG = 'Something to call';

/** The filter that callers with all tenants may use. */
export const tenantParameter = { [QUERY.tenantId]: z.optional(z.string().check(z.maxLength(100))) };

/** What a device is made of or replaced with. */
export const deviceForm = z.strictObject({ name: nameSchema, serial: nameSchema });

const id = z.uuid();
const instant = z.iso.datetime();

export const deviceSchema = z.object({
  id,
  tenant_id: id,
  name: z.string(),
  serial: z.string(),
  inserted_at: instant,
});

export const eventSchema = z.object({
  id,
  alarm_id: id,
  event: z.string(),
  params: z.record(z.string(), z.unknown()),
  inserted_at: instant,
});

export const alarmSchema = z.object({
  id,
  tenant_id: id,
  device_id: id,
  device_name: z.string(),
  device_serial: z.string(),
  label: z.string(),
  level: z.string(),
  type: z.string(),
  status: z.string(),
  params: z.record(z.string(), z.unknown()),
  events: z.array(eventSchema),
  inserted_at: instant,
  triggered_at: instant,
  confirmed_at: z.nullable(instant),
  resolved_at: z.nullable(instant),
});

/** 403 for a caller without the permission of the method: Read is GET, Write PUT, and so on. */
export const withPermission = createMiddleware<Env>(async (c, next) => {
  const permission = permissionFor(c.req.method);
  if (!permission) throw new Error(`No permission goes with ${c.req.method}.`);
  const allowed = requirePermission(c.var.caller, permission);
  return allowed.ok ? next() : refuse(c, allowed.error);
});
