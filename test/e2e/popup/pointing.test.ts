import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { en as teach } from '../../../extension/background/teach/words/en.ts';
import { en as texts } from '../../../extension/messages/en.ts';
import { en } from '../../../extension/options/texts/en.ts';
import {
  type Description,
  MAX_DESCRIPTION_LENGTH,
  withShown,
} from '../../../shared/cockpit/description.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import type { Key } from '../browsers/surface.ts';
import { until } from '../browsers/until.ts';
import { type ForeignCockpit, startForeignCockpit } from './foreign-cockpit.ts';
import { importFile } from './import-file.ts';
import { copyToken } from './steps.ts';
import { openWorld, waitForStep, type World } from './world.ts';

const { cockpits } = en;
const NEVER_TOLD = 'Night shift';

const isPointing = (): boolean => document.querySelector('tenant-token-pointer') !== null;
const isOpen = (): boolean => document.querySelector<HTMLElement>('#form')?.hidden === false;

describe.each([chromium, firefox])('in $name, on a cockpit whose words nobody knows', (driver) => {
  let world: World;
  let foreign: ForeignCockpit;

  beforeAll(async () => {
    [world, foreign] = await Promise.all([openWorld(driver), startForeignCockpit()]);
  });
  afterEach(async () => {
    await world.reset();
    foreign.tokens.clear();
  });
  afterAll(async () => {
    await world.close();
    foreign.close();
  });

  const openTab = (): Promise<Tab> => world.session.newTab(`${foreign.url}/`);
  const known = async (): Promise<string[]> =>
    Object.keys(await world.session.extensionStorage('local')).filter((key) =>
      key.startsWith('cockpit '),
    );
  const presses = async (tab: Tab, ...keys: Key[]): Promise<void> => {
    for (const key of keys) await tab.press(key);
  };

  /** Goes from the popup into the page. */
  const show = async (tab: Tab, popup: Popup): Promise<void> => {
    await popup.byRole('button', teach.show).click();
    await popup.waitUntilClosed();
    await until('the card', async () => (await tab.evaluate(isPointing)) || undefined);
  };

  /** The last press of a teaching: its button has the keyboard. */
  const done = async (tab: Tab): Promise<void> => {
    await tab.press('Enter');
    await until('the end', async () => ((await tab.evaluate(isPointing)) ? undefined : true));
  };

  const openUnknown = async (tab: Tab): Promise<Popup> => {
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'not_tenant');
    return popup;
  };

  const teachByMouse = async (tab: Tab): Promise<void> => {
    await show(tab, await openUnknown(tab));
    await tab.click('#another');
    expect(await tab.evaluate(isOpen)).toBe(false);
    // Now the page hears: the person opens the form, and goes on.
    await tab.click('#another');
    expect(await tab.evaluate(isOpen)).toBe(true);
    await presses(tab, 'F6', 'Enter');
    await tab.click('#handle');
    // No description, no date, no tenant.
    await presses(tab, 'F6', 'Enter', 'Enter', 'Enter');
    for (const right of ['Look', 'Alter', 'Append', 'Erase']) await tab.click(`[name=${right}]`);
    await tab.clickDisabled('#Onward');
    await done(tab);
    expect(foreign.tokens.size).toBe(0);
    await until('what was shown', async () => (await known()).length === 1 || undefined);
  };

  const fillIn = async (popup: Popup, name: string): Promise<void> => {
    await waitForStep(popup, 'form');
    await popup.byRole('textbox', 'Name').fill(name);
  };

  const make = async (tab: Tab, name: string): Promise<Popup> => {
    const popup = await world.openPopup(tab);
    await fillIn(popup, name);
    // As it was shown: a form without these.
    expect(await popup.byRole('combobox').count()).toBe(0);
    expect(await popup.byRole('textbox').count()).toBe(1);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    return popup;
  };

  const another = async (popup: Popup): Promise<void> => {
    await popup.byRole('button', 'Create another').click();
    await waitForStep(popup, 'form');
    await popup.close();
  };

  const kept = () => [...foreign.tokens.values()].filter((each) => each.kept);

  test('a form is shown once with the mouse; then tokens are made there, again after the background ended, and by file', async () => {
    const tab = await openTab();
    await teachByMouse(tab);
    await tab.reload();

    // The button that saves is met later.
    const first = await make(tab, NEVER_TOLD);
    const token = await copyToken(world, first);
    expect([...foreign.tokens.keys()]).toEqual([token]);
    await first.byRole('button', 'Save').click();
    await first.waitForRole('button', teach.show);
    expect(kept()).toEqual([]);
    await show(tab, first);
    await tab.click('#retain');
    await done(tab);
    const again = await world.openPopup(tab);
    await waitForStep(again, 'token');
    await again.byRole('button', 'Save').click();
    await waitForStep(again, 'saved');
    expect(kept()).toEqual([{ handle: NEVER_TOLD, rights: ['Look'], kept: true }]);
    await another(again);

    await world.session.stopBackground();
    const second = await make(tab, 'Second');
    await copyToken(world, second);
    await second.byRole('button', 'Save').click();
    await waitForStep(second, 'saved');
    await another(second);

    const options = await world.session.newTab(`${world.session.extensionOrigin}/options.html`);
    await options.byRole('button', `${cockpits.exportIt}: ${foreign.url}`).click();
    const file = await options.byRole('textbox', cockpits.file).value();
    expect(file).not.toContain(NEVER_TOLD);
    expect(await options.axe()).toEqual([]);
    await options.byRole('button', `${cockpits.forget}: ${foreign.url}`).click();
    await options.waitForText(cockpits.none);
    expect(await known()).toEqual([]);
    await importFile(options, file);
    await options.waitForText('called “Handle”');
    expect(await known()).toEqual([]);
    expect(await options.axe()).toEqual([]);
    await options.byRole('button', cockpits.use).click();
    await options.waitForText(cockpits.used);

    const third = await make(tab, 'Third');
    await copyToken(world, third);
    await third.byRole('button', 'Save').click();
    await waitForStep(third, 'saved');
    expect(kept().map(({ handle }) => handle)).toEqual([NEVER_TOLD, 'Second', 'Third']);
  });

  test('a form without permissions or a Save, with a field and with tokens of its own, is shown as it turns up', async () => {
    const tab = await world.session.newTab(`${foreign.url}/own`);
    const press = (popup: Popup, name: string): Promise<void> =>
      popup.byRole('button', name).click();
    const next = async (name: string, step: string): Promise<Popup> => {
      const popup = await world.openPopup(tab);
      await fillIn(popup, name);
      expect(await popup.byRole('checkbox').count()).toBe(0);
      await press(popup, 'Next');
      if (step !== 'form') await waitForStep(popup, step);
      return popup;
    };
    const values = () => [...foreign.tokens.keys()];
    /** The last press, and what it is remembered as. */
    const remember = async (part: string): Promise<void> => {
      await done(tab);
      await until(part, async () => {
        const stored = JSON.stringify(await world.session.extensionStorage('local'));
        return stored.includes(`"${part}"`) || undefined;
      });
    };

    await show(tab, await openUnknown(tab));
    await tab.click('#another');
    await tab.click('#another');
    await presses(tab, 'F6', 'Enter');
    await tab.click('#handle');
    // It has none of the rest.
    await presses(tab, 'F6', 'F6', 'Enter');
    await tab.clickDisabled('#Onward');
    // What the page has filled in is asked about; for once, it may not stay.
    await presses(tab, 'F6', 'F6', 'Enter');
    await remember('next');
    await tab.reload();

    const refused = await next('One', 'form');
    await refused.waitForText('“Level”');
    await show(tab, refused);
    // It is marked already.
    await tab.press('Enter');
    await remember('left');
    await tab.reload();

    const unseen = await next('One', 'unknown');
    expect(foreign.tokens.size).toBe(1);
    await show(tab, unseen);
    await tab.click('#token');
    // The page takes the keyboard back, and every button is to be had all the same.
    await presses(tab, 'F6', 'Enter');
    await tab.click('#token');
    await remember('token');
    await tab.reload();
    const lost = await world.openPopup(tab);
    await waitForStep(lost, 'unknown');
    await press(lost, texts.unknown.giveUp);
    await waitForStep(lost, 'form');
    await lost.close();

    const shown = await next('Two', 'token');
    expect(await copyToken(world, shown)).toBe(values()[1]);
    await press(shown, 'Save');
    await show(tab, shown);
    await presses(tab, 'F6', 'Enter');
    await remember('save');
    const again = await world.openPopup(tab);
    await waitForStep(again, 'token');
    await press(again, 'Save');
    await waitForStep(again, 'saved');
    await another(again);

    const third = await next('Three', 'token');
    expect(await copyToken(world, third)).toBe(values()[2]);
    await press(third, 'Save');
    await waitForStep(third, 'saved');
    expect([...foreign.tokens.values()].map(({ handle }) => handle)).toEqual([
      'One',
      'Two',
      'Three',
    ]);
  });

  test('it is shown with the keyboard alone', async () => {
    const tab = await openTab();
    await tab.evaluate(() => document.querySelector<HTMLElement>('#another')?.click());
    const popup = await openUnknown(tab);
    await show(tab, popup);
    await presses(tab, 'F6', 'Enter', ...times('ArrowUp', 6), 'Enter');
    await presses(tab, 'F6', 'Enter', 'Enter', 'Enter', ...times('ArrowUp', 5), 'Enter');
    for (let each = 0; each < 4; each += 1) await presses(tab, 'ArrowDown', 'Enter');
    await done(tab);
    await until('what was shown', async () => (await known()).length === 1 || undefined);
    await make(tab, 'By keys');
    expect([...foreign.tokens.values()]).toMatchObject([{ handle: 'By keys', rights: ['Look'] }]);
  });

  test('Escape ends it, and an opening meanwhile says that it is under way', async () => {
    const tab = await openTab();
    await show(tab, await openUnknown(tab));
    const meanwhile = await openUnknown(tab);
    await meanwhile.waitForText(teach.under);
    await meanwhile.close();
    await tab.press('Escape');
    expect(await tab.evaluate(isPointing)).toBe(false);
    const after = await openUnknown(tab);
    expect(await after.byRole('button', teach.show).exists()).toBe(true);
    expect(await known()).toEqual([]);
  });

  // What the product alone decides.
  if (driver === chromium) {
    test('what has led to nothing twice in a row is forgotten, and it is said both times', async () => {
      const css = (selector: string) => [{ by: 'css', selector }];
      const controls = {
        open: css('#another'),
        name: css('#handle'),
        next: css('#Onward'),
        read: css('#moved'),
      };
      const description = withShown(foreign.url, null, {
        controls: controls as Description['controls'],
      });
      await world.session.seedExtensionStorage('local', {
        [`cockpit ${foreign.url}`]: { description, failures: 0 },
      });
      const tab = await openTab();
      for (const left of [1, 0]) {
        const popup = await world.openPopup(tab);
        await fillIn(popup, 'Nowhere');
        await popup.byRole('combobox', 'Expiration date').select('never');
        await popup.byRole('button', 'Next').click();
        await popup.waitForText('shows no “Read”');
        await popup.waitForRole('button', teach.show);
        await popup.close();
        expect(await known()).toHaveLength(left);
      }
      expect(foreign.tokens.size).toBe(0);
    });

    test('a file that says what no description may say is refused in words', async () => {
      const options = await world.session.newTab(`${world.session.extensionOrigin}/options.html`);
      const good = {
        format: 'tenant-token-description',
        version: 1,
        origin: foreign.url,
        controls: { name: [{ by: 'name', kind: 'text', name: 'Handle' }] },
      };
      await options.waitForRole('heading', cockpits.title);
      const { faults } = cockpits;
      for (const [text, says] of [
        ['x'.repeat(MAX_DESCRIPTION_LENGTH * 5), faults.too_large],
        [JSON.stringify({ ...good, version: 2 }), faults.other_version],
        [JSON.stringify(good).replace('Handle', '<script>alert(1)</script>'), faults.invalid],
        ['{', faults.no_json],
      ] as const) {
        await importFile(options, text);
        await options.waitForText(says);
        expect(await options.byRole('button', cockpits.use).exists()).toBe(false);
      }
      expect(await known()).toEqual([]);
    });
  }
});

const times = (key: Key, count: number): Key[] => Array.from({ length: count }, () => key);
