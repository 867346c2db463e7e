import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forTexts } from '../../../../shared/each-field.ts';
import { TEXT_FIELD_NAMES, TEXT_FIELDS } from '../../../../shared/request-fields.ts';
import { EXPIRY_CHOICES } from '../../../../shared/expiry.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import {
  ALL_TENANTS,
  codePoints,
  FIELD_ERROR_CODES,
  MAX_DESCRIPTION,
  MAX_NAME,
  type RequestContext,
  type TokenRequest,
  validateDraft,
  validateTokenRequest,
} from '../../../../shared/token-request.ts';
import { hits } from '../arbitraries.ts';
import { context, HARBOUR, NORTH, NOW, PATIENCE } from '../examples.ts';

const nastyText = fc.string({ unit: 'binary', maxLength: 120 });
const loneSurrogates = fc.string({
  unit: fc.constantFrom('\uD83D', '\uDE00', 'a', '\u0301', '\u200B', ' '),
});

/** Every JSON value, the plausible ones often enough for the rules behind the types to run. */
const value = (plausible: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { arbitrary: plausible, weight: 12 },
    fc.jsonValue({ noUnicodeString: false }),
    nastyText,
    loneSurrogates,
  );

const input = fc.record(
  {
    ...forTexts((_, { required, max }) =>
      value(fc.string({ unit: 'grapheme', minLength: required ? 1 : 0, maxLength: max + 1 })),
    ),
    tenantId: value(fc.constantFrom(NORTH.id, HARBOUR.id, ALL_TENANTS)),
    permissions: value(fc.subarray([...PERMISSIONS], { minLength: 1 })),
    expiresOn: value(
      fc.oneof(
        fc.constant(null),
        fc
          .date({ min: new Date('2026-03-01'), max: new Date('2037-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      ),
    ),
  },
  { requiredKeys: [] },
);

const world = fc
  .record({
    canUseAllTenants: fc.boolean(),
    grantable: fc.oneof(fc.constant(PERMISSIONS), fc.subarray([...PERMISSIONS])),
    now: fc.oneof(
      fc.constant(NOW),
      fc.integer({ min: Date.parse('1970-01-01'), max: Date.parse('2999-12-31') }),
    ),
  })
  .map(context);

/** The record type has every field; JSON may lack some, which reads as undefined. */
const whole = (partial: typeof input extends fc.Arbitrary<infer T> ? T : never) => ({
  ...forTexts(() => undefined),
  tenantId: undefined,
  permissions: undefined,
  expiresOn: undefined,
  ...partial,
});

describe('the rules for a token request', PATIENCE, () => {
  it('answer any JSON value with a request or with codes that the messages know, and never throw', () => {
    fc.assert(
      fc.property(input, world, (partial, rules) => {
        const result = validateTokenRequest(whole(partial), rules);
        if (!result.ok) {
          expect(result.error.length).toBeGreaterThan(0);
          const fields = result.error.map(({ field }) => field);
          expect(new Set(fields).size).toBe(fields.length);
          for (const { code, max } of result.error) {
            expect(FIELD_ERROR_CODES).toContain(code);
            expect(max !== undefined).toBe(code === 'too_long');
          }
        }
      }),
      { numRuns: 1000 },
    );
    const isAccepted = ([partial, rules]: [Parameters<typeof whole>[0], RequestContext]): boolean =>
      validateTokenRequest(whole(partial), rules).ok;
    expect(hits(fc.tuple(input, world), isAccepted)).toBeGreaterThan(30);
  });

  it('accept what they gave out, and give it out unchanged', () => {
    fc.assert(
      fc.property(input, (partial) => {
        const once = validateTokenRequest(whole(partial), context());
        if (!once.ok) return;
        expect(validateTokenRequest(once.value, context())).toEqual(once);
        const sent = JSON.parse(JSON.stringify(once.value)) as TokenRequest;
        expect(validateTokenRequest(sent, context())).toEqual(once);
      }),
      { numRuns: 1000 },
    );
    const isAccepted = (partial: Parameters<typeof whole>[0]): boolean =>
      validateTokenRequest(whole(partial), context()).ok;
    expect(hits(input, isAccepted)).toBeGreaterThan(30);
  });

  it('let nothing through that the contract forbids', () => {
    fc.assert(
      fc.property(input, world, (partial, rules) => {
        const result = validateTokenRequest(whole(partial), rules);
        if (!result.ok) return;
        const { name, permissions, tenantId } = result.value;
        expect(name).toBe(name.trim().normalize('NFC'));
        expect(codePoints(name)).toBeGreaterThan(0);
        expect(codePoints(name)).toBeLessThanOrEqual(MAX_NAME);
        for (const field of TEXT_FIELD_NAMES) {
          expect(result.value[field]).not.toMatch(/\p{Surrogate}/u);
          expect(codePoints(result.value[field])).toBeLessThanOrEqual(TEXT_FIELDS[field].max);
        }
        expect(codePoints(result.value.description)).toBeLessThanOrEqual(MAX_DESCRIPTION);
        expect(permissions.length).toBeGreaterThan(0);
        expect(permissions).toEqual(PERMISSIONS.filter((each) => permissions.includes(each)));
        for (const each of permissions) expect(rules.grantable).toContain(each);
        if (tenantId === ALL_TENANTS) expect(rules.canUseAllTenants).toBe(true);
        else expect(rules.tenant(tenantId)?.id).toBe(tenantId);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throw for anything typed into a form', () => {
    const draft = fc.record({
      ...forTexts(() => nastyText),
      tenantId: fc.oneof(fc.constantFrom(NORTH.id, ALL_TENANTS), nastyText),
      permissions: fc.array(fc.constantFrom(...PERMISSIONS)),
      expiry: fc.constantFrom(...EXPIRY_CHOICES),
      ownDate: fc.oneof(nastyText, fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/)),
    });
    fc.assert(
      fc.property(draft, world, (typed, rules) => {
        const result = validateDraft(typed, rules);
        for (const { code } of result.ok ? [] : result.error) {
          expect(FIELD_ERROR_CODES).toContain(code);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('codePoints', () => {
  it('counts each character once, however many units it takes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (points) => {
        // Halves that meet would make one character of two: they are kept apart.
        const apart = points.filter((point) => point < 0xd800 || point > 0xdfff);
        expect(codePoints(String.fromCodePoint(...apart))).toBe(apart.length);
      }),
    );
  });
});
