import * as z from 'zod/mini';
import { ALL_TENANTS } from './all-tenants.ts';
import { type CalendarDate, datesIn, parseCalendarDate, todayIn } from './calendar.ts';
import { DEFAULT_EXPIRY, type ExpiryChoice, expiryDate, expiryError } from './expiry.ts';
import { defaultPermissions, inOrder, type Permission, PERMISSIONS } from './permissions.ts';
import { forTexts, NO_TEXTS, REQUEST_FIELDS } from './each-field.ts';
import {
  type Draft,
  type RequestField,
  TEXT_FIELDS,
  type TextRule,
  type TokenRequest,
} from './request-fields.ts';
import { err, ok, type Result } from './result.ts';
import { plainId } from './uuid.ts';

export { ALL_TENANTS } from './all-tenants.ts';
export type { Draft, RequestField, TokenRequest } from './request-fields.ts';

export const MAX_NAME = TEXT_FIELDS.name.max;
export const MAX_DESCRIPTION = TEXT_FIELDS.description.max;
export const MAX_ON_BEHALF_OF = 200;

/** The stable codes of a field's errors; the messages translate them. */
export const FIELD_ERROR_CODES = [
  'required',
  'too_long',
  'control_characters',
  'wrong_type',
  'unknown',
  'duplicate',
  'not_a_date',
  'in_the_past',
  'too_far',
  'exceeds_yours',
] as const;

export type FieldErrorCode = (typeof FIELD_ERROR_CODES)[number];

/** One fault of one field; `max` comes with `too_long`. */
export interface FieldError {
  readonly field: RequestField;
  readonly code: FieldErrorCode;
  readonly max?: number;
}

/** How many characters a person would count: Unicode code points, not UTF-16 units. */
export const codePoints = (text: string): number => Array.from(text).length;

// Besides the controls proper: line separators, the directional overrides that make a name read as
// another one, and halves of surrogate pairs, which no UTF-8 can carry.
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const CONTROL_BUT_LINE_BREAKS = /(?![\n\r\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
// Whatever is drawn as nothing is no name: spaces, characters of no width, fillers, marks with
// nothing to stand on, and the braille pattern without dots, which Unicode counts as a symbol.
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Cf}\p{Z}\p{M}\u2800]/u;

const fault = (code: FieldErrorCode, input: unknown, max?: number) => ({
  code: 'custom' as const,
  input,
  params: max === undefined ? { code } : { code, max },
});

const textSchema = ({ required, lines, max }: TextRule) => {
  const unseen = lines === 'one' ? CONTROL : CONTROL_BUT_LINE_BREAKS;
  const checked = z.string().check(({ value, issues }) => {
    if (unseen.test(value)) issues.push(fault('control_characters', value));
    else if (required && !VISIBLE.test(value)) issues.push(fault('required', value));
    else if (codePoints(value) > max) issues.push(fault('too_long', value, max));
  });
  if (lines === 'many') return checked;
  const trimmed = z.transform((text: string) => text.trim().normalize('NFC'));
  return z.pipe(z.pipe(z.string(), trimmed), checked);
};

const textSchemas = forTexts((_, rule) => textSchema(rule));

/** A token's name: trimmed, NFC, 1–100 characters, no control characters. */
export const nameSchema = textSchemas.name;

/** For whom a key asks, as the log shows it: at most 200 characters, no control characters. */
export const onBehalfOfSchema = z.string().check(({ value, issues }) => {
  if (CONTROL.test(value)) issues.push(fault('control_characters', value));
  else if (codePoints(value) > MAX_ON_BEHALF_OF) {
    issues.push(fault('too_long', value, MAX_ON_BEHALF_OF));
  }
});

/** At least one permission, none twice. */
const permissionsSchema = z.array(z.enum(PERMISSIONS)).check(({ value, issues }) => {
  if (value.length === 0) issues.push(fault('required', value));
  else if (new Set(value).size < value.length) issues.push(fault('duplicate', value));
});

/** A calendar date that exists. */
export const calendarDateSchema = z.pipe(
  z.string().check(({ value, issues }) => {
    if (parseCalendarDate(value) === undefined) issues.push(fault('not_a_date', value));
  }),
  z.transform((text: string) => text as CalendarDate),
);

/** One tenant's id or {@link ALL_TENANTS}. */
export const tenantIdSchema = z.string().check(z.minLength(1), z.maxLength(100));

const requestSchema = z.object({
  ...textSchemas,
  tenantId: tenantIdSchema,
  permissions: permissionsSchema,
  expiresOn: z.nullable(calendarDateSchema),
} satisfies Readonly<Record<RequestField, z.ZodMiniType>>);

/** The same where no permissions are asked for. */
const unpermittedSchema = z.extend(requestSchema, {
  permissions: z.array(z.enum(PERMISSIONS)).check(z.maxLength(0)),
});

const issueCode = (issue: z.core.$ZodIssue): { code: FieldErrorCode; max?: number } => {
  if (issue.code === 'custom') {
    const code = FIELD_ERROR_CODES.find((each) => each === issue.params?.['code']);
    const max: unknown = issue.params?.['max'];
    return { code: code ?? 'wrong_type', ...(typeof max === 'number' ? { max } : {}) };
  }
  if (issue.code === 'invalid_type') {
    return { code: issue.input === undefined ? 'required' : 'wrong_type' };
  }
  if (issue.code === 'too_small') return { code: 'required' };
  return { code: 'unknown' };
};

/** What the rules need to know of a tenant. */
interface ZonedTenant {
  readonly id: string;
  /** IANA name, perhaps one that this runtime does not know, or '' where there is none. */
  readonly timeZone: string;
}

/** What the rules need to know of the world: who asks, from where, and when. */
export interface RequestContext {
  /** The caller's own tenant: the anchor of {@link ALL_TENANTS}. */
  readonly anchor: ZonedTenant;
  /** The tenant of an id among those the caller may choose, undefined for any other. */
  readonly tenant: (id: string) => ZonedTenant | undefined;
  readonly canUseAllTenants: boolean;
  /** Nobody gives away more than they have. */
  readonly grantable: readonly Permission[];
  /** What is asked for at all; everything, where that is left out. The others are empty, whatever is typed. */
  readonly fields?: readonly RequestField[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** When the form was drawn, likewise: presets count from the day that was read. Now, where that is left out. */
  readonly drawnAt?: number | undefined;
}

/** What stands for the fields that are not asked for. */
const lacking = (
  fields: readonly RequestField[],
  { anchor }: RequestContext,
): Partial<Record<RequestField, unknown>> => {
  const empty: { readonly [Field in RequestField]: unknown } = {
    ...NO_TEXTS,
    tenantId: anchor.id,
    permissions: [],
    expiresOn: null,
  };
  return Object.fromEntries(
    REQUEST_FIELDS.flatMap((field) => (fields.includes(field) ? [] : [[field, empty[field]]])),
  );
};

const zoneOf = (tenantId: unknown, context: RequestContext): string | undefined => {
  if (tenantId === ALL_TENANTS) {
    return context.canUseAllTenants ? context.anchor.timeZone : undefined;
  }
  return typeof tenantId === 'string' ? context.tenant(tenantId)?.timeZone : undefined;
};

/**
 * The one set of rules for a new token: used by both faces before Next, and by the sandbox's server.
 * @param asked a request of which nothing is known yet
 * @param context who asks, and when
 * @returns the request, trimmed and in order, or every field's first error
 */
export const validateTokenRequest = (
  asked: { readonly [Field in RequestField]: unknown },
  context: RequestContext,
): Result<TokenRequest, FieldError[]> => {
  const { fields = REQUEST_FIELDS } = context;
  const { tenantId } = asked;
  const id = typeof tenantId === 'string' ? plainId(tenantId) : tenantId;
  const input = { ...asked, tenantId: id, ...lacking(fields, context) };
  const schema = fields.includes('permissions') ? requestSchema : unpermittedSchema;
  const parsed = schema.safeParse(input, { reportInput: true });
  const found = new Map<RequestField, FieldError>();
  const add = (field: RequestField, error: { code: FieldErrorCode; max?: number }): void => {
    if (!found.has(field)) found.set(field, { field, ...error });
  };
  for (const issue of parsed.error?.issues ?? []) {
    add(issue.path[0] as RequestField, issueCode(issue));
  }
  const zone = zoneOf(input.tenantId, context);
  if (zone === undefined) add('tenantId', { code: 'unknown' });
  const permissions = permissionsSchema.safeParse(input.permissions);
  if (permissions.data?.some((permission) => !context.grantable.includes(permission))) {
    add('permissions', { code: 'exceeds_yours' });
  }
  const date = z.nullable(calendarDateSchema).safeParse(input.expiresOn);
  if (zone !== undefined && date.success) {
    const code = expiryError(date.data, ...datesIn(zone, context.now));
    if (code !== undefined) add('expiresOn', { code });
  }
  if (!parsed.success || found.size > 0) return err([...found.values()]);
  return ok({ ...parsed.data, permissions: inOrder(parsed.data.permissions) });
};

/**
 * Checks what stands in a form. The end that was shown is the one that is asked for, whatever day it is by now.
 * @returns the request for Next, or each field's first error
 */
export const validateDraft = (
  draft: Draft,
  context: RequestContext,
): Result<TokenRequest, FieldError[]> => {
  const { anchor, now, drawnAt = now } = context;
  const today = todayIn(zoneOf(draft.tenantId, context) ?? anchor.timeZone, drawnAt);
  const { expiry, ownDate, ...asked } = draft;
  const typed = ownDate === '' ? undefined : ownDate;
  const expiresOn = expiry === 'date' ? typed : expiryDate(expiry, '', today);
  return validateTokenRequest({ ...asked, expiresOn }, context);
};

/** What a new form starts with. */
export const defaultDraft = (
  tenantId: string,
  grantable: readonly Permission[],
  preferred: { readonly expiry?: ExpiryChoice; readonly permissions?: readonly Permission[] } = {},
): Draft => ({
  ...NO_TEXTS,
  tenantId,
  permissions: preferred.permissions
    ? inOrder(preferred.permissions).filter((permission) => grantable.includes(permission))
    : defaultPermissions(grantable),
  expiry: preferred.expiry ?? DEFAULT_EXPIRY,
  ownDate: '',
});
