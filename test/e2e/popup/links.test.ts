import { describe, expect, test } from 'vitest';
import { LINK_TEXTS } from '../../../extension/background/links/words/link-note.ts';
import { en } from '../../../extension/messages/en.ts';
import { addDays, todayIn } from '../../../shared/calendar.ts';
import { fill } from '../../../shared/messages/fill.ts';
import {
  type LinkedRequest,
  readRequestFragment,
  writeRequestFragment,
} from '../../../shared/request-link.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { almTab, popupAtAlm } from './alm.ts';
import { inWorld } from './in-world.ts';
import { isBrowser, LEVELS } from './levels.ts';
import { misfits } from './layout.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { copyAndSave, NEXT, openForm, plainTab, theRecord } from './steps.ts';
import { waitForStep, type World } from './world.ts';

const links = LINK_TEXTS.en;
const FROM = { person: 'Ivo Keller', workspace: 'Harbour Works' };
const LAST_DAY = addDays(todayIn('Europe/Berlin', Date.now()), 40);

const linked = (changes: Partial<LinkedRequest>): string => {
  const written = writeRequestFragment({
    name: 'Asked in Slack',
    description: 'Reads the meters',
    tenantId: 'Nord Hafen',
    permissions: ['read', 'create'],
    expiresOn: LAST_DAY,
    from: FROM,
    ...changes,
  });
  if (!written.ok) throw new Error(written.error);
  return written.value;
};

const name = (popup: Popup) => popup.byRole('textbox', 'Name');

describe.each(LEVELS)('a link with a request, in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  /** A tab on Nord's page with a request in its address, and the popup over it. */
  const openLinked = async (fragment: string): Promise<{ tab: Tab; popup: Popup }> => {
    const tab = await world.signedIn(
      undefined,
      world.platform.tenants.nord.url + PLAIN_PATH + fragment,
    );
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    return { tab, popup };
  };

  if (isBrowser(driver)) {
    test('fills in the form, marks what came from it, sends nothing, and says how to go on', async () => {
      const { popup } = await openLinked(linked({}));
      await popup.waitForText('Request of Ivo Keller in Harbour Works, as the link has it.');
      expect(await name(popup).value()).toBe('Asked in Slack');
      expect(await name(popup).isFocused()).toBe(true);
      expect(await popup.byLabel(en.form.ownDate).value()).toBe(LAST_DAY);
      for (const [role, field] of [
        ['textbox', 'Name'],
        ['textbox', 'Description'],
        ['combobox', 'Tenant'],
        ['group', 'Permissions'],
      ] as const) {
        expect(await popup.byRole(role, field).description()).toContain(links.legend);
      }
      await popup.byRole('checkbox', 'Delete').click();
      expect(await popup.byRole('group', 'Permissions').description()).not.toContain(links.legend);
      await popup.byRole('checkbox', 'Delete').click();
      expect(await popup.axe()).toEqual([]);
      await expect.poll(() => popup.evaluate(misfits)).toEqual([]);
      await popup.setColorScheme('dark');
      expect(await popup.axe(['color-contrast'])).toEqual([]);
      expect(world.faults.count('POST', NEXT)).toBe(0);

      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'token');
      await popup.waitForText(fill(links.deliver, FROM));
      await copyAndSave(world, popup);
      await popup.waitForText(fill(links.saved, FROM));
      expect(await theRecord(world)).toMatchObject({
        name: 'Asked in Slack',
        tenant_id: world.platform.tenants.hafen.id,
        permissions: ['read', 'create'],
        expires_on: LAST_DAY,
      });
    });

    test('is copied from the form, and a command for Slack from what was made of it', async () => {
      const popup = await openForm(world);
      await name(popup).fill('Passed on');
      const { label, link, command, notCopied } = links.share;
      await popup.byRole('button', label).click();
      expect(await popup.axe()).toEqual([]);
      await expect.poll(() => popup.evaluate(misfits)).toEqual([]);
      await popup.byRole('button', link).click();
      await popup.waitForText(links.share.copied);
      const copied = await world.session.clipboardText();
      expect(copied.startsWith(`${world.platform.tenants.nord.url}/#tenant-token=`)).toBe(true);
      expect(readRequestFragment(copied)).toMatchObject({
        value: { name: 'Passed on', from: null },
      });
      await name(popup).fill('exe.\u202Egnp');
      await popup.byRole('button', link).click();
      await popup.waitForText(notCopied);
      await popup.byRole('button', label).click();

      await name(popup).fill(copied);
      await popup.waitForText(links.fromNobody);
      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'token');
      const token = await copyAndSave(world, popup);
      await popup.byRole('button', label).click();
      await popup.byRole('button', command).click();
      await popup.waitForText(links.share.hint);
      await expect
        .poll(() => world.session.clipboardText())
        .toMatch(
          /^\/tenant-token create "Passed on" --tenant "Nord" --expires [\d-]{10} --permissions read$/,
        );
      expect(await world.session.clipboardText()).not.toContain(token);
    });

    test('sets the cockpit’s own wizard to the tenant that it names', async () => {
      const { alm } = world.platform.tenants;
      const popup = await popupAtAlm(world, await almTab(world));
      await name(popup).fill(linked({ tenantId: 'Alm' }));
      await popup.waitForText('Request of Ivo Keller');
      await popup.byRole('button', 'Next').click();
      await waitForStep(popup, 'token');
      await copyAndSave(world, popup);
      expect(await theRecord(world)).toMatchObject({ tenant_id: alm.id, expires_on: LAST_DAY });
    });
    return;
  }

  test('loses nothing that was typed before, and does not come back over it', async () => {
    const tab = await plainTab(world);
    const first = await world.openPopup(tab);
    await waitForStep(first, 'form');
    await name(first).fill('Half an idea');
    await first.close();
    await tab.evaluate((fragment) => void (location.hash = fragment), linked({}));
    const popup = await world.openPopup(tab);
    await popup.waitForText(links.before);
    await popup.byRole('button', links.back).click();
    await popup.until('what was typed', async () =>
      (await name(popup).value()) === 'Half an idea' ? true : undefined,
    );
    await popup.close();
    const again = await world.openPopup(tab);
    await waitForStep(again, 'form');
    expect(await name(again).value()).toBe('Half an idea');
  });

  test('is taken where it is pasted into the name; one for another page is not', async () => {
    const popup = await openForm(world);
    await name(popup).fill(`https://elsewhere.example/${linked({})}`);
    await popup.waitForText(fill(links.elsewhere, { origin: 'https://elsewhere.example' }));
    expect(await name(popup).value()).toBe('');
    await name(popup).fill(`${world.platform.tenants.nord.url}/${linked({ from: null })}`);
    await popup.waitForText(links.fromNobody);
    expect(await name(popup).value()).toBe('Asked in Slack');
  });

  test('cannot say more than a person could fill in', async () => {
    const from = { person: '<img src=x onerror=alert(1)>', workspace: '\u202EW' };
    const { tab, popup } = await openLinked(
      linked({ name: 'exe.\u202Egnp', description: '<b>bold</b>', tenantId: 'Sol', from }),
    );
    await popup.waitForText('Request of <img src=x onerror=alert(1)> in W, as the link has it.');
    await popup.waitForText(en.fieldErrors.control_characters);
    await popup.waitForText(en.fieldErrors.unknown);
    expect(await name(popup).value()).toBe('');
    expect(await popup.byRole('textbox', 'Description').value()).toBe('<b>bold</b>');
    expect(await popup.byRole('combobox', 'Tenant').value()).toBe('');
    expect(await popup.evaluate(() => document.querySelectorAll('main img, main b').length)).toBe(
      0,
    );
    await popup.close();
    await tab.evaluate(() => void (location.hash = `tenant-token=${'A'.repeat(1_000_000)}`));
    const again = await world.openPopup(tab);
    await again.waitForText(links.malformed);
    expect(world.faults.count('POST', NEXT)).toBe(0);
  });
});
