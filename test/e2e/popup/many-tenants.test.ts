import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { en } from '../../../extension/messages/en.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { misfits, outOfSight } from './layout.ts';
import { id, type Poser, SESSION, startPoser, TENANT } from './poser.ts';
import { openWorld, waitForStep, type World } from './world.ts';

const MANY = 5000;

const PLANTS = Array.from({ length: MANY }, (_, index) => ({
  ...TENANT,
  id: `00000000-0000-4000-8000-${String(index + 100).padStart(12, '0')}`,
  name: `Plant ${index}`,
}));

/** The contract's answer for a search: of those whose name holds it, the first page. */
const plantsFor = (path: string): object => {
  const search = new URL(path, 'http://poser.localhost').searchParams.get('search') ?? '';
  const found = PLANTS.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  return { items: found.slice(0, 200), page_number: 1, page_size: 200, total: found.length };
};

/** Whether what has the keyboard is in sight, whole. */
const isFocusInSight = (): boolean => {
  const element = document.activeElement;
  if (!element || element === document.body) return false;
  const { left, top, width, height, bottom } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  return top >= 0 && bottom <= innerHeight && hit !== null && element.contains(hit);
};

describe.each([chromium, firefox])('among 5,000 tenants, in $name', (driver) => {
  let world: World;
  let poser: Poser;

  beforeAll(async () => {
    [world, poser] = [await openWorld(driver), await startPoser('poser')];
  });
  beforeEach(async () => {
    await world.reset();
    poser.reset();
    poser.answer('tenants', (response, { path }) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(plantsFor(path)));
    });
  });
  afterAll(async () => {
    await world.close();
    await poser.close();
  });

  const open = async (): Promise<Popup> => {
    const popup = await world.openPopup(await world.session.newTab(`${poser.origin}/`));
    await waitForStep(popup, 'form');
    return popup;
  };

  const tenant = (popup: Popup) => popup.byRole('combobox', 'Tenant');

  /** Which choice the list marks, as assistive technology is told. */
  const marked = (popup: Popup): Promise<string | undefined> =>
    popup.evaluate(() => {
      const of = document.activeElement?.getAttribute('aria-activedescendant');
      return of ? document.getElementById(of)?.textContent : undefined;
    });

  const toTenant = async (popup: Popup): Promise<void> => {
    await popup.typeText('Among many');
    for (const key of ['Tab', 'Tab', 'Tab'] as const) await popup.press(key);
    await expect.poll(() => tenant(popup).isFocused()).toBe(true);
  };

  const askedFor = async (popup: Popup): Promise<unknown> => {
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    return JSON.parse(poser.asked('next').at(-1)?.body ?? '{}');
  };

  test('one is found by typing and chosen by Enter, which does nothing else', async () => {
    const popup = await open();
    await toTenant(popup);
    expect(await tenant(popup).attribute('aria-expanded')).toBe('false');
    await popup.typeText('plant 4321');
    await popup.waitForRole('option', 'Plant 4321');
    expect(await tenant(popup).attribute('aria-expanded')).toBe('true');
    await expect.poll(() => marked(popup)).toBe('Plant 4321');
    await popup.press('Enter');
    await expect.poll(() => tenant(popup).attribute('aria-expanded')).toBe('false');
    expect(await tenant(popup).value()).toBe('Plant 4321');
    expect(await popup.text()).toContain('Plant 4321 alone');
    expect(poser.asked('next')).toEqual([]);
    expect(await askedFor(popup)).toMatchObject({ tenant_id: PLANTS[4321]?.id });
  });

  test('arrows go through the list, from one end to the other, and Tab takes what was typed for', async () => {
    const popup = await open();
    await toTenant(popup);
    await popup.press('ArrowDown');
    await expect.poll(() => marked(popup)).toBe(TENANT.name);
    await popup.press('ArrowDown');
    await expect.poll(() => marked(popup)).toBe(en.allTenants);
    expect(await tenant(popup).value()).toBe(TENANT.name);
    for (const key of ['ArrowUp', 'ArrowUp'] as const) await popup.press(key);
    await expect.poll(() => marked(popup)).toMatch(/^Plant/);
    const isMarkedSeen = (): boolean => {
      const option = document.querySelector('[aria-selected=true]');
      const { left, top } = option?.getBoundingClientRect() ?? { left: 0, top: 0 };
      return option?.contains(document.elementFromPoint(left + 9, top + 9)) === true;
    };
    expect(await popup.evaluate(isMarkedSeen)).toBe(true);
    await popup.typeText('plant 13');
    await expect.poll(() => marked(popup)).toBe('Plant 13');
    await popup.press('ArrowDown');
    await popup.press('Tab');
    await expect.poll(() => tenant(popup).value()).toBe('Plant 130');
    expect(await popup.byRole('checkbox', 'Read').isFocused()).toBe(true);
  });

  test('whatever names none leaves the chosen one as it was', async () => {
    const popup = await open();
    await toTenant(popup);
    await popup.typeText('no such');
    await popup.waitForText(en.form.noMatch);
    await popup.press('Enter');
    expect(poser.asked('next')).toEqual([]);
    await popup.press('Tab');
    await expect.poll(() => tenant(popup).value()).toBe(TENANT.name);
    expect(await askedFor(popup)).toMatchObject({ tenant_id: id(1) });
  });

  test('one is chosen by a click in the list', async () => {
    const popup = await open();
    await tenant(popup).click();
    await popup.byRole('option', en.allTenants).click();
    await expect.poll(() => tenant(popup).value()).toBe(en.allTenants);
    expect(await tenant(popup).isFocused()).toBe(true);
    expect(await popup.text()).toContain(`${TENANT.name} and all its sub-tenants`);
  });

  test('what Next would make, with its dangers, is beside Next; what Tab goes to is in sight', async () => {
    poser.answer('session', {
      ...SESSION,
      tenant: { ...SESSION.tenant, name: 'Wide '.repeat(30) },
    });
    const popup = await open();
    await tenant(popup).click();
    await popup.byRole('option', en.allTenants).click();
    await popup.byRole('checkbox', 'Delete').click();
    await popup.byRole('combobox', 'Expiration date').select('Never');
    await popup.byRole('textbox', 'Description').fill('It is long. '.repeat(50));
    await popup.byRole('button', 'Next').click();
    await popup.waitForText(en.fieldErrors.required.name);
    await popup.waitForText(en.summary.warnings.never);
    // The panel grows with what it has to say, when the browser gets to it.
    await expect.poll(() => popup.evaluate(outOfSight, false)).toEqual([]);
    await expect.poll(() => popup.evaluate(misfits)).toEqual([]);
    const hidden: number[] = [];
    for (let stop = 0; stop < 24; stop += 1) {
      await popup.press(stop < 12 ? 'Tab' : 'Shift+Tab');
      const inSight = await expect
        .poll(() => popup.evaluate(isFocusInSight))
        .toBe(true)
        .then(
          () => true,
          () => false,
        );
      if (!inSight) hidden.push(stop);
    }
    expect(hidden).toEqual([]);
  });
});
