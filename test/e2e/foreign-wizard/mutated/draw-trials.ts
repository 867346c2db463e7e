import * as fc from 'fast-check';
import type { CalendarDate } from '../../../../shared/calendar.ts';
import { firstLabel, SUBJECTS } from '../../../../shared/cockpit/labels.ts';
import type { WantedTenant, WizardRequest } from '../../../../shared/cockpit/run.ts';
import { forTexts } from '../../../../shared/each-field.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';
import { type PageSpec, type Trial, type Trouble, TROUBLES } from './page-spec.ts';

const DATE_FIELDS = ['expiresOn', 'day', 'month', 'year'];
const RIGHTS = [...PERMISSIONS, 'permissions'];
const FIELDS = ['name', 'description', ...DATE_FIELDS, 'tenant', ...RIGHTS, 'next'];
const TENANTS = ['Nord', 'Nord Hafen', 'Süd', 'Sol', 'All', 'Tenant', 'nord'];

/** Mostly the first, now and then one of the others. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const trouble: fc.Arbitrary<Trouble> = fc.record({
  kind: fc.constantFrom(...TROUBLES),
  field: fc.constantFrom(...FIELDS, 'admin'),
  other: fc.constantFrom(...PERMISSIONS),
  after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 30 })),
  delay: fc.constantFrom(0, 0, 5, 30),
});

const spec: fc.Arbitrary<PageSpec> = fc
  .record({
    language: fc.constantFrom(...LANGUAGES),
    start: fc.constantFrom('wizard' as const, 'list' as const, 'home' as const),
    labels: fc.constantFrom(...(['for', 'around', 'aria', 'placeholder', 'near'] as const)),
    boxes: mostly<PageSpec['boxes']>('box', 'switch', 'switch', 'list', 'list', 'radio', 'select'),
    tenantKind: fc.constantFrom(...(['select', 'list', 'typed', 'none'] as const)),
    tenants: fc
      .subarray(TENANTS, { minLength: 1 })
      .chain((some) => mostly(some, [...some, ...some.slice(0, 1)])),
    rows: fc.constantFrom(2, 3, 20),
    dateKind: fc.constantFrom(...(['date', 'date', 'text', 'parts', 'none'] as const)),
    dateOrder: fc.constantFrom(...(['dmy', 'mdy', 'ymd'] as const)),
    preticked: fc.subarray([...PERMISSIONS]),
    admin: mostly<PageSpec['admin']>('none', 'off', 'on'),
    extra: mostly<PageSpec['extra']>('none', 'radio', 'select', 'device group'),
    extraSet: fc.constantFrom(...(['never', 'first', 'late'] as const)),
    dialog: fc.boolean(),
    settingsForm: fc.boolean(),
    troubles: fc.oneof(
      fc.constant([]),
      fc.uniqueArray(trouble, { minLength: 1, maxLength: 3, selector: ({ field }) => field }),
    ),
    tokenIn: fc.constantFrom(...(['code', 'input', 'textarea'] as const)),
    afterNext: mostly<PageSpec['afterNext']>('token', 'two', 'nothing', 'old'),
    afterFinish: mostly<PageSpec['afterFinish']>('list', 'blank', 'sign-in', 'failed'),
    oldRow: fc.boolean(),
  })
  .map((each) => ({
    ...each,
    words: Object.fromEntries(
      SUBJECTS.map((subject) => [subject, firstLabel(subject, each.language)]),
    ) as PageSpec['words'],
  }));

const date = fc
  .date({ min: new Date('2026-11-28'), max: new Date('2036-11-28'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10) as CalendarDate);

/** Mostly what the page can do, since what it cannot is refused at once. */
const requestFor = ({ tenants, tenantKind, dateKind }: PageSpec): fc.Arbitrary<WizardRequest> => {
  const one: fc.Arbitrary<WantedTenant> = fc
    .constantFrom(...tenants, 'Nobody’s')
    .map((name) => ({ kind: 'one', name }));
  const others = fc.record({ kind: fc.constantFrom('all' as const, 'only' as const) });
  const only = fc.constant<WantedTenant>({ kind: 'only' });
  return fc.record({
    ...forTexts(() => fc.constantFrom('', 'for “us” & <them>')),
    name: fc.constantFrom('Stock sync', 'L’été <b>', 'x', 'Name'),
    tenant: tenantKind === 'none' ? only : fc.oneof(one, one, one, others),
    permissions: fc.subarray([...PERMISSIONS], { minLength: 1 }),
    expiresOn: dateKind === 'none' ? fc.constant(null) : fc.option(date, { nil: null }),
  });
};

const trial: fc.Arbitrary<Trial> = spec.chain((page) =>
  fc.record({
    spec: fc.constant(page),
    request: requestFor(page),
    finish: fc.constantFrom('save' as const, 'cancel' as const),
  }),
);

/** So many pages, the same for the same seed. */
export const drawTrials = (count: number, seed: number): readonly Trial[] =>
  // What is sent to a page is plain.
  fc
    .sample(trial, { numRuns: count, seed })
    .map((each) => JSON.parse(JSON.stringify(each)) as Trial);
