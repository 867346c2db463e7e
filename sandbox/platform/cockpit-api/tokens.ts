import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { TOKEN_FIELDS } from '../../../shared/tenant-api/endpoints.ts';
import { callOf, managersOnly } from '../api/tokens.ts';
import { tokenFilter, tokenListQuery } from '../api/token-list-query.ts';
import { answer, noContent, refuse } from '../http/answer.ts';
import { auditRefusals } from '../http/audit-refusals.ts';
import { readJson, takeBody } from '../http/body.ts';
import { withPerson } from '../http/caller.ts';
import type { Env } from '../http/env.ts';
import { faultsOf } from '../http/faults.ts';
import { pathId } from '../http/path-id.ts';
import { listOf, pagingOf, readQuery } from '../http/query.ts';
import { invalid } from '../rules/refusal.ts';
import { list, mark } from '../tokens/change.ts';
import { recordOf } from '../tokens/record.ts';

const markSchema = z.strictObject({ can_manage_tokens: z.boolean() });

/** The token list with the mark that no call of the Tenant API shows or sets. */
export const cockpitTokenRoutes = (app: Hono<Env>): void => {
  app.get('/cockpit-api/api_tokens', withPerson, managersOnly, (c) =>
    answer(c, readQuery(c, tokenListQuery), (asked) => {
      const paging = pagingOf(asked, { orderBy: TOKEN_FIELDS.token.createdAt, order: 'desc' });
      const page = list(callOf(c), tokenFilter(asked), paging);
      return c.json(
        listOf(page, paging, (token) => ({
          ...recordOf(token),
          can_manage_tokens: token.canManageTokens,
        })),
      );
    }),
  );

  app.put(
    '/cockpit-api/api_tokens/:id/can_manage_tokens',
    auditRefusals('mark'),
    takeBody,
    withPerson,
    managersOnly,
    (c) => {
      const body = readJson(c);
      if (!body.ok) return refuse(c, body.error);
      const parsed = markSchema.safeParse(body.value, { reportInput: true });
      if (!parsed.success) return refuse(c, invalid(faultsOf(parsed.error.issues)));
      const marked = mark(callOf(c), pathId(c), parsed.data.can_manage_tokens);
      return answer(c, marked, () => noContent(c));
    },
  );
};
