import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { managersOnly } from '../api/tokens.ts';
import { answer } from '../http/answer.ts';
import { withPerson } from '../http/caller.ts';
import type { Env } from '../http/env.ts';
import { listOf, pageParameters, pagingOf, readQuery } from '../http/query.ts';
import { listAudit } from '../store/audit.ts';
import type { AuditRow } from '../store/rows.ts';
import { timestamp } from '../tokens/record.ts';

const query = z.strictObject(pageParameters);

const lineOf = (row: AuditRow): object => {
  const subject = row.action.endsWith('_device') ? 'device' : 'token';
  return {
    at: timestamp(row.at),
    actor: row.actor,
    on_behalf_of: row.on_behalf_of,
    action: row.action,
    token_id: null,
    token_name: null,
    [`${subject}_id`]: row.subject_id,
    [`${subject}_name`]: row.subject_name,
    outcome: row.outcome,
    request_id: row.request_id,
  };
};

/** The log, newest first, for Super Admins. */
export const logRoutes = (app: Hono<Env>): void => {
  app.get('/cockpit-api/log', withPerson, managersOnly, (c) =>
    answer(c, readQuery(c, query), (asked) => {
      const { world, tree, caller } = c.var;
      const paging = pagingOf(asked, { orderBy: 'id', order: 'desc' });
      return c.json(listOf(listAudit(world.db, tree, caller.scope, paging), paging, lineOf));
    }),
  );
};
