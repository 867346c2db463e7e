import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forTexts } from '../../../../shared/each-field.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import type { WantedTenant, WizardRequest } from '../../../../shared/cockpit/run.ts';
import { drive } from './drive.ts';
import { createModelPage, type Mutation, type Shape, type Truth, word } from './model-page.ts';

const LABELS = [
  'name',
  'description',
  'expiresOn',
  'tenant',
  ...PERMISSIONS,
  'next',
  'cancel',
  'admin',
  'administration',
  'api',
  'open',
] as const;

const TENANTS = ['Nord', 'Nord Hafen', 'nord', 'Sol', 'Süd', 'Süd ', 'All', 'Tenant'];

const label = fc.constantFrom(...LABELS);
const permission = fc.constantFrom(...PERMISSIONS);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('rename' as const),
    label,
    // No word of another field: a page that lies to people too cannot be told from one that does not.
    to: fc.constantFrom('', 'Next', 'Weiter', 'Admin', 'Access', 'Read only', '*'),
  }),
  fc.record({ kind: fc.constantFrom('duplicate' as const, 'remove' as const), label }),
  fc.record({
    kind: fc.constantFrom(
      'disable' as const,
      'read_only' as const,
      'cover' as const,
      'invalid' as const,
      'deaf' as const,
      'mixed' as const,
    ),
    label,
  }),
  fc.record({ kind: fc.constant('revert' as const), label, after: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    kind: fc.constant('swap' as const),
    a: permission,
    b: permission,
    at: fc.integer({ min: 0, max: 6 }),
  }),
);

const date = fc
  .date({ min: new Date('2026-11-28'), max: new Date('2036-11-28'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10) as CalendarDate);

const tenant: fc.Arbitrary<WantedTenant> = fc.oneof(
  fc.record({ kind: fc.constant('one' as const), name: fc.constantFrom(...TENANTS) }),
  fc.record({ kind: fc.constantFrom('all' as const, 'only' as const) }),
);

const request: fc.Arbitrary<WizardRequest> = fc.record({
  ...forTexts(() => fc.constant('')),
  name: fc.string({ minLength: 1, maxLength: 30 }),
  description: fc.oneof(fc.constant(''), fc.string({ maxLength: 30 })),
  tenant,
  permissions: fc.subarray([...PERMISSIONS], { minLength: 1 }),
  expiresOn: fc.option(date, { nil: null }),
});

const shape: fc.Arbitrary<Shape> = fc.record({
  language: fc.constantFrom(...LANGUAGES),
  tenants: fc
    .subarray(TENANTS, { minLength: 0 })
    .chain((some) => fc.constantFrom(some, [...some, ...some.slice(0, 1)])),
  tenantKind: fc.constantFrom('select' as const, 'combobox' as const, 'none' as const),
  dateKind: fc.constantFrom(
    'date' as const,
    'text' as const,
    'spinbuttons' as const,
    'none' as const,
  ),
  dateStyle: fc.record({
    order: fc.constantFrom('dmy' as const, 'mdy' as const, 'ymd' as const),
    separator: fc.constantFrom('.', '/', '-'),
    padded: fc.boolean(),
  }),
  mutations: fc.array(mutation, { maxLength: 4 }),
  preticked: fc.subarray([...PERMISSIONS]),
  adminBox: fc.constantFrom('none' as const, 'off' as const, 'on' as const),
  way: fc.boolean(),
});

/** So many observations there are at least, with so many tokens among them. */
const OBSERVATIONS = 200_000;
const TOKENS = 1000;
const RUNS_A_TIME = 5000;

/** Whether the page has a field for the tenant, or a copy of it, after all that was done to it. */
const hasTenant = ({ tenantKind, mutations }: Shape): boolean => {
  let original = tenantKind !== 'none';
  let copy = false;
  for (const each of mutations) {
    if (!('label' in each) || each.label !== 'tenant') continue;
    if (each.kind === 'duplicate') copy ||= original;
    if (each.kind === 'remove') original = false;
  }
  return original || copy;
};

const expectExact = (form: Shape, wanted: WizardRequest, made: Truth): void => {
  const { name, description, expiresOn, tenant } = wanted;
  expect(made.admin).toBe(false);
  expect(made).toMatchObject({ name, description, expiresOn });
  expect(PERMISSIONS.filter((each) => made.permissions[each])).toEqual(wanted.permissions);
  if (!hasTenant(form)) expect(tenant?.kind).toBe('only');
  else if (tenant?.kind === 'all') expect(made.tenant).toBe(word(form.language, 'all'));
  else if (tenant?.kind === 'one') expect(made.tenant.trim()).toBe(tenant.name.trim());
  else expect(form.tenants).toEqual([made.tenant]);
};

describe('a driven wizard', () => {
  it(
    'makes exactly what was asked for, or refuses, whatever the page does',
    { timeout: 300_000 },
    () => {
      const counts = new Map<string, number>();
      const observed = { looks: 0, exact: 0 };
      const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
      const property = fc.property(shape, request, (form, wanted) => {
        const page = createModelPage(form);
        const ending = drive(page, wanted);
        observed.looks += ending.looks;
        if (ending.kind === 'refused') {
          const { reason } = ending.refusal;
          count(reason);
          expect(page.pressedNext()).toBeLessThanOrEqual(reason === 'no_answer' ? 1 : 0);
          return;
        }
        count('exact');
        observed.exact += 1;
        expect(page.pressedNext()).toBe(1);
        expectExact(form, wanted, ending.made);
      });
      while (observed.looks < OBSERVATIONS || observed.exact < TOKENS) {
        fc.assert(property, { numRuns: RUNS_A_TIME });
      }
      // For whoever asks how often it dared.
      const lines = [...counts].sort((a, b) => b[1] - a[1]).map(([what, n]) => `${what} ${n}`);
      console.info(`${observed.looks} observations: ${lines.join(', ')}, wrong 0`);
    },
  );
});
