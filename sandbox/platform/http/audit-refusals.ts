import { createMiddleware } from 'hono/factory';
import { actorOf, type AuditAction, writeAudit } from '../store/audit.ts';
import { knownCaller } from './caller.ts';
import type { Env } from './env.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes the line of a refused change: every refusal of one, whatever refused it. What is not an id
 * in the place of one may be a token, and is left out.
 */
export const auditRefusals = (action: AuditAction) =>
  createMiddleware<Env>(async (c, next) => {
    await next();
    if (c.res.status < 400 || c.res.status > 499) return;
    const { world, now, requestId, place, onBehalfOf } = c.var;
    const caller = knownCaller(c);
    const id = c.req.param('id') ?? '';
    const tenantOfPlace = place.kind === 'loopback' ? null : place.tenant.id;
    writeAudit(world.db, {
      at: now,
      tenantId: caller?.scope.tenantId ?? tenantOfPlace,
      actor: actorOf(caller),
      onBehalfOf: onBehalfOf ?? null,
      action,
      subjectId: UUID.test(id) ? id : null,
      outcome: `refused ${c.res.status}`,
      requestId,
    });
  });
