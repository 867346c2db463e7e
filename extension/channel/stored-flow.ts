import * as z from 'zod/mini';
import { secret } from '../../shared/secret.ts';
import {
  requestFieldSchema,
  storedDraftSchema,
  storedRequestSchema,
} from '../../shared/stored-request.ts';
import { type FieldError, FIELD_ERROR_CODES } from '../../shared/token-request.ts';
import {
  asSession,
  asTenant,
  asToken,
  sessionToWire,
  tenantToWire,
  tokenToWire,
} from '../../shared/tenant-api/codec.ts';
import type { ApiError } from '../../shared/tenant-api/port.ts';
import { sessionReading, tenantReading, tokenReading } from '../../shared/tenant-api/reading.ts';
import { anyTokenSchema } from './any-token.ts';
import type { Form, Notice, Operation, Place } from '../../shared/flow/state.ts';

const errorCodes = [
  'signed_out',
  'forbidden',
  'not_found',
  'conflict',
  'invalid',
  'rate_limited',
  'refused',
  'server_error',
  'malformed',
  'redirected',
  'timeout',
  'unreachable',
  'page_gone',
  'page_forbids',
  'other_origin',
  'not_filled_in',
  'no_sign',
] as const satisfies readonly ApiError['code'][];

/** What is wrong with fields, as the store keeps it. */
export const fieldErrorsSchema = z.pipe(
  z.array(
    z.object({
      field: requestFieldSchema,
      code: z.enum(FIELD_ERROR_CODES),
      max: z.optional(z.int()),
    }),
  ),
  // Written by this build alone, so `max` is there or not as belongs to the code.
  z.transform((errors) => errors as readonly FieldError[]),
);

const noticeSchema = z.pipe(
  z.object({
    code: z.enum([
      ...errorCodes,
      'discarded',
      'cancelled',
      'other_person',
      'abandoned',
      'forgotten',
      'not_as_asked',
      'not_revoked',
    ]),
    said: z.optional(z.string()),
    status: z.optional(z.int()),
    foreign: z.optional(z.literal(true)),
    retryAfterSeconds: z.optional(z.int()),
    requestId: z.optional(z.string()),
    fields: z.optional(fieldErrorsSchema),
  }),
  // Written by `toStored` alone, so the members are those that belong to the code.
  z.transform((notice) => notice as Notice),
);
const errorSchema = z.pipe(
  noticeSchema,
  z.transform((notice) => notice as ApiError),
);

/** A place, with the platform's parts in the wire's form, which has its schemas already. */
export const placeSchema = z.pipe(
  z.object({
    origin: z.string(),
    way: z.enum(['contract', 'cockpit']),
    session: sessionReading,
    tenants: z.array(tenantReading),
    tenantsTotal: z.int(),
    tenantsMissing: z.optional(z.boolean()),
    capabilities: z.object({
      pending: z.union([z.boolean(), z.literal('unknown')]),
      idempotency: z.boolean(),
      fields: z.array(requestFieldSchema),
      person: z.boolean(),
      tenants: z.enum(['listed', 'named', 'unknown']),
      resumes: z.boolean(),
    }),
  }),
  z.transform((stored): Place => ({
    ...stored,
    session: asSession(stored.session),
    tenants: stored.tenants.map(asTenant),
  })),
);

/** The plain form of a place, which {@link placeSchema} reads. */
export type PlainPlace = Omit<Place, 'session' | 'tenants'> & {
  readonly session: z.output<typeof sessionReading>;
  readonly tenants: readonly z.output<typeof tenantReading>[];
};

/** Makes a place plain. */
export const placeToPlain = (place: Place): object => ({
  ...place,
  session: sessionToWire(place.session),
  tenants: place.tenants.map(tenantToWire),
});

const record = z.pipe(tokenReading, z.transform(asToken));
const token = z.pipe(anyTokenSchema, z.transform(secret));
const otherwise = z.optional(z.boolean());
const filled = { place: placeSchema, draft: storedDraftSchema };
const asked = {
  ...filled,
  key: z.string(),
  attempt: z.int(),
  request: storedRequestSchema,
};

const operationSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('working'), ...asked }),
  z.object({ step: z.literal('unknown'), ...asked, error: z.optional(errorSchema) }),
  z.object({
    step: z.literal('token'),
    ...filled,
    record,
    token,
    copied: z.boolean(),
    confirming: z.boolean(),
    saveTried: z.boolean(),
    notice: z.optional(noticeSchema),
  }),
  z.object({
    step: z.literal('saving'),
    ...filled,
    record,
    token: z.nullable(token),
    copied: z.boolean(),
    saveTried: z.boolean(),
  }),
  z.object({ step: z.literal('cancelling'), ...filled, record, otherwise }),
  z.object({
    step: z.literal('unconfirmed'),
    ...filled,
    record,
    wanted: z.enum(['save', 'cancel']),
    otherwise,
    error: z.optional(errorSchema),
  }),
  z.object({ step: z.literal('saved'), ...filled, record }),
  z.object({
    step: z.literal('failed'),
    ...filled,
    reason: z.enum(['lapsed', 'dead', 'unseen']),
    record: z.nullable(record),
  }),
]);

const formSchema = z.object({
  step: z.literal('form'),
  ...filled,
  errors: fieldErrorsSchema,
  notice: z.optional(noticeSchema),
});

/**
 * The plain form of an operation, or of the form that one led back to, for a store that lives in
 * memory only: it holds the token while it is pending, unredacted.
 */
export const toStored = (operation: Operation | Form): object => ({
  ...operation,
  place: placeToPlain(operation.place),
  ...('record' in operation && operation.record ? { record: tokenToWire(operation.record) } : {}),
  ...('token' in operation ? { token: operation.token?.reveal() ?? null } : {}),
});

/** Reads what {@link toStored} wrote; undefined for anything else. */
export const fromStored = (stored: unknown): Operation | undefined =>
  operationSchema.safeParse(stored).data;

/** Reads what {@link toStored} wrote of a form; undefined for anything else. */
export const fromStoredForm = (stored: unknown): Form | undefined =>
  formSchema.safeParse(stored).data;
