import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, Notice, Operation } from '../../../../shared/flow/state.ts';
import { storedDraftSchema } from '../../../../shared/stored-request.ts';
import {
  fromStored,
  fromStoredForm,
  placeSchema,
  placeToPlain,
  toStored,
} from '../../../../extension/channel/stored-flow.ts';
import { drafts, errors, operations, places } from '../../shared/arbitraries.ts';
import { PATIENCE, place } from '../../shared/examples.ts';
import { form, STATES } from '../../shared/flow/states.ts';

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The same state with its secret in plain sight, for comparison. */
const revealed = (state: Operation): object =>
  'token' in state ? { ...state, token: state.token?.reveal() ?? null } : state;

describe('an operation', PATIENCE, () => {
  it('survives being stored, whatever stands in it', () => {
    fc.assert(
      fc.property(operations, (operation) => {
        const back = fromStored(throughJson(toStored(operation)));
        expect(back && revealed(back)).toEqual(revealed(operation));
      }),
      { numRuns: 400 },
    );
  });

  it('can be stored again as it came back', () => {
    fc.assert(
      fc.property(operations, (operation) => {
        const once = throughJson(toStored(operation));
        const back = fromStored(once);
        expect(back && throughJson(toStored(back))).toEqual(once);
      }),
      { numRuns: 150 },
    );
  });

  it('is not read from anything else', () => {
    for (const other of [undefined, null, 0, '', [], {}, { step: 'token' }, { step: 'loading' }]) {
      expect(fromStored(other)).toBeUndefined();
    }
    const { token: _, ...withoutToken } = toStored(STATES.token) as { token: string };
    expect(fromStored(withoutToken)).toBeUndefined();
    expect(fromStored({ ...withoutToken, token: 'not a token' })).toBeUndefined();
    expect(fromStored({ ...toStored(STATES.saved), record: { id: 1 } })).toBeUndefined();
  });

  it('never throws for any JSON value in its place', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(fromStored(value)).toBeUndefined();
      }),
    );
  });
});

describe('a form that an operation led back to', PATIENCE, () => {
  const forms: fc.Arbitrary<Form> = fc.record({
    step: fc.constant('form' as const),
    place: places,
    draft: drafts,
    errors: fc.constantFrom<Form['errors']>([], [{ field: 'name', code: 'too_long', max: 100 }]),
    notice: fc.option(errors, { nil: undefined }),
  });

  it('survives being stored, and is no operation', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const stored = throughJson(toStored(form));
        expect(fromStoredForm(stored)).toEqual(form);
        expect(fromStored(stored)).toBeUndefined();
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is to be said above a form', () => {
  it.each<Notice>([
    { code: 'discarded' },
    { code: 'other_person' },
    { code: 'abandoned' },
    { code: 'forgotten' },
    { code: 'not_as_asked' },
    { code: 'not_revoked' },
    { code: 'signed_out' },
    { code: 'forbidden' },
    { code: 'not_found' },
    { code: 'conflict' },
    { code: 'invalid', fields: [{ field: 'name', code: 'too_long', max: 100 }] },
    { code: 'rate_limited', retryAfterSeconds: 7 },
    { code: 'refused', status: 413 },
    { code: 'refused', status: 403, foreign: true },
    { code: 'server_error', status: 503, requestId: 'r-1' },
    { code: 'malformed' },
    { code: 'redirected' },
    { code: 'timeout' },
    { code: 'unreachable' },
    { code: 'page_gone' },
    { code: 'page_forbids' },
    { code: 'other_origin' },
  ])('survives being stored: $code', (notice) => {
    expect(fromStoredForm(throughJson(toStored(form({ notice }))))).toEqual(form({ notice }));
  });
});

describe('a place and a draft', PATIENCE, () => {
  it('survive with the mark that no list of tenants came', () => {
    const marked = place({ tenants: [], tenantsTotal: 0, tenantsMissing: true });
    expect(placeSchema.parse(throughJson(placeToPlain(marked)))).toEqual(marked);
  });

  it('survive the way between popup and background', () => {
    fc.assert(
      fc.property(places, drafts, (place, draft) => {
        expect(placeSchema.parse(throughJson(placeToPlain(place)))).toEqual(place);
        expect(storedDraftSchema.parse(throughJson(draft))).toEqual(draft);
      }),
      { numRuns: 150 },
    );
  });
});
