import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { en as core } from '../../../../shared/messages/en.ts';
import { en as own } from '../../../../sandbox/platform/cockpit/messages/en.ts';
import { loseAnswer } from '../../../support/faults.ts';
import { CARLA } from '../../../support/sign-in.ts';
import {
  carlasWindow,
  made,
  rows,
  rowWith,
  shownToken,
  statusWith,
  TOKENS,
  wizardOf,
} from './at-sol.ts';
import { type Cockpit, openCockpit, type Window } from './open-cockpit.ts';
import { act } from './wizard-actions.ts';

let cockpit: Cockpit;

beforeAll(async () => {
  cockpit = await openCockpit();
});

afterEach(async () => {
  await cockpit.reset();
  expect(cockpit.complaints()).toEqual([]);
});

afterAll(() => cockpit.close());

/** Notes whether the page would still ask before it is left, as soon as its token is gone. Sent as source text. */
const noteWhetherItAsks = (): void => {
  const gone = new MutationObserver(() => {
    if (document.querySelector('.token')) return;
    gone.disconnect();
    document.documentElement.dataset['asks'] = String(
      !dispatchEvent(new Event('beforeunload', { cancelable: true })),
    );
  });
  gone.observe(document, { childList: true, subtree: true });
};

/** Notes what has the keyboard as soon as a field is said to be wrong. Sent as source text. */
const noteTheFirstWrong = (): void => {
  const wrong = new MutationObserver(() => {
    if (!document.querySelector('[aria-invalid="true"]')) return;
    wrong.disconnect();
    const focused = document.activeElement as HTMLInputElement | null;
    document.documentElement.dataset['first'] = focused?.labels?.[0]?.innerText ?? '';
  });
  wrong.observe(document, { attributes: true, childList: true, subtree: true });
};

describe('the cockpit’s wizard', () => {
  it('takes twelve actions from the home page to a token that is saved and copied', async () => {
    const window = await carlasWindow(cockpit);
    const actions = wizardOf(window, 'Twelve');
    await act(actions, 'click Save');
    const token = await shownToken(window);
    await window.waitForText(own.wizard.copied);
    expect(await window.evaluate(() => navigator.clipboard.readText())).toBe(token);
    expect(await statusWith(cockpit, token)).toBe(401);
    await act(actions.slice(-1));
    await window.waitForText('“Twelve” is saved and works now.');
    expect(await statusWith(cockpit, token)).toBe(200);
    expect(await rowWith(window, 'Twelve', 'Active')).toMatch(/Sol\s+Read\s[^]*carla@sol.example/);
    expect(actions.map(({ what }) => what)).toEqual([
      'click Cockpit menu',
      'click Administration',
      'click Tenant',
      'click API',
      'click Create',
      'fill in Name',
      'fill in Expiration date',
      'choose Tenant',
      'click Read',
      'click Next',
      'click Copy',
      'click Save',
    ]);
  });

  it('has no shorter way: each page offers only the next one', async () => {
    const window = await carlasWindow(cockpit);
    const [open, unfold, tenant] = wizardOf(window, 'Deep');
    const offered = () =>
      Promise.all(
        [
          window.byRole('button', own.menu.administration),
          window.byRole('link', own.menu.tenant),
          window.byRole('link', own.tenant.api),
          window.byRole('link', own.tokens.create),
        ].map((control) => control.exists()),
      );
    expect(await offered()).toEqual([false, false, false, false]);
    await open?.run();
    expect(await offered()).toEqual([true, false, false, false]);
    await unfold?.run();
    expect(await offered()).toEqual([true, true, false, false]);
    await tenant?.run();
    await window.waitForRole('link', own.tenant.api);
    expect(await offered()).toEqual([false, false, true, false]);
  });

  it('leaves the token in no address, title, storage or document source', async () => {
    const window = await carlasWindow(cockpit);
    const token = await made(window, 'Traceless');
    const traces = await window.evaluate(() =>
      JSON.stringify([
        location.href,
        document.title,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        history.state as unknown,
        document.documentElement.outerHTML,
      ]),
    );
    expect(traces).toContain('Traceless');
    expect(traces).not.toContain(token);
  });

  it.each([
    ['Cancel', (window: Window) => window.byRole('button', core.buttons.cancel).click()],
    ['the back button', (window: Window) => window.page.goBack().then(() => undefined)],
  ])('discards the token after %s, and asks no more before it is left', async (way, leave) => {
    const window = await carlasWindow(cockpit);
    const name = `Left by ${way}`;
    await act(wizardOf(window, name), 'click Save');
    const token = await shownToken(window);
    await window.page.evaluate(noteWhetherItAsks);
    await leave(window);
    await window.waitForRole('heading', own.tokens.title);
    expect(await window.page.evaluate(() => document.documentElement.dataset['asks'])).toBe(
      'false',
    );
    await window.byRole('combobox', own.tokens.filter).select(own.tokens.states.discarded);
    await rowWith(window, name, own.tokens.states.discarded);
    expect(await statusWith(cockpit, token)).toBe(401);
  });

  it('says what is wrong beside each field, and puts the cursor into the first', async () => {
    const window = await carlasWindow(cockpit);
    await window.goto(`${TOKENS}/create`);
    const next = window.byRole('button', core.buttons.next);
    await window.evaluate(noteTheFirstWrong);
    await next.click();
    await window.waitForText(core.fieldErrors.required.name);
    const name = window.byRole('textbox', core.fields.name);
    expect(await name.isFocused()).toBe(true);
    const first = await window.evaluate(() => document.documentElement.dataset['first']);
    expect(first).toBe(core.fields.name);
    expect(await name.description()).toBe(core.fieldErrors.required.name);
    const tenant = window.byRole('combobox', core.fields.tenantId);
    expect(await tenant.description()).toContain(core.fieldErrors.required.tenantId);
    expect(await window.text()).toContain(core.fieldErrors.required.permissions);
    await name.fill('Too late');
    await tenant.select('Sol');
    await window.byLabel(core.fields.expiresOn).fill('2020-01-01');
    await next.click();
    await window.waitForText(core.fieldErrors.in_the_past);
    expect(await window.byLabel(core.fields.expiresOn).isFocused()).toBe(true);
  });

  it('never takes a date that was typed by half for none', async () => {
    const window = await carlasWindow(cockpit);
    const actions = wizardOf(window, 'Half a date');
    await act(actions, 'fill in Expiration date');
    await window.page.focus('input[type=date]');
    await window.typeText('12');
    await act(actions.slice(7, 10));
    await window.waitForText(core.fieldErrors.not_a_date);
  });

  it('makes one token when the answer to Next was lost and Next is pressed again', async () => {
    const window = await carlasWindow(cockpit);
    const actions = wizardOf(window, 'Once');
    cockpit.faults.on('POST', /^\/api\/v1\/api_tokens$/, loseAnswer);
    await act(actions, 'click Copy');
    await window.waitForRole('alert');
    expect(await window.byRole('textbox', core.fields.name).value()).toBe('Once');
    cockpit.faults.clear();
    await act(actions.slice(-3));
    await window.waitForText('“Once” is saved and works now.');
    await rowWith(window, 'Once', own.tokens.states.active);
    expect(await rows(window, 'Once')).toHaveLength(1);
  });

  it('keeps the token on the screen when the answer to Save was lost, to save it again', async () => {
    const window = await carlasWindow(cockpit);
    const actions = wizardOf(window, 'Twice saved');
    cockpit.faults.on('POST', /\/save$/, loseAnswer);
    await act(actions);
    await window.waitForRole('alert');
    const token = await shownToken(window);
    cockpit.faults.clear();
    await act(actions.slice(-1));
    await window.waitForText('“Twice saved” is saved and works now.');
    expect(await statusWith(cockpit, token)).toBe(200);
  });

  it('lets someone whose session has ended sign in again, and keeps what was typed', async () => {
    const window = await carlasWindow(cockpit);
    const actions = wizardOf(window, 'Kept');
    await act(actions, 'click Next');
    const context = window.page.browserContext();
    await context.deleteCookie(...(await context.cookies()));
    await act(actions.slice(9, 10));
    await window.waitForRole('dialog', own.signIn.again);
    await window.press('Escape');
    await window.byLabel(own.signIn.email).fill(CARLA.email);
    await window.byLabel(own.signIn.password).fill(CARLA.password);
    await window.press('Enter');
    await act(actions.slice(9));
    await window.waitForText('“Kept” is saved and works now.');
  });
});
