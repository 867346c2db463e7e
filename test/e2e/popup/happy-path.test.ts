import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { en } from '../../../extension/messages/en.ts';
import { addDays, todayIn } from '../../../shared/calendar.ts';
import { ENDPOINTS, HEADERS } from '../../../shared/tenant-api/endpoints.ts';
import { countInputs, inputsSoFar } from './inputs.ts';
import { copyAndSave, NEXT, openForm, SAVE, theRecord } from './steps.ts';
import { inWorld } from './in-world.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { makeToken, waitForStep, type World } from './world.ts';

const DEVICES = ENDPOINTS.probe.path;

const devicesSchema = z.object({ items: z.array(z.object({ serial: z.string() })) });

describe.each(LEVELS)('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  test.each(
    examplesFor(driver, [
      ['Nord', ['NORD']],
      ['Nord Hafen', ['HAFEN']],
      ['All tenants', ['HAFEN', 'LABOR', 'NORD']],
    ]),
  )('a token for %s reaches its devices and no others', async (tenant, prefixes) => {
    const popup = await openForm(world);
    await popup.byRole('combobox', 'Tenant').select(tenant);
    await makeToken(popup);
    const key = await copyAndSave(world, popup);
    const answer = await world.call('GET', `${DEVICES}?page_size=200`, { key });
    const { items } = devicesSchema.parse(answer.json);
    const seen = new Set(items.map(({ serial }) => serial.split('-')[0]));
    seen.delete('E2E');
    expect(seen).toEqual(new Set(prefixes));
  });

  if (isBrowser(driver)) {
    test('a name and three times Enter make a saved token that works', async () => {
      const tab = await world.signedIn();
      await tab.waitFor('h1');
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'form');
      await countInputs(popup);

      await popup.typeText('CI uploader');
      await popup.press('Enter');
      await waitForStep(popup, 'token');
      expect(await world.badge()).toBe('1');

      await popup.press('Enter');
      await popup.waitForText('Copied.');
      const token = await world.session.clipboardText();
      expect(token).toMatch(/^[A-Za-z0-9+/]{43}=$/);
      expect(await world.tryToken(token)).toBe(401);

      await popup.press('Enter');
      await waitForStep(popup, 'saved');
      expect(await popup.text()).toMatch(/Saved\s+CI uploader/);
      expect(await world.badge()).toBe('');
      expect(await inputsSoFar(popup)).toEqual([
        ...Array.from('CI uploader'),
        'Enter',
        'Enter',
        'Enter',
      ]);

      expect(await world.tryToken(token)).toBe(200);
      const json = { name: 'Sensor', serial: 'E2E-1' };
      expect((await world.call('POST', DEVICES, { key: token, json })).status).toBe(403);

      const { id, state } = await theRecord(world);
      expect(state).toBe('active');
      await world.revoke(id);
      expect(await world.tryToken(token)).toBe(401);
    });

    test('one request makes the token, and it is the page’s own', async () => {
      const popup = await openForm(world);
      await makeToken(popup);
      await copyAndSave(world, popup);
      const [request, ...others] = world.faults.requests('POST', NEXT);
      expect(others).toEqual([]);
      expect(request?.headers.get('origin')).toBe(world.platform.tenants.nord.url);
      expect(request?.headers.get('sec-fetch-site')).toBe('same-origin');
      expect(request?.headers.get('cookie')).toMatch(/^session=/);
      expect(request?.headers.get(HEADERS.apiKey)).toBeNull();
      expect(request?.headers.get(HEADERS.idempotencyKey)).toMatch(/^[0-9a-f-]{36}$/);
      expect(world.faults.count('POST', SAVE)).toBe(1);
      expect(world.faults.count('DELETE', /.*/)).toBe(0);
    });

    test('the saved screen has a line for a shell, with the token as a variable', async () => {
      const popup = await openForm(world);
      await makeToken(popup);
      const token = await copyAndSave(world, popup);
      const command = popup.byRole('textbox', en.saved.call);
      expect(await command.value()).not.toContain(token);
      await popup.byRole('button', 'Copy command').click();
      await popup.waitForText('Copied.');
      await expect.poll(() => world.session.clipboardText()).toBe(await command.value());

      // A shell reads it as these words, whatever curl there is.
      const script = `curl() { printf '%s\\n' "$@"; }\n${await command.value()}`;
      const { stdout } = await promisify(execFile)('sh', ['-c', script], {
        env: { ...process.env, TENANT_TOKEN: token },
      });
      expect(stdout.trimEnd().split('\n')).toEqual([
        '-H',
        `${HEADERS.apiKey}: ${token}`,
        '-H',
        'accept: application/json',
        `${world.platform.tenants.nord.apiUrl}${DEVICES}`,
      ]);
    });

    test('“try it” tells a living token from a dead one, though a session is there', async () => {
      const popup = await openForm(world);
      await makeToken(popup);
      await copyAndSave(world, popup);
      await popup.byRole('button', 'Try it').click();
      await popup.waitForText('200: the token works.');
      expect(await popup.text()).toContain(
        `The API URL cannot be reached from this page, so ${world.platform.tenants.nord.url} was asked.`,
      );
      const tried = world.faults.requests('GET', /^\/api\/v1\/devices$/).at(-1);
      expect(tried?.headers.get('cookie')).toBeNull();

      await world.revoke((await theRecord(world)).id);
      await popup.byRole('button', 'Try it').click();
      await popup.waitForText('401: the token does not work.');
    });

    test('another token follows the first, with its values to start from', async () => {
      const popup = await openForm(world);
      const first = await makeToken(popup, 'First');
      await copyAndSave(world, popup);
      await popup.byRole('button', 'Create another').click();
      await waitForStep(popup, 'form');
      const name = popup.byRole('textbox', 'Name');
      expect(await name.isFocused()).toBe(true);
      expect(await name.value()).toBe('First');
      // The name is selected: what is typed takes its place.
      await popup.typeText('Second');
      await popup.press('Enter');
      await waitForStep(popup, 'token');
      const second = await copyAndSave(world, popup);
      expect(await world.records()).toMatchObject([{ name: 'Second' }, { name: 'First' }]);
      expect(second).not.toBe(first);
      expect(await world.tryToken(first)).toBe(200);
      expect(await world.tryToken(second)).toBe(200);
    });
    return;
  }

  test('the token is what was filled in, and the sentence under the form says so before', async () => {
    const popup = await openForm(world);
    await popup.byRole('textbox', 'Name').fill('  Night shift  ');
    await popup.byRole('textbox', 'Description').fill('Uploads the readings of the night.');
    await popup.byRole('combobox', 'Expiration date').select('30 days');
    await popup.byRole('combobox', 'Tenant').select('Nord Hafen');
    await popup.byRole('checkbox', 'Read').click();
    await popup.byRole('checkbox', 'Create').click();
    await popup.byRole('checkbox', 'Write').click();
    const sentence =
      'Write and Create in Nord Hafen alone, without its sub-tenants, to the end of ';
    await popup.waitForText(sentence);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    await popup.waitForText(sentence);
    const token = await copyAndSave(world, popup);

    const record = await theRecord(world);
    expect(record).toMatchObject({
      name: 'Night shift',
      description: 'Uploads the readings of the night.',
      tenant_id: world.platform.tenants.hafen.id,
      permissions: ['write', 'create'],
      expires_on: addDays(todayIn('Europe/Lisbon', Date.parse(record.created_at)), 30),
      created_by: 'ada@nord.example',
    });
    expect(await world.tryToken(token)).toBe(403);
    const json = { name: 'Sensor', serial: 'E2E-2' };
    expect((await world.call('POST', DEVICES, { key: token, json })).status).toBe(201);
  });

  test('a token that never expires says so before it is made', async () => {
    const popup = await openForm(world);
    await popup.byRole('combobox', 'Expiration date').select('Never');
    await popup.waitForText('It never expires: if it leaks, it works until someone notices.');
    await makeToken(popup);
    await copyAndSave(world, popup);
    expect(await theRecord(world)).toMatchObject({ expires_on: null, expires_at: null });
  });

  test('all tenants with Delete is warned of', async () => {
    const popup = await openForm(world);
    await popup.byRole('combobox', 'Tenant').select('All tenants');
    await popup.byRole('checkbox', 'Delete').click();
    await popup.waitForText('It can delete data in every tenant, those still to come included.');
  });

  test('“try it” says when the token lacks Read', async () => {
    const popup = await openForm(world);
    await popup.byRole('checkbox', 'Read').click();
    await popup.byRole('checkbox', 'Write').click();
    await makeToken(popup);
    await copyAndSave(world, popup);
    await popup.byRole('button', 'Try it').click();
    await popup.waitForText('403: the token works, but lacks Read, which this call needs.');
  });

  test('the token is hidden until it is asked for', async () => {
    const popup = await openForm(world);
    await popup.byRole('textbox', 'Name').fill('Hidden');
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    const field = popup.byRole('textbox', 'API token');
    expect(await field.value()).toMatch(/^•+$/);
    await popup.byRole('button', 'Show').click();
    await popup.waitForRole('button', 'Hide');
    const token = await field.value();
    expect(token).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    await popup.byRole('button', 'Hide').click();
    await popup.waitForRole('button', 'Show');
    expect(await field.value()).toMatch(/^•+$/);
    expect(await popup.evaluate(() => document.documentElement.outerHTML)).not.toContain(token);
  });

  test('saving without a copy asks once', async () => {
    const popup = await openForm(world);
    const token = await makeToken(popup);
    await popup.byRole('button', 'Save').click();
    await popup.waitForText('You have not copied it, and it is never shown again.');
    expect(world.faults.count('POST', SAVE)).toBe(0);
    expect(await world.tryToken(token)).toBe(401);
    await popup.byRole('button', 'Save').click();
    await waitForStep(popup, 'saved');
    expect(await world.tryToken(token)).toBe(200);
  });

  test('one press is one press: a double click and a held Enter answer no question', async () => {
    const popup = await openForm(world);
    await makeToken(popup);
    const presses = await popup.evaluate(() => {
      const save = document.querySelector('#save');
      const press = (event: Event) => save?.dispatchEvent(event);
      const init = { bubbles: true, cancelable: true };
      press(new MouseEvent('click', { ...init, detail: 1 }));
      return {
        secondClick: press(new MouseEvent('click', { ...init, detail: 2 })),
        heldEnter: press(new KeyboardEvent('keydown', { ...init, key: 'Enter', repeat: true })),
        freshEnter: press(new KeyboardEvent('keydown', { ...init, key: 'Enter' })),
      };
    });
    expect(presses).toEqual({ secondClick: false, heldEnter: false, freshEnter: true });
    await popup.waitForText('You have not copied it');
    expect(await theRecord(world)).toMatchObject({ state: 'pending' });
  });

  test('Cancel discards the token and keeps what was typed', async () => {
    const popup = await openForm(world);
    await popup.byRole('textbox', 'Description').fill('Perhaps not.');
    await popup.byRole('combobox', 'Tenant').select('Nord Labor');
    const token = await makeToken(popup, 'A mistake');
    await popup.byRole('button', 'Cancel').click();
    await waitForStep(popup, 'form');
    expect(await popup.text()).toContain('Discarded. That token does not work.');
    expect(await popup.byRole('textbox', 'Name').value()).toBe('A mistake');
    expect(await popup.byRole('textbox', 'Name').isFocused()).toBe(true);
    expect(await popup.byRole('textbox', 'Description').value()).toBe('Perhaps not.');
    expect(await popup.byRole('combobox', 'Tenant').value()).toBe(world.platform.tenants.labor.id);
    expect(await world.badge()).toBe('');
    expect((await theRecord(world)).state).toBe('discarded');
    expect(await world.tryToken(token)).toBe(401);
  });
});
