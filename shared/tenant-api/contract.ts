import * as z from 'zod/mini';
import { isTimeZone } from '../calendar.ts';
import { PERMISSIONS } from '../permissions.ts';
import { forTexts } from '../each-field.ts';
import { calendarDateSchema, MAX_ON_BEHALF_OF, onBehalfOfSchema } from '../token-request.ts';
import { FIELDS, TOKEN_FIELDS } from './endpoints.ts';
import { TOKEN_STATES } from './port.ts';
import { toWire } from './wire.ts';

// The answers come from whatever page is open: nothing in them may be longer than a screen can
// bear, and what is later used as a zone or a date must be one.
const short = z.string().check(z.maxLength(200));
// RFC 5321 allows an e-mail address 254 characters.
const address = z.string().check(z.maxLength(254));
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const timeZone = z.string().check(z.maxLength(100), z.refine(isTimeZone));
const instant = z.iso.datetime();
const count = z.int().check(z.nonnegative());
const permissions = z.array(z.enum(PERMISSIONS)).check(z.maxLength(PERMISSIONS.length));

const { tenant, user, sessionKey, sessionTenant, session, list, error, fieldError } = FIELDS;
const { token, newToken, save, request } = TOKEN_FIELDS;

/** A schema for each name on the wire. */
type Shape<Names> = Readonly<Record<Names[keyof Names] & string, z.ZodMiniType>>;

/** `GET /tenants`, one of its items. */
export const tenantSchema = z.object({
  [tenant.id]: uuid,
  [tenant.name]: short,
  [tenant.parentId]: z.nullable(uuid),
  [tenant.timeZone]: timeZone,
});

/** `GET /session`: a person (`user`) or a key (`key`, and `user` null). */
export const sessionSchema = z.object({
  [session.user]: z.nullable(
    z.object({ [user.name]: short, [user.email]: address, [user.role]: short }),
  ),
  [session.key]: z.optional(z.object({ [sessionKey.id]: uuid, [sessionKey.name]: short })),
  [session.tenant]: z.object({
    [sessionTenant.id]: uuid,
    [sessionTenant.name]: short,
    [sessionTenant.url]: short,
    [sessionTenant.apiUrl]: short,
    [sessionTenant.timeZone]: timeZone,
    [sessionTenant.language]: short,
  }),
  [session.canManageTokens]: z.boolean(),
  [session.canUseAllTenants]: z.boolean(),
  [session.permissions]: permissions,
});

/** A page of a list. */
export const listSchema = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    [list.items]: z.array(item).check(z.maxLength(200)),
    [list.pageNumber]: count,
    [list.pageSize]: count,
    [list.total]: count,
  });

const tokenShape = {
  [token.id]: uuid,
  ...toWire(
    token,
    forTexts((_, { maxInAnswers }) => z.string().check(z.maxLength(maxInAnswers))),
  ),
  [token.tenantId]: z.union([uuid, z.literal('all')]),
  [token.anchorTenantId]: uuid,
  [token.permissions]: permissions,
  [token.expiresOn]: z.nullable(calendarDateSchema),
  [token.expiresAt]: z.nullable(instant),
  [token.state]: z.enum(TOKEN_STATES),
  [token.pendingUntil]: z.nullable(instant),
  [token.hint]: z.string().check(z.length(4)),
  [token.generation]: count,
  [token.version]: count,
  [token.createdAt]: instant,
  [token.createdBy]: address,
  // The rule counts code points, `maxLength` UTF-16 units.
  [token.onBehalfOf]: z.nullable(z.string().check(z.maxLength(2 * MAX_ON_BEHALF_OF))),
  [token.lastUsedAt]: z.nullable(instant),
} as const satisfies Shape<typeof token>;

/** A token's record. */
export const apiTokenSchema = z.object(tokenShape);

/** 44 characters: standard base64 of 32 bytes, as the vendor documents it. */
export const tokenSchema = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));

/** The answer to Next: the record and, while it is pending, the token. */
export const newTokenSchema = z.object({
  ...tokenShape,
  [newToken.token]: z.optional(tokenSchema),
});

/**
 * The form of a Next; the rules on the values are `validateTokenRequest`'s. Unknown members are
 * refused: a scope that is silently dropped would widen a token.
 */
export const tokenRequestSchema = z.strictObject({
  ...toWire(
    request,
    forTexts((_, { required }) => (required ? z.string() : z.optional(z.string()))),
  ),
  [request.tenantId]: z.string(),
  [request.permissions]: z.array(z.string()),
  [request.expiresOn]: z.optional(z.nullable(z.string())),
  [request.onBehalfOf]: z.optional(onBehalfOfSchema),
} satisfies Shape<typeof request>);

/** The form of an edit: all that can be replaced, every member of it. */
export const tokenEditSchema = z.strictObject({
  ...toWire(
    request,
    forTexts(() => z.string()),
  ),
  [request.permissions]: z.array(z.string()),
  [request.expiresOn]: z.nullable(z.string()),
} satisfies Shape<Omit<typeof request, 'tenantId' | 'onBehalfOf'>>);

/** The body of Save. */
export const saveSchema = z.strictObject({ [save.generation]: count });

/** An error's body; `fields` comes with a 422. */
export const errorSchema = z.object({
  [error.message]: z.string(),
  [error.status]: z.int(),
  [error.fields]: z.optional(
    z
      .array(
        z.object({
          [fieldError.field]: z.string().check(z.maxLength(100)),
          [fieldError.code]: z.string().check(z.maxLength(100)),
          [fieldError.max]: z.optional(z.int()),
        }),
      )
      .check(z.maxLength(50)),
  ),
});
