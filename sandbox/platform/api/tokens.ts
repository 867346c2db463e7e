import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod/mini';
import {
  apiTokenSchema,
  listSchema,
  newTokenSchema,
  saveSchema,
  tokenEditSchema,
  tokenRequestSchema,
} from '../../../shared/tenant-api/contract.ts';
import { ENDPOINTS, HEADERS, TOKEN_FIELDS } from '../../../shared/tenant-api/endpoints.ts';
import { answer, noContent, refuse } from '../http/answer.ts';
import { auditRefusals } from '../http/audit-refusals.ts';
import { readJson, takeBody } from '../http/body.ts';
import { withCaller } from '../http/caller.ts';
import type { Env, RequestContext } from '../http/env.ts';
import { fault, faultsOf } from '../http/faults.ts';
import { pathId } from '../http/path-id.ts';
import { listOf, pagingOf, readQuery } from '../http/query.ts';
import { invalid, type Refusal } from '../rules/refusal.ts';
import type { StoredToken } from '../rules/life-cycle.ts';
import { requireManager, requireTokenPermission } from '../rules/who-may.ts';
import type { Call } from '../tokens/call.ts';
import { edit, list, remove, save, show } from '../tokens/change.ts';
import { next } from '../tokens/next.ts';
import { parseEdit, parseNext } from '../tokens/parse-request.ts';
import { recordOf } from '../tokens/record.ts';
import { BODY_ERRORS, describe } from './describe.ts';
import { tokenFilter, tokenListQuery } from './token-list-query.ts';

const TAG = 'API tokens';
const MAX_IDEMPOTENCY_KEY = 255;
const idempotencyKeySchema = z.optional(
  z.string().check(({ value, issues }) => {
    if (value === '') issues.push(fault('required', value));
    else if (value.length > MAX_IDEMPOTENCY_KEY) {
      issues.push(fault('too_long', value, MAX_IDEMPOTENCY_KEY));
    }
  }),
);

/** What an operation on tokens needs, out of a request. */
export const callOf = (c: RequestContext): Call => {
  const { world, tree, caller, now, requestId } = c.var;
  return { db: world.db, tree, caller, now, requestId };
};

/** 403 for whoever may not manage tokens at all. */
export const managersOnly = createMiddleware<Env>(async (c, next) => {
  const allowed = requireManager(c.var.caller);
  if (!allowed.ok) return refuse(c, allowed.error);
  return next();
});

const withRecord = (c: RequestContext, token: StoredToken): Response =>
  c.json(recordOf(token), 200, { etag: `"${token.version}"` });

const notAKey = (faults: readonly { code: string; max?: number }[]): Refusal =>
  invalid(faults.map((each) => ({ ...each, field: HEADERS.idempotencyKey })));

/** API tokens and their life cycle. */
export const tokenRoutes = (app: Hono<Env>): void => {
  app.get(
    ENDPOINTS.tokens.path,
    describe({
      tag: TAG,
      summary: 'The records of the tokens whose tenants lie within the caller’s',
      query: tokenListQuery,
      success: { status: 200, schema: listSchema(apiTokenSchema) },
      errors: [401, 403, 422],
    }),
    withCaller,
    managersOnly,
    (c) => {
      const allowed = requireTokenPermission(c.var.caller, 'read');
      if (!allowed.ok) return refuse(c, allowed.error);
      return answer(c, readQuery(c, tokenListQuery), (asked) => {
        const paging = pagingOf(asked, { orderBy: TOKEN_FIELDS.token.createdAt, order: 'desc' });
        const page = list(callOf(c), tokenFilter(asked), paging);
        return c.json(listOf(page, paging, recordOf));
      });
    },
  );

  app.post(
    ENDPOINTS.next.path,
    describe({
      tag: TAG,
      summary: 'Next: a pending token, shown this once',
      headers: [
        {
          name: HEADERS.idempotencyKey,
          required: false,
          description:
            'The same key and request again: while pending the same token with a fresh secret, later its record. Kept for 24 hours.',
        },
      ],
      body: tokenRequestSchema,
      success: { status: 201, schema: newTokenSchema },
      repeated: { status: 200, schema: apiTokenSchema },
      errors: [...BODY_ERRORS, 401, 403, 409],
    }),
    auditRefusals('next'),
    takeBody,
    withCaller,
    managersOnly,
    (c) => {
      const { caller, tree } = c.var;
      const allowed = requireTokenPermission(caller, 'create');
      if (!allowed.ok) return refuse(c, allowed.error);
      const body = readJson(c);
      if (!body.ok) return refuse(c, body.error);
      const key = idempotencyKeySchema.safeParse(c.req.header(HEADERS.idempotencyKey));
      if (!key.success) return refuse(c, notAKey(faultsOf(key.error.issues)));
      const form = tokenRequestSchema.safeParse(body.value);
      if (caller.kind === 'key') c.set('onBehalfOf', form.data?.[TOKEN_FIELDS.request.onBehalfOf]);
      const made = next(callOf(c), (at) => parseNext(body.value, caller, tree, at), key.data);
      return answer(c, made, ({ status, record, token }) =>
        c.json(
          {
            ...recordOf(record),
            ...(token ? { [TOKEN_FIELDS.newToken.token]: token.reveal() } : {}),
          },
          status,
          {
            'cache-control': 'no-store',
            etag: `"${record.version}"`,
            location: ENDPOINTS.token.path.replace(':id', record.id),
          },
        ),
      );
    },
  );

  app.get(
    ENDPOINTS.token.path,
    describe({
      tag: TAG,
      summary: 'One record',
      success: { status: 200, schema: apiTokenSchema },
      errors: [401, 403, 404],
    }),
    withCaller,
    managersOnly,
    (c) => answer(c, show(callOf(c), pathId(c)), (token) => withRecord(c, token)),
  );

  app.post(
    ENDPOINTS.save.path,
    describe({
      tag: TAG,
      summary: 'Save: pending becomes active; by its creator only',
      body: saveSchema,
      success: { status: 200, schema: apiTokenSchema },
      errors: [...BODY_ERRORS, 401, 403, 404, 409],
    }),
    auditRefusals('save'),
    takeBody,
    withCaller,
    managersOnly,
    (c) => {
      const body = readJson(c);
      if (!body.ok) return refuse(c, body.error);
      const parsed = saveSchema.safeParse(body.value, { reportInput: true });
      if (!parsed.success) return refuse(c, invalid(faultsOf(parsed.error.issues)));
      const saved = save(callOf(c), pathId(c), parsed.data[TOKEN_FIELDS.save.generation]);
      return answer(c, saved, (token) => withRecord(c, token));
    },
  );

  app.put(
    ENDPOINTS.edit.path,
    describe({
      tag: TAG,
      summary: 'Replaces name, description, permissions and expires_on of an active token',
      headers: [
        { name: 'if-match', required: true, description: 'The version, bare or in quotes' },
      ],
      body: tokenEditSchema,
      success: { status: 200, schema: apiTokenSchema },
      errors: [...BODY_ERRORS, 401, 403, 404, 409, 412, 428],
    }),
    auditRefusals('edit'),
    takeBody,
    withCaller,
    managersOnly,
    (c) => {
      const { caller, tree, now } = c.var;
      const body = readJson(c);
      if (!body.ok) return refuse(c, body.error);
      const changed = edit(callOf(c), pathId(c), c.req.header('if-match'), (token) =>
        parseEdit(body.value, caller, tree, token, now),
      );
      return answer(c, changed, (token) => withRecord(c, token));
    },
  );

  app.delete(
    ENDPOINTS.cancel.path,
    describe({
      tag: TAG,
      summary: 'Cancel: a pending token is discarded; an active one is revoked',
      success: { status: 204 },
      errors: [401, 403, 404, 413],
    }),
    auditRefusals('delete'),
    takeBody,
    withCaller,
    managersOnly,
    (c) => answer(c, remove(callOf(c), pathId(c)), () => noContent(c)),
  );
};
