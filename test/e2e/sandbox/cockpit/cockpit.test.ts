import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { de as coreDe } from '../../../../shared/messages/de.ts';
import { en as core } from '../../../../shared/messages/en.ts';
import { de as ownDe } from '../../../../sandbox/platform/cockpit/messages/de.ts';
import { en as own } from '../../../../sandbox/platform/cockpit/messages/en.ts';
import { ADA, BEN, CARLA } from '../../../support/sign-in.ts';
import { until } from '../../browsers/until.ts';
import {
  carlasWindow,
  inNinetyDays,
  made,
  rowWith,
  statusWith,
  TOKENS,
  wizardOf,
} from './at-sol.ts';
import { type Cockpit, openCockpit } from './open-cockpit.ts';
import { act, wizardActions } from './wizard-actions.ts';

let cockpit: Cockpit;

beforeAll(async () => {
  cockpit = await openCockpit();
});

afterEach(async () => {
  await cockpit.reset();
  expect(cockpit.complaints()).toEqual([]);
});

afterAll(() => cockpit.close());

describe('signing in to the cockpit', () => {
  it('says that a password is wrong, keeps the address, and lets the right one in', async () => {
    const window = await cockpit.open('sol');
    await window.byLabel(own.signIn.email).fill(CARLA.email);
    await window.byLabel(own.signIn.password).fill('wrong');
    await window.byRole('button', own.signIn.submit).click();
    await window.waitForText(own.signIn.wrong);
    expect(await window.byLabel(own.signIn.email).value()).toBe(CARLA.email);
    expect(await window.byLabel(own.signIn.password).isFocused()).toBe(true);
    await window.byLabel(own.signIn.password).fill(CARLA.password);
    await window.press('Enter');
    await window.waitForText('Welcome, Carla Sol');
  });

  it('says for how long to wait after too many attempts', async () => {
    const window = await cockpit.open('sol');
    await window.byLabel(own.signIn.email).fill('guess@sol.example');
    await until('the throttle', async () => {
      await window.byLabel(own.signIn.password).fill('guess');
      await window.press('Enter');
      await window.waitForRole('alert');
      return (await window.text()).includes('Too many attempts') ? true : undefined;
    });
    expect(await window.text()).toMatch(/Too many attempts. Try again in \d+ s\./);
  });

  it('opens the page that was asked for, and shows nothing of it after signing out', async () => {
    const window = await cockpit.open('sol');
    await window.goto(TOKENS);
    await window.signIn(CARLA);
    await window.waitForRole('heading', own.tokens.title);
    await window.byRole('button', own.signIn.signOut).click();
    await window.waitForRole('heading', own.signIn.title);
    expect(await window.text()).not.toContain('Carla');
    await window.goto('/');
    await window.waitForRole('heading', own.signIn.title);
  });
});

describe('the cockpit’s list of tokens', () => {
  it('lets a token be marked as one that may manage tokens, which then counts', async () => {
    const window = await carlasWindow(cockpit);
    const token = await made(window, 'Manager');
    const mayManage = async (): Promise<boolean> => {
      const { json } = await cockpit.call('GET', '/api/v1/session', {
        host: 'api.sol.localhost',
        key: token,
      });
      return JSON.stringify(json).includes('"can_manage_tokens":true');
    };
    const mark = window.byRole('switch', 'Manager may manage tokens');
    expect([await mark.isChecked(), await mayManage()]).toEqual([false, false]);
    await mark.click();
    await until('the mark to count', async () => ((await mayManage()) ? true : undefined));
    await window.goto(TOKENS);
    expect(await mark.isChecked()).toBe(true);
    await mark.click();
    await until('the mark to be gone', async () => ((await mayManage()) ? undefined : true));
  });

  it('finds a token by what is typed, and shows when it was last used', async () => {
    const window = await carlasWindow(cockpit);
    const token = await made(window, 'Wall display');
    await rowWith(window, 'Wall display', own.tokens.notUsed);
    expect(await statusWith(cockpit, token)).toBe(200);
    const search = window.byRole('searchbox', own.tokens.search);
    await search.fill('no such token');
    await window.waitForText(own.tokens.noMatch);
    await search.fill('wall d');
    expect(await rowWith(window, 'Wall display', 'Active')).not.toContain(own.tokens.notUsed);
  });

  it('revokes a token after a question, and has all that was done with it in the log', async () => {
    const window = await carlasWindow(cockpit);
    const token = await made(window, 'Short-lived');
    const revoke = window.byRole('button', 'Revoke Short-lived');
    await revoke.click();
    await window.byRole('button', core.buttons.cancel).click();
    expect(await statusWith(cockpit, token)).toBe(200);
    await revoke.click();
    await window.waitForRole('dialog', 'Revoke “Short-lived”?');
    await window.byRole('button', own.tokens.revoke).click();
    await window.waitForText('“Short-lived” is revoked.');
    expect(await statusWith(cockpit, token)).toBe(401);
    await rowWith(window, 'Short-lived', own.tokens.states.revoked);
    expect(await revoke.exists()).toBe(false);

    await window.byRole('link', own.tenant.log).click();
    await window.waitForText(own.log.actions.revoke);
    const lines = await window.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('tbody tr')].map((each) => each.innerText),
    );
    const about = lines.filter((line) => line.includes('Short-lived'));
    const { actions } = own.log;
    expect(about).toHaveLength(3);
    for (const [index, what] of [actions.revoke, actions.save, actions.next].entries()) {
      expect(about[index]).toMatch(
        new RegExp(String.raw`carla@sol\.example\s+${what}\s+Short-lived\s+Done\s+[0-9a-f-]{36}`),
      );
    }
    expect(lines.join('\n')).not.toContain(token);
  });

  it('is for Super Admins alone, and so is the log', async () => {
    const window = await cockpit.open('nord');
    await window.signIn(BEN);
    await window.goto(TOKENS);
    await window.waitForText(ownDe.tokens.notAllowed);
    expect(await window.byRole('link', ownDe.tokens.create).exists()).toBe(false);
    await window.byRole('link', ownDe.tenant.log).click();
    await window.waitForText(ownDe.problems.forbidden);
  });
});

describe('the cockpit’s pages', () => {
  it('speak the language of the tenant, with the labels of the manual', async () => {
    const window = await cockpit.open('nord');
    await window.signIn(ADA);
    const actions = wizardActions(
      window,
      { own: ownDe, core: coreDe },
      { name: 'Anzeige', expiresOn: inNinetyDays(), tenant: 'Alle Tenants' },
    );
    await act(actions);
    await window.waitForText('„Anzeige“ ist gespeichert und funktioniert jetzt.');
    expect(actions.map(({ what }) => what.replace(/^(click|fill in|choose) /, ''))).toEqual([
      'Cockpit-Menü',
      'Verwaltung',
      'Tenant',
      'API',
      'Erstellen',
      'Name',
      'Ablaufdatum',
      'Tenant',
      'Lesen',
      'Weiter',
      'Kopieren',
      'Speichern',
    ]);
    expect(await window.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  it('follow the back and forward buttons', async () => {
    const window = await carlasWindow(cockpit);
    await act(wizardOf(window, '').slice(0, 4));
    await window.waitForRole('heading', own.tokens.title);
    await window.page.goBack();
    await window.waitForText('Sol Pacific');
    await window.page.goBack();
    await window.waitForText('Welcome, Carla Sol');
    await window.page.goForward();
    await window.waitForRole('heading', own.tenant.subTenants);
    expect(window.path()).toBe('/administration/tenant');
    expect(await window.page.title()).toBe('Tenant · Sol');
  });

  it('have their title and their language as soon as they are drawn', async () => {
    const window = await cockpit.open('nord');
    await window.page.evaluateOnNewDocument(() => {
      const seen: Record<string, string> = {};
      const drawn = new MutationObserver(() => {
        const heading = document.querySelector('h1')?.textContent;
        if (!heading || heading in seen) return;
        seen[heading] = `${document.title} (${document.documentElement.lang})`;
        document.documentElement.dataset['seen'] = JSON.stringify(seen);
      });
      drawn.observe(document, { childList: true, subtree: true });
    });
    await window.goto('/');
    await window.signIn(ADA);
    await window.byRole('button', ownDe.menu.label).click();
    await window.byRole('button', ownDe.menu.administration).click();
    await window.byRole('link', ownDe.menu.tenant).click();
    await window.waitForRole('heading', ownDe.tenant.subTenants);
    const seen = await window.evaluate(() => document.documentElement.dataset['seen'] ?? '');
    expect(JSON.parse(seen)).toEqual({
      [own.signIn.title]: `${own.signIn.title} · ${new URL(window.page.url()).host} (en)`,
      Nord: `Nord · ${ownDe.menu.home} (de)`,
      [ownDe.menu.tenant]: `${ownDe.menu.tenant} · Nord (de)`,
    });
  });

  it('follow a link that is clicked as soon as it is drawn', async () => {
    const window = await carlasWindow(cockpit);
    await window.page.evaluateOnNewDocument((href) => {
      const drawn = new MutationObserver(() => {
        const link = document.querySelector<HTMLElement>(`a[href="${href}"]`);
        if (!link) return;
        drawn.disconnect();
        link.click();
      });
      drawn.observe(document, { childList: true, subtree: true });
    }, '/administration/tenant');
    await window.goto('/');
    await window.waitForRole('heading', own.tenant.subTenants);
    expect(window.path()).toBe('/administration/tenant');
  });

  it('can be worked with keys alone', async () => {
    const window = await carlasWindow(cockpit);
    const enter = async (name: string): Promise<void> => {
      await until(`the focus on ${name}`, async () => {
        await window.press('Tab');
        const found = await window.evaluate(() => {
          const focused = document.activeElement as HTMLElement | null;
          return focused?.getAttribute('aria-label') ?? focused?.innerText.trim() ?? '';
        });
        return found === name ? true : undefined;
      });
      await window.press('Enter');
    };
    await enter(own.menu.label);
    await enter(own.menu.administration);
    await enter(own.menu.tenant);
    await window.waitForRole('link', own.tenant.api);
    await enter(own.tenant.api);
    await window.waitForRole('link', own.tokens.create);
    await enter(own.tokens.create);
    await window.waitForRole('textbox', core.fields.name);
    await window.typeText('By keys');
    expect(await window.byRole('textbox', core.fields.name).value()).toBe('By keys');
    await enter(core.buttons.cancel);
    await window.waitForRole('heading', own.tokens.title);
    expect(await window.byRole('heading', own.tokens.title).isFocused()).toBe(true);
  });
});
