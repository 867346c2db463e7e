import * as fc from 'fast-check';
import { forTexts, REQUEST_FIELDS } from '../../../shared/each-field.ts';
import { EXPIRY_CHOICES } from '../../../shared/expiry.ts';
import type { NextOutcome, Operation, Place } from '../../../shared/flow/state.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import { secret } from '../../../shared/secret.ts';
import {
  type ApiError,
  type ApiToken,
  type Session,
  type Tenant,
  TOKEN_STATES,
} from '../../../shared/tenant-api/port.ts';
import { FIELD_ERROR_CODES, type Draft, type FieldError } from '../../../shared/token-request.ts';
import { day, NOW, tokenValue, uuid } from './examples.ts';

const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ maxLength: 20 }));
/** A name as a client keeps it: whoever has none goes by something else. */
const name = text.map((each) => (each.trim() === '' ? 'No name' : each));
const id = fc.nat(0xffff).map(uuid);
const timeZone = fc.constantFrom('Europe/Rome', 'Pacific/Auckland', 'Pacific/Honolulu', 'UTC');
const permissions = fc.subarray([...PERMISSIONS]);
const instants = fc
  .integer({ min: NOW - 86_400_000, max: NOW + 86_400_000 })
  .map((ms) => new Date(ms).toISOString());
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2037-01-01'), noInvalidDate: true })
  .map((each) => day(each.toISOString().slice(0, 10)));

const tokens = fc.nat(0xffff_ffff).map((n) => secret(tokenValue(n)));

const tenants: fc.Arbitrary<Tenant> = fc.record({
  id,
  name,
  parentId: fc.option(id),
  timeZone,
});

const sessions: fc.Arbitrary<Session> = fc
  .record({
    user: fc.option(fc.record({ name, email: name, role: text })),
    key: fc.option(fc.record({ id, name: text }), { nil: undefined }),
    tenant: fc.record({ id, name, url: text, apiUrl: text, timeZone, language: text }),
    canManageTokens: fc.boolean(),
    canUseAllTenants: fc.boolean(),
    permissions,
  })
  .map((session) => session);

export const places: fc.Arbitrary<Place> = fc.record({
  origin: fc.webUrl(),
  way: fc.constantFrom('contract' as const, 'cockpit' as const),
  session: sessions,
  tenants: fc.array(tenants, { maxLength: 3 }),
  tenantsTotal: fc.nat(300),
  capabilities: fc.record({
    pending: fc.constantFrom(true, false, 'unknown' as const),
    idempotency: fc.boolean(),
    fields: fc.subarray([...REQUEST_FIELDS]),
    person: fc.boolean(),
    tenants: fc.constantFrom('listed' as const, 'named' as const, 'unknown' as const),
    resumes: fc.boolean(),
  }),
});

/** Anything may stand in a form, halves of emoji too. */
export const drafts: fc.Arbitrary<Draft> = fc.record({
  ...forTexts(() => text),
  name: fc.oneof(text, fc.string({ unit: 'binary' })),
  tenantId: fc.oneof(id, fc.constant('all')),
  permissions,
  expiry: fc.constantFrom(...EXPIRY_CHOICES),
  ownDate: fc.oneof(fc.constant(''), date),
});

const requests = fc.record({
  ...forTexts(() => text),
  tenantId: fc.oneof(id, fc.constant('all')),
  permissions,
  expiresOn: fc.option(date),
});

const records: fc.Arbitrary<ApiToken> = fc.record({
  id,
  ...forTexts(() => text),
  tenantId: fc.oneof(id, fc.constant('all')),
  anchorTenantId: id,
  permissions,
  expiresOn: fc.option(date),
  expiresAt: fc.option(instants),
  state: fc.constantFrom(...TOKEN_STATES),
  pendingUntil: fc.option(instants),
  hint: fc.stringMatching(/^[A-Za-z0-9+/]{4}$/),
  generation: fc.nat(9),
  version: fc.nat(9),
  createdAt: instants,
  createdBy: text,
  onBehalfOf: fc.option(text),
  lastUsedAt: fc.option(instants),
});

const fieldErrors: fc.Arbitrary<FieldError> = fc.record(
  {
    field: fc.constantFrom(...REQUEST_FIELDS),
    code: fc.constantFrom(...FIELD_ERROR_CODES),
    max: fc.nat(500),
  },
  { requiredKeys: ['field', 'code'] },
);

const plainErrors = fc.constantFrom<ApiError>(
  { code: 'signed_out' },
  { code: 'forbidden' },
  { code: 'not_found' },
  { code: 'conflict' },
  { code: 'malformed' },
  { code: 'redirected' },
  { code: 'timeout' },
  { code: 'unreachable' },
  { code: 'page_gone' },
  { code: 'page_forbids' },
  { code: 'other_origin' },
);

export const errors: fc.Arbitrary<ApiError> = fc
  .tuple(
    fc.oneof(
      { arbitrary: plainErrors, weight: 3 },
      fc.array(fieldErrors, { maxLength: 3 }).map((fields): ApiError => ({
        code: 'invalid',
        fields,
      })),
      fc.integer({ min: 1, max: 3600 }).map((retryAfterSeconds): ApiError => ({
        code: 'rate_limited',
        retryAfterSeconds,
      })),
      fc
        .tuple(fc.integer({ min: 400, max: 499 }), fc.boolean())
        .map(([status, foreign]): ApiError =>
          foreign ? { code: 'refused', status, foreign } : { code: 'refused', status },
        ),
      fc.integer({ min: 500, max: 599 }).map((status): ApiError => ({
        code: 'server_error',
        status,
      })),
    ),
    fc.option(fc.stringMatching(/^[\w-]{1,64}$/), { nil: undefined }),
  )
  .map(([error, requestId]) => (requestId === undefined ? error : { ...error, requestId }));

export const outcomes: fc.Arbitrary<NextOutcome> = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant('made' as const),
      record: records.map((record) => ({ ...record, state: 'pending' as const })),
      token: tokens,
    }),
    weight: 3,
  },
  fc.record({ kind: fc.constant('refused' as const), error: errors }),
  fc.record({ kind: fc.constant('unknown' as const), error: errors }),
  fc.constant({ kind: 'other_person' } as const),
  fc.constant({ kind: 'otherwise' } as const),
  fc.record({ kind: fc.constant('unseen' as const), record: records }),
  fc.record({
    kind: fc.constant('left' as const),
    record: records.map((record) => ({ ...record, state: 'active' as const })),
    otherwise: fc.boolean(),
    error: errors,
  }),
);

const otherwise = fc.option(fc.boolean(), { nil: undefined });
const filled = { place: places, draft: drafts };
const asked = {
  ...filled,
  request: requests,
  key: fc.uuid(),
  attempt: fc.integer({ min: 1, max: 9 }),
};

/** Every step that outlives a closed popup, with anything in it. */
export const operations: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ step: fc.constant('working' as const), ...asked }),
  fc.record({ step: fc.constant('unknown' as const), ...asked, error: errors }),
  fc.record({
    step: fc.constant('token' as const),
    ...filled,
    record: records,
    token: tokens,
    copied: fc.boolean(),
    confirming: fc.boolean(),
    saveTried: fc.boolean(),
    notice: fc.option(errors, { nil: undefined }),
  }),
  fc.record({
    step: fc.constant('saving' as const),
    ...filled,
    record: records,
    token: fc.option(tokens),
    copied: fc.boolean(),
    saveTried: fc.boolean(),
  }),
  fc.record({ step: fc.constant('cancelling' as const), ...filled, record: records, otherwise }),
  fc.record({
    step: fc.constant('unconfirmed' as const),
    ...filled,
    record: records,
    wanted: fc.constantFrom('save' as const, 'cancel' as const),
    otherwise,
    error: fc.option(errors, { nil: undefined }),
  }),
  fc.record({ step: fc.constant('saved' as const), ...filled, record: records }),
  fc.record({
    step: fc.constant('failed' as const),
    ...filled,
    reason: fc.constantFrom('lapsed' as const, 'dead' as const, 'unseen' as const),
    record: fc.option(records),
  }),
);

/**
 * How many values of a sample, the same one at each run, have a quality: whether a generator gives
 * what a property is about is no matter of luck.
 */
export const hits = <T>(arbitrary: fc.Arbitrary<T>, has: (value: T) => boolean): number =>
  fc.sample(arbitrary, { numRuns: 1000, seed: 20_260_310 }).filter(has).length;
