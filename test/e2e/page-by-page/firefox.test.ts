import { describe, expect, test } from 'vitest';
import { LIST_PATH } from '../../support/cockpits/page-by-page.ts';
import type { Popup } from '../browsers/driver.ts';
import { firefox } from '../browsers/firefox.ts';
import { until } from '../browsers/until.ts';
import { waitForStep } from '../popup/world.ts';
import {
  HOST,
  hostAskedFor,
  inSteppedWorld,
  next,
  pressAllow,
  type SteppedWorld,
} from './cockpit-in-steps.ts';

declare const chrome: {
  permissions: {
    getAll: () => Promise<{ origins: string[] }>;
  };
};

const PATTERN = `http://${HOST}/*`;
const FORM_STEP = `GET ${LIST_PATH}/new`;

describe('in firefox, where a click ends with its document, on a cockpit that loads pages', () => {
  let world: SteppedWorld;
  inSteppedWorld(firefox, (opened) => (world = opened));

  const allowedHosts = async (): Promise<string[]> =>
    (await world.session.inExtension(() => chrome.permissions.getAll())).origins;

  /** The popup that comes back by itself after the browser's own question. */
  const comeBack = async (step: string): Promise<Popup> => {
    const popup = await world.session.popupByItself();
    await waitForStep(popup, step);
    return popup;
  };

  /** Presses the popup's button, and answers the browser's question. @returns what it says */
  const answer = async (popup: Popup, allow: boolean): Promise<string> => {
    await pressAllow(popup);
    return world.session.answerHostQuestion(allow);
  };

  const copyAndSave = async (popup: Popup): Promise<void> => {
    await popup.byRole('button', 'Copy').click();
    await popup.waitForText('Copied.');
    await popup.byRole('button', 'Save').click();
  };

  /** Waits until a text stands in the extension's memory, whatever popup is open. */
  const isKept = (text: string): Promise<true> =>
    until(text, async () => {
      const kept = JSON.stringify(Object.values(await world.session.extensionStorage('session')));
      return kept.includes(text) ? true : undefined;
    });

  const made = () => world.cockpit.record.all();

  test('a host that is allowed leads over all of them, and is given back at the end', async () => {
    const { popup } = await world.open();
    await next(popup, 'Allowed');
    await hostAskedFor(popup);
    expect(await allowedHosts()).toEqual([]);
    await pressAllow(popup);
    // Whoever waits for the answer may be gone by then.
    await world.session.stopBackground();
    expect(await world.session.answerHostQuestion(true)).toContain(HOST);
    const again = await comeBack('token');
    expect(await allowedHosts()).toEqual([PATTERN]);
    await copyAndSave(again);
    await waitForStep(again, 'saved');
    expect(made()).toMatchObject([{ name: 'Allowed', permissions: ['read'], state: 'saved' }]);
    await expect.poll(allowedHosts).toEqual([]);
  });

  test('known to load pages, it is asked for before the first step, and kept where that is ticked', async () => {
    await world.session.seedExtensionStorage('local', { [`loads ${world.cockpit.url}`]: true });
    const { tab, popup } = await world.open();
    await next(popup, 'Kept');
    await hostAskedFor(popup);
    expect(await tab.url()).toBe(world.cockpit.url + LIST_PATH);
    await popup.byRole('checkbox', 'Keep for this host').click();
    await answer(popup, true);
    const again = await comeBack('token');
    await again.byRole('button', 'Cancel').click();
    await waitForStep(again, 'form');
    expect(made()).toMatchObject([{ name: 'Kept', state: 'cancelled' }]);
    expect(await allowedHosts()).toEqual([PATTERN]);
    await next(again, 'Asked nothing');
    await waitForStep(again, 'token');
    await again.close();
    const options = await world.session.newTab(`${world.session.extensionOrigin}/options.html`);
    await options.byRole('button', `Withdraw: http://${HOST}`).click();
    await options.waitForText('No host is allowed.');
    expect(await allowedHosts()).toEqual([]);
    await options.byRole('button', `Forget: ${world.cockpit.url}`).click();
    await until('it to be forgotten', async () => {
      const stored = await world.session.extensionStorage('local');
      return Object.keys(stored).some((key) => key.startsWith('loads ')) ? undefined : true;
    });
  });

  test('who declines goes on with the extension’s own key, one press a page', async () => {
    const { tab, popup } = await world.open();
    await next(popup, 'By key');
    await hostAskedFor(popup);
    await popup.waitForText('press Alt+Shift+G at each new page.');
    await answer(popup, false);
    expect(await allowedHosts()).toEqual([]);
    await world.session.pressCommandKey('go_on');
    await tab.waitFor('input[readonly]');
    await world.session.pressCommandKey('go_on');
    await isKept('"step":"token"');
    const again = await world.session.clickToolbarButton(tab);
    await waitForStep(again, 'token');
    await copyAndSave(again);
    await hostAskedFor(again);
    await world.session.pressCommandKey('go_on');
    await waitForStep(again, 'saved');
    expect(made()).toMatchObject([{ name: 'By key', state: 'saved' }]);
    expect(await allowedHosts()).toEqual([]);
  });

  test('led to another host, it asks for the cockpit’s alone, and does nothing there', async () => {
    const { tab, popup } = await world.open();
    const elsewhere = new URL(world.cockpit.url);
    elsewhere.hostname = 'localhost';
    world.lead((step) =>
      step === FORM_STEP ? `${elsewhere.origin}${LIST_PATH}/elsewhere` : undefined,
    );
    await next(popup, 'Led away');
    await hostAskedFor(popup);
    const said = await answer(popup, true);
    expect(said).toContain(HOST);
    expect(said).not.toContain('localhost');
    // It comes back over the other host's page, of which it may know nothing.
    await (await comeBack('not_tenant')).close();
    await isKept('The tab shows another page by now.');
    await tab.goto(world.cockpit.url + LIST_PATH);
    const again = await world.session.clickToolbarButton(tab);
    await waitForStep(again, 'form');
    await again.waitForText('The tab shows another page by now.');
    expect(made()).toEqual([]);
    await until('the host to be given back', async () =>
      (await allowedHosts()).length === 0 ? true : undefined,
    );
  });
});
