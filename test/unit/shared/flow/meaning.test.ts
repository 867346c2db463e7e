import { describe, expect, it } from 'vitest';
import {
  type AskedNext,
  cancelMeans,
  failureMeans,
  nextMeans,
  saveMeans,
} from '../../../../shared/flow/meaning.ts';
import { REQUEST_FIELDS } from '../../../../shared/each-field.ts';
import type { RequestField } from '../../../../shared/request-fields.ts';
import { err, ok } from '../../../../shared/result.ts';
import { type ApiError, type ApiToken, TOKEN_STATES } from '../../../../shared/tenant-api/port.ts';
import { day, HARBOUR, NORTH, place, record, tokenSecret, uuid } from '../examples.ts';

/** What each error means of Next, of a later Next, of Save and of Cancel. */
const ERRORS: readonly (readonly [ApiError, string, string, string, string])[] = [
  [{ code: 'signed_out' }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'forbidden' }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'not_found' }, 'refused', 'unknown', 'refused', 'out_of_sight'],
  [{ code: 'conflict' }, 'refused', 'unknown', 'dead', 'refused'],
  [{ code: 'invalid', fields: [] }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'refused', status: 413 }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'refused', status: 403, foreign: true }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'refused', status: 408 }, 'unknown', 'unknown', 'unknown', 'unknown'],
  [{ code: 'redirected' }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'other_origin' }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'rate_limited', retryAfterSeconds: 9 }, 'later', 'later', 'later', 'later'],
  [{ code: 'server_error', status: 500 }, 'unknown', 'unknown', 'unknown', 'unknown'],
  [{ code: 'malformed' }, 'unknown', 'unknown', 'unknown', 'unknown'],
  [{ code: 'timeout' }, 'unknown', 'unknown', 'unknown', 'unknown'],
  [{ code: 'unreachable' }, 'unknown', 'unknown', 'unknown', 'unknown'],
  [{ code: 'page_gone' }, 'unknown', 'unknown', 'unknown', 'unknown'],
  [{ code: 'page_forbids' }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'not_filled_in', said: 'Why.' }, 'refused', 'unknown', 'refused', 'refused'],
  [{ code: 'no_sign', said: 'What.' }, 'unknown', 'unknown', 'unknown', 'unknown'],
];

const told = record();
const asked: AskedNext = {
  told,
  capabilities: place().capabilities,
  mayBeMade: false,
  maker: null,
  keyOf: 'one_form',
};
const person: AskedNext = { ...asked, maker: told.createdBy, keyOf: 'one_token' };

describe('an error', () => {
  it.each(ERRORS)('%o means %s, after an open attempt %s, of Save %s, of Cancel %s', (...row) => {
    const [error, next, later, save, cancel] = row;
    expect(nextMeans(err(error), asked)).toEqual({ kind: next, error });
    expect(nextMeans(err(error), person)).toEqual({ kind: next, error });
    expect(nextMeans(err(error), { ...asked, mayBeMade: true })).toEqual({ kind: later, error });
    expect(saveMeans(err(error), { id: told.id, told })).toEqual(
      save === 'dead' ? { kind: save } : { kind: save, error },
    );
    expect(cancelMeans(err(error))).toEqual({ kind: cancel, error });
    expect(failureMeans(error)).toEqual({ kind: next, error });
  });
});

/** Each field in which a token can be another than the one that was told. */
const OTHER: readonly (readonly [string, Partial<ApiToken>])[] = [
  ['all tenants', { tenantId: 'all' }],
  ['another tenant', { tenantId: HARBOUR.id }],
  ['no tenant that anyone knows', { tenantId: '' }],
  ['another anchor', { anchorTenantId: HARBOUR.id }],
  ['one permission more', { permissions: ['read', 'delete'] }],
  ['another permission', { permissions: ['write'] }],
  ['no permission', { permissions: [] }],
  ['no end', { expiresOn: null }],
  ['a later end', { expiresOn: day('2027-01-01') }],
  ['an earlier end', { expiresOn: day('2026-03-11') }],
];

/** Where the last day, 8 June, is over: in every zone there is, and where nobody says when. */
const ENDS: readonly (readonly [string, string | null])[] = [
  ['in Rome', '2026-06-08T22:00:00Z'],
  ['as far east as there is land', '2026-06-08T10:00:00Z'],
  ['as far west as there are ships', '2026-06-09T12:00:00Z'],
  ['in a zone that someone made up, a day ahead', '2026-06-08T00:00:00Z'],
  ['in a zone that someone made up, a day behind', '2026-06-10T00:00:00Z'],
  ['in Rome, written with its offset', '2026-06-09T00:00:00+02:00'],
  ['at a time that nobody says', null],
];

/** When a token ends that was told to work until 8 June: nowhere is it that day any more. */
const LATE_ENDS: readonly (readonly [string, string])[] = [
  ['the day after the next', '2026-06-10T00:00:01Z'],
  ['years later', '2036-01-01T00:00:00Z'],
];

/** Of each field, one that is otherwise than told, and what the token is then. */
const FIELDS: {
  readonly [Field in RequestField]: readonly [ApiToken[Field], 'made' | 'otherwise'];
} = {
  name: ['Another', 'made'],
  description: ['Another', 'made'],
  tenantId: [HARBOUR.id, 'otherwise'],
  permissions: [['write'], 'otherwise'],
  expiresOn: [null, 'otherwise'],
};

describe('Next that brings a token', () => {
  const token = tokenSecret();
  const made = (changes: Partial<ApiToken>, by: AskedNext = asked) =>
    nextMeans(ok({ record: record(changes), token }), by);

  it('has made it where it is as told and waits', () => {
    expect(made({})).toEqual({ kind: 'made', record: told, token });
    expect(made({}, person).kind).toBe('made');
  });

  it.each(OTHER)('with %s is not the one that was told', (_, changes) => {
    expect(made(changes)).toEqual({ kind: 'otherwise', record: record(changes) });
  });

  it.each(ENDS)('has made it where its last day is over %s', (_, expiresAt) => {
    expect(made({ expiresAt }).kind).toBe('made');
  });

  it.each(LATE_ENDS)('is not the one that was told where it ends %s', (_, expiresAt) => {
    expect(made({ expiresAt }).kind).toBe('otherwise');
  });

  it('has made it where a token that never ends names an instant all the same', () => {
    const never = { ...asked, told: record({ expiresOn: null }) };
    expect(made({ expiresOn: null }, never).kind).toBe('made');
    expect(made({ expiresOn: null, expiresAt: null }, never).kind).toBe('made');
  });

  it.each(REQUEST_FIELDS)('is judged by its field %s', (field) => {
    const [value, kind] = FIELDS[field];
    expect(made({ [field]: value }).kind).toBe(kind);
  });

  it('that is as many permissions as told, of which one is another, is not the one', () => {
    const two = { ...asked, told: record({ permissions: ['read', 'write'] }) };
    expect(made({ permissions: ['read', 'delete'] }, two).kind).toBe('otherwise');
    expect(made({ permissions: ['read', 'read'] }, two).kind).toBe('otherwise');
    expect(made({ permissions: ['write', 'read'] }, two).kind).toBe('made');
  });

  it('writes its ids in capitals or not', () => {
    const ids = { tenantId: told.tenantId.toUpperCase(), anchorTenantId: NORTH.id.toUpperCase() };
    expect(made(ids).kind).toBe('made');
    expect(made(ids, person).kind).toBe('made');
  });

  it.each(TOKEN_STATES)('in state %s', (state) => {
    expect(made({ state }).kind).toBe(state === 'pending' ? 'made' : 'otherwise');
  });

  it('that would wait for ever is not the one', () => {
    expect(made({ pendingUntil: null }).kind).toBe('otherwise');
  });

  it('that works at once is the one where a platform holds none back', () => {
    const capabilities = { ...asked.capabilities, pending: false };
    const works = { state: 'active', pendingUntil: null } as const;
    expect(made(works, { ...asked, capabilities }).kind).toBe('made');
    expect(made({ ...works, tenantId: 'all' }, { ...asked, capabilities }).kind).toBe('otherwise');
  });

  it('may be someone else’s where a person asked, and another is named', () => {
    expect(made({ createdBy: 'ben@example.com' }, person).kind).toBe('someone_elses');
    expect(made({ anchorTenantId: HARBOUR.id }, person).kind).toBe('someone_elses');
    expect(made({ createdBy: uuid(9) }).kind).toBe('made');
  });

  it('is not held against an anchor that was not written down', () => {
    const before = { ...told, anchorTenantId: null };
    expect(made({ anchorTenantId: HARBOUR.id }, { ...asked, told: before }).kind).toBe('made');
    expect(made({ anchorTenantId: HARBOUR.id }, { ...person, told: before }).kind).toBe('made');
  });
});

describe('Next that is repeated and brings no token', () => {
  const repeated = (changes: Partial<ApiToken>, by: AskedNext) =>
    nextMeans(ok({ record: record(changes), token: undefined }), by).kind;

  it.each(TOKEN_STATES)('of a %s one', (state) => {
    expect(repeated({ state }, person)).toBe('unseen');
    // Another process may have been sent the same form; what still waits it has not delivered.
    expect(repeated({ state }, asked)).toBe(state === 'pending' ? 'unseen' : 'elsewhere');
  });

  it('is someone else’s before it is unseen', () => {
    expect(repeated({ createdBy: 'ben@example.com' }, person)).toBe('someone_elses');
  });
});

describe('Save that is answered', () => {
  const saved = (changes: Partial<ApiToken>) =>
    saveMeans(ok(record(changes)), { id: told.id, told });

  it.each([
    ['active', { kind: 'works', record: record({ state: 'active' }) }],
    ['pending', { kind: 'unknown', error: { code: 'malformed' } }],
    ['expired', { kind: 'dead' }],
    ['discarded', { kind: 'dead' }],
    ['revoked', { kind: 'dead' }],
  ] as const)('with a token that is %s', (state, meaning) => {
    expect(saved({ state })).toEqual(meaning);
  });

  it('with another token says nothing of this one', () => {
    for (const state of TOKEN_STATES) {
      expect(saved({ id: uuid(5), state })).toEqual({
        kind: 'unknown',
        error: { code: 'malformed' },
      });
    }
    expect(saved({ id: told.id.toUpperCase(), state: 'active' }).kind).toBe('works');
  });

  it.each(LATE_ENDS)('with a token that ends %s is not the one that was told', (_, expiresAt) => {
    expect(saved({ state: 'active', expiresAt }).kind).toBe('otherwise');
  });

  it.each(OTHER)('with a token that works, with %s, is not the one that was told', (_, changes) => {
    const other = { ...changes, state: 'active' } as const;
    expect(saved(other)).toEqual({ kind: 'otherwise', record: record(other) });
  });
});

describe('Cancel that is answered', () => {
  it('has ended the token', () => {
    expect(cancelMeans(ok(undefined))).toEqual({ kind: 'gone' });
  });
});
