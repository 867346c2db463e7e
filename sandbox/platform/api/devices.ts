import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { ok, type Result } from '../../../shared/result.ts';
import { listSchema } from '../../../shared/tenant-api/contract.ts';
import { QUERY } from '../../../shared/tenant-api/endpoints.ts';
import { answer, noContent } from '../http/answer.ts';
import { auditRefusals } from '../http/audit-refusals.ts';
import { readJson, takeBody } from '../http/body.ts';
import { withCaller } from '../http/caller.ts';
import type { Env, RequestContext } from '../http/env.ts';
import { faultsOf } from '../http/faults.ts';
import { pathId } from '../http/path-id.ts';
import { listOf, listParameters, pagingOf, readQuery } from '../http/query.ts';
import { dataScope } from '../rules/data-scope.ts';
import { invalid, NOT_FOUND, type Refusal } from '../rules/refusal.ts';
import type { Scope } from '../rules/tenant-tree.ts';
import { actorOf, type AuditAction, writeAudit } from '../store/audit.ts';
import { transaction } from '../store/database.ts';
import {
  deleteDevice,
  findDevice,
  insertDevice,
  listDevices,
  updateDevice,
} from '../store/devices.ts';
import type { DeviceRow } from '../store/rows.ts';
import { timestamp } from '../tokens/record.ts';
import { BODY_ERRORS, describe } from './describe.ts';
import {
  deviceForm,
  deviceSchema,
  RESOURCE_TAG,
  RESOURCES,
  tenantParameter,
  withPermission,
} from './resources.ts';

const listQuery = z.strictObject({
  ...listParameters(['name', 'serial', 'inserted_at']),
  ...tenantParameter,
});
const itemQuery = z.strictObject(tenantParameter);

const toWire = (device: DeviceRow): object => ({
  ...device,
  inserted_at: timestamp(device.inserted_at),
});

const scopeOf = (c: RequestContext): Result<Scope, Refusal> => {
  const query = readQuery(c, itemQuery);
  return query.ok ? dataScope(c.var.tree, c.var.caller, query.value[QUERY.tenantId]) : query;
};

const find = (c: RequestContext): Result<DeviceRow, Refusal> => {
  const scope = scopeOf(c);
  if (!scope.ok) return scope;
  const device = findDevice(c.var.world.db, c.var.tree, scope.value, pathId(c));
  return device ? ok(device) : { ok: false, error: NOT_FOUND };
};

const formOf = (c: RequestContext): Result<z.output<typeof deviceForm>, Refusal> => {
  const body = readJson(c);
  if (!body.ok) return body;
  const parsed = deviceForm.safeParse(body.value, { reportInput: true });
  return parsed.success
    ? ok(parsed.data)
    : { ok: false, error: invalid(faultsOf(parsed.error.issues)) };
};

const change = (
  c: RequestContext,
  action: AuditAction,
  device: DeviceRow,
  work: () => void,
): void => {
  const { world, now, caller, requestId } = c.var;
  transaction(world.db, () => {
    work();
    writeAudit(world.db, {
      at: now,
      tenantId: device.tenant_id,
      actor: actorOf(caller),
      onBehalfOf: null,
      action,
      subjectId: device.id,
      outcome: 'done',
      requestId,
    });
  });
};

/** Devices: each permission has its method. */
export const deviceRoutes = (app: Hono<Env>): void => {
  app.get(
    RESOURCES.devices,
    describe({
      tag: RESOURCE_TAG,
      summary: 'The devices of the caller’s tenants; needs Read',
      query: listQuery,
      success: { status: 200, schema: listSchema(deviceSchema) },
      errors: [401, 403, 404, 422],
    }),
    withCaller,
    withPermission,
    (c) =>
      answer(c, readQuery(c, listQuery), (asked) => {
        const { world, tree, caller } = c.var;
        return answer(c, dataScope(tree, caller, asked[QUERY.tenantId]), (scope) => {
          const paging = pagingOf(asked, { orderBy: 'name', order: 'asc' });
          const page = listDevices(world.db, tree, scope, asked[QUERY.search], paging);
          return c.json(listOf(page, paging, toWire));
        });
      }),
  );

  app.post(
    RESOURCES.devices,
    describe({
      tag: RESOURCE_TAG,
      summary: 'A new device, in the caller’s own tenant or the one of tenant_id; needs Create',
      query: itemQuery,
      body: deviceForm,
      success: { status: 201, schema: deviceSchema },
      errors: [...BODY_ERRORS, 401, 403, 404],
    }),
    auditRefusals('create_device'),
    takeBody,
    withCaller,
    withPermission,
    (c) =>
      answer(c, scopeOf(c), (scope) =>
        answer(c, formOf(c), (form) => {
          const { world, now } = c.var;
          const device = {
            id: randomUUID(),
            tenant_id: scope.tenantId,
            ...form,
            inserted_at: now,
          };
          change(c, 'create_device', device, () => insertDevice(world.db, device));
          return c.json(toWire(device), 201, {
            location: RESOURCES.device.replace(':id', device.id),
          });
        }),
      ),
  );

  app.get(
    RESOURCES.device,
    describe({
      tag: RESOURCE_TAG,
      summary: 'One device; needs Read',
      query: itemQuery,
      success: { status: 200, schema: deviceSchema },
      errors: [401, 403, 404, 422],
    }),
    withCaller,
    withPermission,
    (c) => answer(c, find(c), (device) => c.json(toWire(device))),
  );

  app.put(
    RESOURCES.device,
    describe({
      tag: RESOURCE_TAG,
      summary: 'Replaces a device’s name and serial; needs Write',
      query: itemQuery,
      body: deviceForm,
      success: { status: 200, schema: deviceSchema },
      errors: [...BODY_ERRORS, 401, 403, 404],
    }),
    auditRefusals('edit_device'),
    takeBody,
    withCaller,
    withPermission,
    (c) =>
      answer(c, find(c), (device) =>
        answer(c, formOf(c), (form) => {
          const changed = { ...device, ...form };
          change(c, 'edit_device', changed, () => updateDevice(c.var.world.db, changed));
          return c.json(toWire(changed));
        }),
      ),
  );

  app.delete(
    RESOURCES.device,
    describe({
      tag: RESOURCE_TAG,
      summary: 'Removes a device and its alarms; needs Delete',
      query: itemQuery,
      success: { status: 204 },
      errors: [401, 403, 404, 413, 422],
    }),
    auditRefusals('delete_device'),
    takeBody,
    withCaller,
    withPermission,
    (c) =>
      answer(c, find(c), (device) => {
        change(c, 'delete_device', device, () => deleteDevice(c.var.world.db, device.id));
        return noContent(c);
      }),
  );
};
