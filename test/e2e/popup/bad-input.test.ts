import { describe, expect, test } from 'vitest';
import { en } from '../../../extension/messages/en.ts';
import { addDays, todayIn } from '../../../shared/calendar.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { change, refuseFields } from '../../support/faults.ts';
import { HANNA } from '../../support/sign-in.ts';
import type { Popup } from '../browsers/driver.ts';
import type { Control } from '../browsers/surface.ts';
import { NEXT, openForm, theRecord, WHO_AM_I } from './steps.ts';
import { inWorld } from './in-world.ts';
import { examplesFor, halfFor, isBrowser, LEVELS } from './levels.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { waitForStep, type World } from './world.ts';

const HOUR = 3_600_000;
const errors = en.fieldErrors;

const name = (popup: Popup): Control => popup.byRole('textbox', 'Name');
const description = (popup: Popup): Control => popup.byRole('textbox', 'Description');
const expiry = (popup: Popup): Control => popup.byRole('combobox', 'Expiration date');
const date = (popup: Popup): Control => popup.byLabel(en.form.ownDate);
const tenant = (popup: Popup): Control => popup.byRole('combobox', 'Tenant');
const permissions = (popup: Popup): Control => popup.byRole('group', 'Permissions');

/** Chooses a date of one's own and types it by the keyboard, in the English order. */
const typeDate = async (popup: Popup, monthDayYear: string): Promise<void> => {
  await expiry(popup).select(en.expiry.date);
  await date(popup).value();
  await popup.press('Tab');
  await popup.typeText(monthDayYear);
};

/** What is wrong, how it is filled in, and where the error stands. */
type Row = [
  what: string,
  fillIn: (popup: Popup) => Promise<void>,
  at: (popup: Popup) => Control,
  error: string,
];

const named = (text: string) => (popup: Popup) => name(popup).fill(text);

const ROWS: Row[] = [
  ['no name', named(''), name, errors.required.name],
  ['a blank name', named('   '), name, errors.required.name],
  ['a name of 101 characters', named('n'.repeat(101)), name, fill(errors.too_long, { max: 100 })],
  ['a pasted control character', named('bell\u0007'), name, errors.control_characters],
  ['a name that reads backwards', named('exe.\u202Egnp'), name, errors.control_characters],
  ['a name of no width', named('\u200B\u200D'), name, errors.required.name],
  [
    'a description of 501 characters',
    async (popup) => {
      await named('Long')(popup);
      await description(popup).fill('d'.repeat(501));
    },
    description,
    fill(errors.too_long, { max: 500 }),
  ],
  [
    'a control character in the description',
    async (popup) => {
      await named('Bell')(popup);
      await description(popup).fill('\u0007');
    },
    description,
    errors.control_characters,
  ],
  [
    'no date, where one was to be chosen',
    async (popup) => {
      await named('Dated')(popup);
      await expiry(popup).select(en.expiry.date);
    },
    date,
    errors.required.expiresOn,
  ],
  [
    'a day that has passed',
    async (popup) => {
      await named('Dated')(popup);
      await expiry(popup).select(en.expiry.date);
      await date(popup).fill('2026-01-31');
    },
    date,
    errors.in_the_past,
  ],
];

/** The same, typed into a browser's own field for dates, which tells what is no date. */
const TYPED: Row[] = [
  [
    '30 February',
    async (popup) => {
      await named('Dated')(popup);
      await typeDate(popup, '02302027');
    },
    date,
    errors.not_a_date,
  ],
  [
    'half a date',
    async (popup) => {
      await named('Dated')(popup);
      await typeDate(popup, '02');
    },
    date,
    errors.not_a_date,
  ],
  [
    'the year 9999',
    async (popup) => {
      await named('Dated')(popup);
      await typeDate(popup, '12319999');
    },
    date,
    errors.too_far,
  ],
];

describe.each(LEVELS)('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  const expectError = async (control: Control, error: string): Promise<void> => {
    await expect.poll(() => control.description()).toContain(error);
    expect(await control.attribute('aria-invalid')).toBe('true');
  };

  const pressNext = (popup: Popup): Promise<void> => popup.byRole('button', 'Next').click();

  test.each([...(isBrowser(driver) ? TYPED : []), ...examplesFor(driver, ROWS)])(
    '%s is an error beside its field, and is kept',
    async (_what, fillIn, at, error) => {
      const popup = await openForm(world);
      await fillIn(popup);
      const typed = [await name(popup).value(), await at(popup).value()];
      await pressNext(popup);
      await expectError(at(popup), error);
      expect(await at(popup).isFocused()).toBe(true);
      expect([await name(popup).value(), await at(popup).value()]).toEqual(typed);
      expect(world.faults.count('POST', NEXT)).toBe(0);
    },
  );

  test('no permission is an error of the group, and the keyboard goes to its first box', async () => {
    const popup = await openForm(world);
    await named('Nothing')(popup);
    await popup.byRole('checkbox', 'Read').click();
    await pressNext(popup);
    await expectError(permissions(popup), errors.required.permissions);
    expect(await popup.byRole('checkbox', 'Read').isFocused()).toBe(true);
    expect(world.faults.count('POST', NEXT)).toBe(0);
  });

  test('of several errors the first has the keyboard; each goes as its field is mended', async () => {
    const popup = await openForm(world);
    await description(popup).fill('d'.repeat(501));
    await popup.byRole('checkbox', 'Read').click();
    await pressNext(popup);
    await expectError(name(popup), errors.required.name);
    await expectError(description(popup), fill(errors.too_long, { max: 500 }));
    await expectError(permissions(popup), errors.required.permissions);
    expect(await name(popup).isFocused()).toBe(true);

    await popup.typeText('Mended');
    await expect.poll(() => name(popup).description()).toBe('');
    await description(popup).fill('Shorter');
    await expect.poll(() => description(popup).description()).toBe('');
    await popup.byRole('checkbox', 'Write').click();
    await expect.poll(() => permissions(popup).attribute('aria-invalid')).toBeNull();
    await pressNext(popup);
    await waitForStep(popup, 'token');
    expect(await theRecord(world)).toMatchObject({ name: 'Mended', permissions: ['write'] });
  });

  test.each(
    halfFor(driver, [
      ['only emoji', '🔑🚀', 'ltr'],
      ['a hundred emoji', '🔑'.repeat(100), 'ltr'],
      ['right-to-left', 'مفتاح المستودع', 'rtl'],
      ['markup', '<b>&amp;</b>', 'ltr'],
    ]),
  )('a name of %s is taken and shown as it is', async (_what, text, direction) => {
    const popup = await openForm(world);
    await named(text)(popup);
    const shown = () =>
      popup.evaluate(() => {
        const field = document.querySelector('#name');
        return field ? getComputedStyle(field).direction : '';
      });
    expect(await shown()).toBe(direction);
    await pressNext(popup);
    await waitForStep(popup, 'token');
    expect((await popup.text()).split('\n')).toContain(text);
    expect((await theRecord(world)).name).toBe(text);
  });

  describe('what the platform refuses lands on the same fields', () => {
    const REFUSED: [string, { code: string; max?: number }, (popup: Popup) => Control, string][] = [
      ['name', { code: 'too_long', max: 20 }, name, fill(errors.too_long, { max: 20 })],
      ['description', { code: 'control_characters' }, description, errors.control_characters],
      ['expires_on', { code: 'too_far' }, expiry, errors.too_far],
      ['tenant_id', { code: 'unknown' }, tenant, errors.unknown],
      ['permissions', { code: 'exceeds_yours' }, permissions, errors.exceeds_yours],
      ['name', { code: 'a_rule_of_its_own' }, name, errors.wrong_type],
    ];

    test.each(examplesFor(driver, REFUSED))('%s %o', async (field, fault, at, error) => {
      world.faults.on('POST', NEXT, refuseFields({ field, ...fault }));
      const popup = await openForm(world);
      await named('Refused')(popup);
      await pressNext(popup);
      await expectError(at(popup), error);
      expect(await name(popup).value()).toBe('Refused');
      world.faults.mend();
      await pressNext(popup);
      await waitForStep(popup, 'token');
      expect((await theRecord(world)).name).toBe('Refused');
    });

    if (isBrowser(driver)) return;

    test('a field that the form does not have is said above it', async () => {
      world.faults.on('POST', NEXT, refuseFields({ field: 'colour', code: 'required' }));
      const popup = await openForm(world);
      await named('Refused')(popup);
      await pressNext(popup);
      await popup.waitForText(notices.invalid);
      expect(await name(popup).value()).toBe('Refused');
    });

    test('a date that has passed by the platform’s clock alone', async () => {
      world.shiftPlatformClock(36 * HOUR);
      const popup = await openForm(world);
      const today = todayIn('Europe/Berlin', Date.now());
      await named('Dated')(popup);
      await expiry(popup).select(en.expiry.date);
      await date(popup).fill(today);
      await pressNext(popup);
      await expectError(date(popup), errors.in_the_past);
      expect(await date(popup).isFocused()).toBe(true);
      expect(await date(popup).value()).toBe(today);
      await date(popup).fill(addDays(today, 3));
      await pressNext(popup);
      await waitForStep(popup, 'token');
      expect((await theRecord(world)).expires_on).toBe(addDays(today, 3));
    });
  });

  if (isBrowser(driver)) return;

  describe('what a person may not give away', () => {
    test('a permission that they lack cannot be ticked, and says why', async () => {
      world.faults.on('GET', WHO_AM_I, change({ permissions: ['read', 'write', 'create'] }));
      const popup = await openForm(world);
      const box = popup.byRole('checkbox', 'Delete');
      expect(await box.isDisabled()).toBe(true);
      expect(await box.description()).toBe(en.form.lacking);
      expect(await popup.byRole('checkbox', 'Create').isDisabled()).toBe(false);
    });

    const offered = (popup: Popup): Promise<string[]> =>
      popup.evaluate(() =>
        [...document.querySelectorAll<HTMLOptionElement>('#tenant option')].map(
          ({ label }) => label,
        ),
      );

    test('a tenant that is not below theirs is not offered', async () => {
      const popup = await openForm(world);
      expect((await offered(popup)).toSorted()).toEqual(
        [en.allTenants, 'Nord', 'Nord Hafen', 'Nord Labor'].toSorted(),
      );
    });

    test('a sub-tenant’s administrator is not offered the tenant above', async () => {
      const url = world.platform.tenants.hafen.url + PLAIN_PATH;
      const popup = await world.openPopup(await world.signedIn(HANNA, url));
      await waitForStep(popup, 'form');
      expect(await offered(popup)).not.toContain('Nord');
      expect(await offered(popup)).toContain('Nord Hafen');
    });
  });
});
