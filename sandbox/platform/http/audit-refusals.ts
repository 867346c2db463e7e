import { createMiddleware } from 'hono/factory';
import { isId } from '../rules/id.ts';
import { actorOf, type AuditAction, writeAudit } from '../store/audit.ts';
import { knownCaller } from './caller.ts';
import type { Env } from './env.ts';
import { pathId } from './path-id.ts';

/**
 * Writes the line of a change that was not made: every refusal of one, whatever refused it, and
 * every failure. What is not an id in the place of one may be a token, and is left out.
 */
export const auditRefusals = (action: AuditAction) =>
  createMiddleware<Env>(async (c, next) => {
    await next();
    const { status } = c.res;
    if (status < 400) return;
    const { world, now, requestId, place, onBehalfOf } = c.var;
    const caller = knownCaller(c);
    const id = pathId(c);
    const tenantOfPlace = place.kind === 'loopback' ? null : place.tenant.id;
    writeAudit(world.db, {
      at: now,
      tenantId: caller?.scope.tenantId ?? tenantOfPlace,
      actor: actorOf(caller),
      onBehalfOf: onBehalfOf ?? null,
      action,
      subjectId: isId(id) ? id : null,
      outcome: `${status < 500 ? 'refused' : 'failed'} ${status}`,
      requestId,
    });
  });
