import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { CLIPBOARD_KEY } from '../../../extension/channel/session-keys.ts';
import { OUTLINE_KEY } from '../../../extension/cockpits/kept-outline.ts';
import type { PageOutline } from '../../../extension/cockpits/page-outline.ts';
import { de as popupDe } from '../../../extension/messages/de.ts';
import { en as popupEn } from '../../../extension/messages/en.ts';
import { de } from '../../../extension/options/texts/de.ts';
import { en } from '../../../extension/options/texts/en.ts';
import { SETTINGS_KEY } from '../../../extension/settings/settings-key.ts';
import { withShown } from '../../../shared/cockpit/description.ts';
import { writeDescription } from '../../../shared/cockpit/read-description.ts';
import { LANGUAGES } from '../../../shared/messages/language.ts';
import { OPTION_TEXTS } from '../../support/extension-texts.ts';
import { chromium } from '../browsers/chromium.ts';
import type { Tab } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { until } from '../browsers/until.ts';
import { rulesFor } from './axe-rules.ts';
import { importFile } from './import-file.ts';
import { copyAndSave, copyToken, openForm, plainTab, titleOf } from './steps.ts';
import { inWorld } from './in-world.ts';
import { makeToken, waitForStep, type World } from './world.ts';

// What both browsers call `chrome` in a page of an extension; the part used here.
declare const chrome: { tabs: { query: (of: object) => Promise<{ url?: string }[]> } };

/** A form that was shown, and a page that was described. */
const SHOWN = withShown('https://cockpit.example', null, {
  controls: { name: [{ by: 'name', kind: 'text', name: 'Handle' }] },
  lacking: ['tenant'],
  left: [[{ by: 'name', kind: 'select', name: 'Level' }]],
});
const OUTLINE: PageOutline = {
  format: 'tenant-token-page',
  version: 1,
  origin: SHOWN.origin,
  truncated: false,
  controls: [{ kind: 'text', name: 'Handle' }],
};

const markSchema = z.object({ hash: z.string(), clearAt: z.number() });

describe.each([chromium, firefox])('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  const openOptions = async (): Promise<Tab> => {
    const tab = await world.session.newTab(`${world.session.extensionOrigin}/options.html`);
    await tab.waitForRole('heading');
    return tab;
  };

  const settings = async (): Promise<unknown> =>
    (await world.session.extensionStorage('local'))[SETTINGS_KEY];

  test('the popup’s button opens it, and closes the popup', async () => {
    const popup = await openForm(world);
    await popup.byRole('button', popupEn.options).click();
    await popup.waitUntilClosed();
    const url = `${world.session.extensionOrigin}/options.html`;
    await until('a tab with the options', async () => {
      const tabs = await world.session.inExtension(() => chrome.tabs.query({}));
      return tabs.some((tab) => tab.url?.startsWith(url)) ? true : undefined;
    });
  });

  test('a language that is chosen is spoken at once, by the popup too', async () => {
    const options = await openOptions();
    await options.byRole('combobox', en.language).select('Deutsch');
    await options.waitForText(de.saved);
    expect(await options.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(await options.evaluate(() => document.title)).toBe(`Tenant Token: ${de.title}`);
    const popup = await world.openPopup(await plainTab(world));
    await waitForStep(popup, 'form');
    expect(await titleOf(popup)).toBe(popupDe.title);
    expect(await popup.byRole('button', popupDe.buttons.next).exists()).toBe(true);
    await popup.close();
    await options.reload();
    await options.waitForRole('combobox', de.language);
    expect(await options.byRole('combobox', de.language).value()).toBe('de');
    await options.byRole('combobox', de.language).select(de.automatic);
    await options.waitForText(en.saved);
  });

  test('a new form starts with the expiry and the permissions that are chosen', async () => {
    const options = await openOptions();
    const offered = await options.evaluate(() =>
      [...document.querySelectorAll<HTMLOptionElement>('#expiry option')].map(({ value }) => value),
    );
    expect(offered).toEqual(['7d', '30d', '90d', '1y', 'never']);
    await options.byRole('combobox', 'Expiration date').select('7 days');
    // Two boxes at once: neither may be lost while the other is being stored.
    await options.evaluate(() => {
      const boxes = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
      for (const box of [boxes[1], boxes[0]]) box?.click();
    });
    await expect
      .poll(settings)
      .toMatchObject({ language: 'en', expiry: '7d', permissions: ['write'] });

    const popup = await openForm(world);
    expect(await popup.byRole('combobox', 'Expiration date').value()).toBe('7d');
    expect(await popup.byRole('checkbox', 'Read').isChecked()).toBe(false);
    expect(await popup.byRole('checkbox', 'Write').isChecked()).toBe(true);
    await makeToken(popup);
    expect(await world.tryToken(await copyAndSave(world, popup))).toBe(403);
  });

  test('settings that nobody could have chosen are as if they were not set', async () => {
    const faulty = { language: 'xx', expiry: 'date', permissions: 'all', clipboardSeconds: 1 };
    await world.session.seedExtensionStorage('local', { [SETTINGS_KEY]: faulty });
    const options = await openOptions();
    expect(await options.byRole('combobox', en.language).value()).toBe('auto');
    const popup = await openForm(world);
    expect(await popup.byRole('combobox', 'Expiration date').value()).toBe('90d');
    expect(await popup.byRole('checkbox', 'Read').isChecked()).toBe(true);
  });

  test('it says what is stored, and that is what is stored', async () => {
    const options = await openOptions();
    for (const text of Object.values(en.storage)) expect(await options.text()).toContain(text);
    await options.byRole('combobox', 'Expiration date').select('30 days');
    const popup = await openForm(world);
    await makeToken(popup);
    await copyAndSave(world, popup);
    expect(Object.keys(await world.session.extensionStorage('local'))).toEqual([SETTINGS_KEY]);
    expect(await world.session.extensionStorage('sync')).toEqual({});
    // How tall a line was says nothing of anybody.
    const {
      user: _session,
      hint: _height,
      ...kinds
    } = Object.groupBy(
      Object.keys(await world.session.extensionStorage('session')),
      (key) => key.split(' ')[0] ?? '',
    );
    expect(Object.keys(kinds).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'first',
      'operation',
      'place',
    ]);
  });

  test('what was learned of a cockpit is changed and forgotten there', async () => {
    const learned = (of: string) => `learned https://${of}.example.com`;
    await world.session.seedExtensionStorage('local', {
      [learned('nord')]: { apiUrl: 'https://api.example.com', worksUnsaved: false },
      [learned('sol')]: { worksUnsaved: true },
    });
    const options = await openOptions();
    await options.waitForText(en.learned.worksSaved);
    const nord = options.byRole('textbox', `${en.learned.apiUrl}: https://nord.example.com`);
    await nord.fill('https://api.nord.example.com/');
    await options.byRole('button', `${en.learned.forget}: https://sol.example.com`).click();
    await options.waitForText(en.learned.forgotten);
    const stored = await world.session.extensionStorage('local');
    expect(stored[learned('sol')]).toBeUndefined();
    expect(stored[learned('nord')]).toEqual({
      apiUrl: 'https://api.nord.example.com',
      worksUnsaved: false,
    });
  });

  test.each(LANGUAGES)(
    'it keeps the rules of WCAG 2.2 AA, light and dark: %s',
    async (language) => {
      await world.session.seedExtensionStorage('local', {
        [SETTINGS_KEY]: { language, clipboardSeconds: 30 },
        [`cockpit ${SHOWN.origin}`]: { description: SHOWN, failures: 1 },
        'learned https://nord.example.com': { apiUrl: 'https://api.example.com' },
        'learned https://sol.example.com': { worksUnsaved: true },
      });
      await world.session.seedExtensionStorage('session', { [OUTLINE_KEY]: OUTLINE });
      const options = await openOptions();
      await options.waitForText(OPTION_TEXTS[language].storage.title);
      const { cockpits } = OPTION_TEXTS[language];
      await options.byRole('button', `${cockpits.exportIt}: ${SHOWN.origin}`).click();
      await importFile(options, writeDescription(SHOWN));
      await options.waitForRole('button', cockpits.use);
      for (const [scheme, rules] of rulesFor(driver, language)) {
        await options.setColorScheme(scheme);
        const isDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;
        await expect.poll(() => options.evaluate(isDark)).toBe(scheme === 'dark');
        expect(await options.axe(rules)).toEqual([]);
      }
      await options.setColorScheme('light');
    },
  );

  if (driver.name === 'chromium') {
    /** Has the clipboard cleared after half a minute, as a person does. */
    const askForClearing = async (): Promise<void> => {
      const options = await openOptions();
      await options.byRole('combobox', en.clipboard.label).select(en.clipboard[30]);
      await options.waitForText(en.clipboard.ask);
      await world.session.allowClipboard();
      await options.byRole('button', en.clipboard.allow).click();
      await options.waitForText(en.clipboard.granted);
    };

    test('a copied token is cleared from the clipboard when its time is up', async () => {
      await askForClearing();
      const popup = await openForm(world);
      const token = await makeToken(popup);
      expect(await copyAndSave(world, popup)).toBe(token);
      await expect.poll(() => world.session.clipboardText(), { interval: 500 }).toBe('');
      expect(await world.tryToken(token)).toBe(200);
    });

    /**
     * Copies a token and closes the popup; what is left is only a mark of it, whose time comes.
     * @param since what is copied after it
     */
    const leaveCopied = async (tab: Tab, since?: string): Promise<string> => {
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'form');
      await makeToken(popup);
      const before = Date.now();
      const token = await copyToken(world, popup);
      const mark = await until('the mark of a copied token', async () => {
        const memory = await world.session.extensionStorage('session');
        return markSchema.safeParse(memory[CLIPBOARD_KEY]).data;
      });
      if (since !== undefined)
        await popup.evaluate((text) => navigator.clipboard.writeText(text), since);
      await popup.close();
      expect(mark.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(mark.clearAt).toBeGreaterThanOrEqual(before + 30_000);
      await world.session.seedExtensionStorage('session', {
        [CLIPBOARD_KEY]: { ...mark, clearAt: Date.now() },
      });
      return token;
    };

    test('a popup that was closed meanwhile does it at the next opening', async () => {
      await askForClearing();
      const tab = await plainTab(world);
      const token = await leaveCopied(tab);
      expect(await world.session.clipboardText()).toBe(token);
      await world.openPopup(tab);
      await expect.poll(() => world.session.clipboardText()).toBe('');
      await expect
        .poll(() => world.session.extensionStorage('session'))
        .not.toHaveProperty(CLIPBOARD_KEY);
    });

    test('what has been copied since stays', async () => {
      await askForClearing();
      const tab = await plainTab(world);
      // Before the popup opens, which looks for the token at once.
      await leaveCopied(tab, 'Something of my own');
      await world.openPopup(tab);
      await expect
        .poll(() => world.session.extensionStorage('session'))
        .not.toHaveProperty(CLIPBOARD_KEY);
      expect(await world.session.clipboardText()).toBe('Something of my own');
    });
  } else {
    test('it says that Firefox lets no extension clear the clipboard', async () => {
      const options = await openOptions();
      const choice = options.byRole('combobox', en.clipboard.label);
      expect(await choice.isDisabled()).toBe(true);
      expect(await choice.description()).toBe(en.clipboard.unknown);
    });
  }
});
