import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { listSchema } from '../../../shared/tenant-api/contract.ts';
import { QUERY } from '../../../shared/tenant-api/endpoints.ts';
import { answer, refuse } from '../http/answer.ts';
import { withCaller } from '../http/caller.ts';
import type { Env } from '../http/env.ts';
import { listOf, listParameters, pagingOf, readQuery } from '../http/query.ts';
import { dataScope } from '../rules/data-scope.ts';
import { asWritten } from '../rules/id.ts';
import { NOT_FOUND } from '../rules/refusal.ts';
import { type Alarm, type AlarmEvent, findEvent, listAlarms } from '../store/alarms.ts';
import { timestamp, timestampOrNull } from '../tokens/record.ts';
import { describe } from './describe.ts';
import {
  alarmSchema,
  eventSchema,
  RESOURCE_TAG,
  RESOURCES,
  tenantParameter,
  withPermission,
} from './resources.ts';

const listQuery = z.strictObject({
  ...listParameters(['triggered_at', 'inserted_at', 'level', 'status']),
  ...tenantParameter,
  status: z.optional(z.enum(['triggered', 'confirmed', 'resolved'])),
});
const eventQuery = z.strictObject({ id: z.string(), ...tenantParameter });

const eventToWire = (event: AlarmEvent): object => ({
  ...event,
  inserted_at: timestamp(event.inserted_at),
});

const toWire = (alarm: Alarm): object => ({
  ...alarm,
  events: alarm.events.map(eventToWire),
  inserted_at: timestamp(alarm.inserted_at),
  triggered_at: timestamp(alarm.triggered_at),
  confirmed_at: timestampOrNull(alarm.confirmed_at),
  resolved_at: timestampOrNull(alarm.resolved_at),
});

/** Alarms, and the events in them. */
export const alarmRoutes = (app: Hono<Env>): void => {
  app.get(
    RESOURCES.alarms,
    describe({
      tag: RESOURCE_TAG,
      summary: 'The alarms of the caller’s tenants, with their events; needs Read',
      query: listQuery,
      success: { status: 200, schema: listSchema(alarmSchema) },
      errors: [401, 403, 404, 422],
    }),
    withCaller,
    withPermission,
    (c) =>
      answer(c, readQuery(c, listQuery), (asked) => {
        const { world, tree, caller } = c.var;
        return answer(c, dataScope(tree, caller, asked[QUERY.tenantId]), (scope) => {
          const paging = pagingOf(asked, { orderBy: 'triggered_at', order: 'desc' });
          const filter = { status: asked.status, search: asked[QUERY.search] };
          return c.json(listOf(listAlarms(world.db, tree, scope, filter, paging), paging, toWire));
        });
      }),
  );

  app.get(
    RESOURCES.event,
    describe({
      tag: RESOURCE_TAG,
      summary: 'One event, by an id from the events of an alarm; needs Read',
      query: eventQuery,
      success: { status: 200, schema: eventSchema },
      errors: [401, 403, 404, 422],
    }),
    withCaller,
    withPermission,
    (c) =>
      answer(c, readQuery(c, eventQuery), (asked) => {
        const { world, tree, caller } = c.var;
        return answer(c, dataScope(tree, caller, asked[QUERY.tenantId]), (scope) => {
          const event = findEvent(world.db, tree, scope, asWritten(asked.id));
          return event ? c.json(eventToWire(event)) : refuse(c, NOT_FOUND);
        });
      }),
  );
};
