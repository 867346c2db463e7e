import * as z from 'zod/mini';
import { err, ok, type Result } from '../../../shared/result.ts';
import { tokenEditSchema, tokenRequestSchema } from '../../../shared/tenant-api/contract.ts';
import { forTexts, REQUEST_FIELDS } from '../../../shared/each-field.ts';
import { TOKEN_FIELDS } from '../../../shared/tenant-api/endpoints.ts';
import { fromWire } from '../../../shared/tenant-api/wire.ts';
import {
  ALL_TENANTS,
  type RequestContext,
  type TokenRequest,
  validateTokenRequest,
} from '../../../shared/token-request.ts';
import { faultsOf } from '../http/faults.ts';
import type { Caller } from '../rules/caller.ts';
import { dayZone } from '../rules/expires-at.ts';
import { asWritten } from '../rules/id.ts';
import type { StoredToken } from '../rules/life-cycle.ts';
import type { Fault } from '../rules/refusal.ts';
import { reach, type TenantTree } from '../rules/tenant-tree.ts';
import type { Edit } from './change.ts';
import type { ParsedNext } from './next.ts';

const NAMES = TOKEN_FIELDS.request;

// The shared rules judge these, value by value; the forms are asked for all the rest.
const JUDGED: readonly string[] = REQUEST_FIELDS.map((field) => NAMES[field]);

const anObject = z.record(z.string(), z.unknown());

const judge = (
  input: Parameters<typeof validateTokenRequest>[0],
  context: RequestContext,
  others: readonly Fault[],
): Result<TokenRequest, Fault[]> => {
  const request = validateTokenRequest(input, context);
  if (request.ok && others.length === 0) return request;
  const own = request.ok
    ? []
    : request.error.map(({ field, ...rest }) => ({ field: NAMES[field], ...rest }));
  return err([...own, ...others]);
};

const othersIn = (schema: z.ZodMiniType, body: unknown): Fault[] =>
  faultsOf(schema.safeParse(body, { reportInput: true }).error?.issues ?? []).filter(
    ({ field }) => !JUDGED.includes(field),
  );

/** A tenant as the shared rules ask for it, who need to know what day it is there. */
const zoned = (
  tree: TenantTree,
  id: string,
): { readonly id: string; readonly timeZone: string } => ({
  id,
  timeZone: dayZone(tree.get(id)),
});

/**
 * Parses the body of a Next.
 * @param at milliseconds since the epoch: on what day "not before today" is judged
 * @returns the request in its normal form, or every field's first fault under its name on the wire
 */
export const parseNext = (
  body: unknown,
  caller: Caller,
  tree: TenantTree,
  at: number,
): Result<ParsedNext, Fault[]> => {
  const others = othersIn(tokenRequestSchema, body);
  const given = anObject.safeParse(body);
  if (!given.success) return err(others);
  if (caller.kind === 'user' && Object.hasOwn(given.data, NAMES.onBehalfOf)) {
    others.unshift({ field: NAMES.onBehalfOf, code: 'not_allowed' });
  }
  const wire = fromWire(NAMES, given.data);
  const choosable = reach(tree, caller.scope);
  const request = judge(
    {
      ...wire,
      ...forTexts((field, { required }) =>
        wire[field] === undefined && !required ? '' : wire[field],
      ),
      tenantId: asWritten(wire.tenantId),
      expiresOn: wire.expiresOn === undefined ? null : wire.expiresOn,
    },
    {
      anchor: zoned(tree, caller.scope.tenantId),
      tenant: (id) => (choosable.has(id) ? zoned(tree, id) : undefined),
      canUseAllTenants: caller.scope.kind === 'all',
      grantable: caller.permissions,
      now: at,
    },
    others,
  );
  if (!request.ok) return request;
  const onBehalfOf = tokenRequestSchema.safeParse(body).data?.[NAMES.onBehalfOf]?.trim();
  return ok({ request: request.value, onBehalfOf: onBehalfOf || null });
};

/**
 * Parses the body of an edit of a token: its tenants stay, and so does the zone of its days.
 * @param now milliseconds since the epoch
 */
export const parseEdit = (
  body: unknown,
  caller: Caller,
  tree: TenantTree,
  token: StoredToken,
  now: number,
): Result<Edit, Fault[]> => {
  const others = othersIn(tokenEditSchema, body);
  const given = anObject.safeParse(body);
  if (!given.success) return err(others);
  if (Object.hasOwn(given.data, NAMES.tenantId)) {
    others.push({ field: NAMES.tenantId, code: 'unknown_member' });
  }
  const wire = fromWire(NAMES, given.data);
  const tenant = zoned(tree, token.scope.tenantId);
  const request = judge(
    { ...wire, tenantId: token.scope.kind === 'all' ? ALL_TENANTS : tenant.id },
    {
      anchor: tenant,
      tenant: () => tenant,
      canUseAllTenants: true,
      grantable: caller.permissions,
      now,
    },
    others,
  );
  if (!request.ok) return request;
  const { tenantId: _, ...edit } = request.value;
  return ok(edit);
};
