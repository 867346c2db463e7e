import * as fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { forTexts } from '../../../../shared/each-field.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import type { WantedTenant, WizardRequest } from '../../../../shared/cockpit/run.ts';
import { drive } from './drive.ts';
import { createModelPage, type Truth } from './model-page.ts';
import type { Mutation, Shape } from './model-shape.ts';
import { word } from './model-words.ts';

const LABELS = [
  'name',
  'description',
  'expiresOn',
  'tenant',
  'day',
  'month',
  'year',
  'permissions',
  ...PERMISSIONS,
  'next',
  'cancel',
  'admin',
  'administration',
  'api',
  'open',
] as const;

const TENANTS = [
  'Nord',
  'Nord Hafen',
  'nord',
  'Sol',
  'Süd',
  'Süd ',
  'All',
  'Tenant',
  'Select Foods',
  '—',
];

const label = fc.constantFrom(...LABELS);
const permission = fc.constantFrom(...PERMISSIONS);

/** From the beginning, or at any time while the wizard is being filled in. */
const from = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }));

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('rename' as const),
    from,
    label,
    // No word of another field: a page that lies to people too cannot be told from one that does not.
    to: fc.constantFrom('', 'Next', 'Weiter', 'Admin', 'Access', 'Read only', '*'),
  }),
  fc.record({ kind: fc.constantFrom('duplicate' as const, 'remove' as const), from, label }),
  fc.record({
    kind: fc.constant('tick' as const),
    from,
    label: fc.constantFrom(...PERMISSIONS, 'admin' as const),
  }),
  fc.record({
    kind: fc.constantFrom(
      'disable' as const,
      'read_only' as const,
      'cover' as const,
      'invalid' as const,
      'deaf' as const,
      'mixed' as const,
    ),
    from,
    label,
  }),
  fc.record({
    kind: fc.constant('revert' as const),
    from: fc.constant(0),
    label,
    after: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ kind: fc.constant('swap' as const), from, a: permission, b: permission }),
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
    'masked' as const,
    'spinbuttons' as const,
    'fields' as const,
    'selects' as const,
    'none' as const,
  ),
  dateStyle: fc.record({
    order: fc.constantFrom('dmy' as const, 'mdy' as const, 'ymd' as const),
    separator: fc.constantFrom('.', '/', '-'),
    padded: fc.boolean(),
  }),
  mutations: fc.array(mutation, { maxLength: 4 }),
  rights: fc.constantFrom(
    ...(['boxes', 'boxes', 'native', 'list', 'closing', 'closing silently', 'single'] as const),
  ),
  preticked: fc.subarray([...PERMISSIONS]),
  adminBox: fc.constantFrom('none' as const, 'off' as const, 'on' as const),
  extra: fc.constantFrom(
    ...(['none', 'none', 'none', 'radio', 'select', 'combobox', 'date'] as const),
  ),
  extraSetAt: fc.option(fc.integer({ min: 0, max: 40 })),
  rows: fc.option(fc.integer({ min: 1, max: 4 })),
  filters: fc.boolean(),
  takesPicks: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  way: fc.boolean(),
});

declare module 'vitest' {
  interface ProvidedContext {
    /** How many observations are enough where the test is run a thousand times. */
    observations: number | undefined;
  }
}

/** So many observations there are at least, with so many tokens among them. */
const OBSERVATIONS = inject('observations') ?? 200_000;
const TOKENS = OBSERVATIONS / 200;
const RUNS_A_TIME = OBSERVATIONS / 40;

const expectExact = (form: Shape, wanted: WizardRequest, made: Truth): void => {
  const { name, description, expiresOn, tenant } = wanted;
  // What one choice would have meant where no second one goes with it, nobody knows.
  if (form.mutations.length === 0) expect(form.rights).not.toBe('single');
  expect(made.admin).toBe(false);
  expect(made.extra).toBe(false);
  expect(made).toMatchObject({ name, description, expiresOn });
  expect(PERMISSIONS.filter((each) => made.permissions[each])).toEqual(wanted.permissions);
  if (!made.hasTenant) expect(tenant?.kind).toBe('only');
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
        const made = page.made();
        if (!made) throw new Error('A token was taken before Next was pressed.');
        expectExact(form, wanted, made);
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
