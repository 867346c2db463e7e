import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import { type Permission, PERMISSIONS } from '../permissions.ts';
import { forTexts } from '../each-field.ts';
import { calendarDateSchema } from '../token-request.ts';
import { tokenSchema } from './contract.ts';
import { FIELDS, TOKEN_FIELDS } from './endpoints.ts';
import { TOKEN_STATES } from './port.ts';
import { toWire } from './wire.ts';

// What a client takes of an answer. The contract says how answers are written; here, what is odd
// about one entry costs that entry a mark or its place, and only what nothing can be done without
// makes the whole malformed. The answers come from whatever page is open, so nothing in them may be
// longer than a screen can bear.

/** Where a text is cut off, in UTF-16 units: far beyond the contract's 200 code points of a name. */
const MAX_TEXT = 500;

const cutAt = (max: number) => (text: string) =>
  // Not inside a surrogate pair.
  text.length > max ? `${text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

const text = (max = MAX_TEXT) => orElse(z.pipe(z.string(), z.transform(cutAt(max))), '');
/** A text that half of would be another one: whole, or none. */
const whole = (max: number) => orElse(z.string().check(z.maxLength(max)), '');
const address = z.string().check(z.minLength(1), z.maxLength(254));
const uuid = z
  .string()
  .check(z.toLowerCase(), z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
/** Whether this runtime knows the zone is asked where it is used. */
const timeZone = orElse(z.string().check(z.regex(/^[\w+:/-]{1,100}$/)), '');
const count = z.int().check(z.nonnegative());
const instant = orElse(z.nullable(z.iso.datetime({ offset: true })), null);

/** The entries that a schema takes, in their order; the others fall away. */
const listOf = <Entry extends z.ZodMiniType>(schema: Entry) =>
  z.pipe(
    z.array(z.unknown()),
    z.transform((entries: unknown[]): z.output<Entry>[] =>
      entries.flatMap((each) => {
        const { data } = schema.safeParse(each);
        return data === undefined ? [] : [data];
      }),
    ),
  );

const permission = z.enum(PERMISSIONS);
const eachOnce = (permissions: Permission[]): Permission[] => [...new Set(permissions)];

const { tenant, user, sessionKey, sessionTenant, session, list, error, fieldError } = FIELDS;
const { token, newToken } = TOKEN_FIELDS;

/** One of `GET /tenants`. */
export const tenantReading = z.object({
  [tenant.id]: uuid,
  [tenant.name]: text(),
  [tenant.parentId]: orElse(z.nullable(uuid), null),
  [tenant.timeZone]: timeZone,
});

/** `GET /tenants`: null in the place of what is no tenant. `total` is undefined where the platform does not count. */
export const tenantsReading = z.object({
  [list.items]: z.array(orElse(z.nullable(tenantReading), null)),
  [list.total]: orElse(z.optional(count), undefined),
});

/** `GET /session`. What is not plainly granted is not granted. */
export const sessionReading = z.object({
  [session.user]: z.nullish(
    z.object({ [user.name]: text(), [user.email]: address, [user.role]: text() }),
  ),
  [session.key]: orElse(
    z.optional(z.object({ [sessionKey.id]: uuid, [sessionKey.name]: text() })),
    undefined,
  ),
  [session.tenant]: z.object({
    [sessionTenant.id]: uuid,
    [sessionTenant.name]: text(),
    [sessionTenant.url]: whole(200),
    [sessionTenant.apiUrl]: whole(200),
    [sessionTenant.timeZone]: timeZone,
    [sessionTenant.language]: whole(200),
  }),
  [session.canManageTokens]: z.boolean(),
  [session.canUseAllTenants]: orElse(z.boolean(), false),
  [session.permissions]: orElse(z.pipe(listOf(permission), z.transform(eachOnce)), []),
});

const tokenShape = {
  [token.id]: uuid,
  ...toWire(
    token,
    forTexts((_, { maxInAnswers }) => text(Math.max(MAX_TEXT, maxInAnswers))),
  ),
  // What a token may do is taken as a whole, or not at all: part of it would pass for what was asked.
  [token.tenantId]: orElse(z.union([z.literal('all'), uuid]), ''),
  [token.anchorTenantId]: orElse(uuid, ''),
  [token.permissions]: orElse(z.pipe(z.array(permission), z.transform(eachOnce)), []),
  [token.expiresOn]: z.pipe(
    z.nullish(calendarDateSchema),
    z.transform((date) => date ?? null),
  ),
  [token.expiresAt]: instant,
  [token.state]: z.enum(TOKEN_STATES),
  [token.pendingUntil]: instant,
  [token.hint]: orElse(z.string().check(z.length(4)), ''),
  [token.generation]: count,
  [token.version]: orElse(count, 0),
  [token.createdAt]: orElse(z.iso.datetime({ offset: true }), ''),
  [token.createdBy]: orElse(address, ''),
  [token.onBehalfOf]: orElse(z.nullable(text()), null),
  [token.lastUsedAt]: instant,
} as const;

/** A token's record. */
export const tokenReading = z.object(tokenShape);

/** The answer to Next: the record and, while it is pending, the token. */
export const newTokenReading = z.object({
  ...tokenShape,
  [newToken.token]: z.optional(tokenSchema),
});

/** The body of a refusal. */
export const refusalReading = z.object({
  [error.message]: z.string(),
  [error.status]: z.int(),
  [error.fields]: orElse(
    listOf(
      z.object({
        [fieldError.field]: z.string().check(z.maxLength(100)),
        [fieldError.code]: whole(100),
        [fieldError.max]: orElse(z.optional(count), undefined),
      }),
    ),
    [],
  ),
});
