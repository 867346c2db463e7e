import * as z from 'zod/mini';
import { QUERY, TOKEN_FIELDS } from '../../../shared/tenant-api/endpoints.ts';
import { TOKEN_STATES } from '../../../shared/tenant-api/port.ts';
import { calendarDateSchema, tenantIdSchema } from '../../../shared/token-request.ts';
import { listParameters } from '../http/query.ts';
import { asWritten } from '../rules/id.ts';
import type { TokenFilter } from '../store/tokens.ts';

const { token } = TOKEN_FIELDS;

/** The parameters of the list of tokens. */
export const tokenListQuery = z.strictObject({
  ...listParameters([
    token.name,
    token.createdAt,
    token.createdBy,
    token.expiresAt,
    token.lastUsedAt,
    token.state,
  ]),
  [QUERY.state]: z.optional(z.enum(TOKEN_STATES)),
  [QUERY.tenantId]: z.optional(tenantIdSchema),
  [QUERY.expiresBefore]: z.optional(calendarDateSchema),
});

/** What a parsed query narrows the list to. */
export const tokenFilter = (asked: z.output<typeof tokenListQuery>): TokenFilter => ({
  state: asked[QUERY.state],
  tenantId: asWritten(asked[QUERY.tenantId]),
  search: asked[QUERY.search],
  expiresBefore: asked[QUERY.expiresBefore],
});
