import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { fillForm, goToReceipts, openForm, readToken, typed } from './steps.ts';
import { startTeamWorld, type TeamWorld } from './team-world.ts';
import { tabTo } from '../sandbox/slack-page/page-browser.ts';

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld();
});
afterEach(async () => {
  await world.closeWindows();
  expect(world.complaints).toEqual([]);
});
afterAll(() => world.close());

describe('/tenant-token create, in the workspace’s page and by keyboard alone', () => {
  it('gives a token that works until its owner revokes it', async () => {
    const ada = await world.open('ada', 'general');
    await openForm(ada, 'general');
    await fillForm(ada, 'CI uploader');
    const token = await readToken(ada, `API token ${typed('CI uploader')}`);
    expect(await ada.text()).toContain('Only visible to you');
    await goToReceipts(ada);
    await ada.waitForText(`API token ${typed('CI uploader')} is saved and works`);
    expect(await world.status(token, 'GET')).toBe(200);
    expect(await world.status(token, 'POST')).toBe(403);

    await tabTo(ada, 'button', 'Channel general');
    await ada.press('Enter');
    await readToken(ada, `API token ${typed('CI uploader')}`);
    await tabTo(ada, 'button', 'Revoke');
    await ada.press('Enter');
    await ada.waitForRole('dialog', 'Revoke this token?');
    await tabTo(ada, 'button', 'Cancel');
    await ada.press('Enter');
    expect(await world.status(token, 'GET')).toBe(200);
    await tabTo(ada, 'button', 'Revoke');
    await ada.press('Enter');
    await ada.waitForRole('dialog', 'Revoke this token?');
    await tabTo(ada, 'button', 'Revoke');
    await ada.press('Enter');
    await ada.waitForText('Revoked. The token no longer works.');
    expect(await ada.text()).not.toContain(token);
    expect(await world.status(token, 'GET')).toBe(401);
  });

  it('shows the token to nobody else, and not after a reload; the receipt stays', async () => {
    const [ada, mia] = [await world.open('ada', 'general'), await world.open('mia', 'general')];
    await openForm(ada, 'general', '"Quiet one"');
    await tabTo(ada, 'button', 'Next');
    await ada.press('Enter');
    const token = await readToken(ada, `API token ${typed('Quiet one')}`);
    await tabTo(ada, 'combobox', 'Message #general');
    await ada.typeText('It is there.');
    await ada.press('Enter');
    // What she says after it has come, so what came before it has come too.
    await mia.waitForText('It is there.');
    expect(await mia.text()).not.toContain(token);
    expect(await mia.text()).not.toContain('Quiet one');

    await ada.page.reload();
    await ada.waitForText('It is there.');
    expect(await ada.text()).not.toContain(token);
    expect(await ada.text()).not.toContain('Quiet one');
    await goToReceipts(ada);
    await ada.waitForText(`API token ${typed('Quiet one')} is saved and works`);
    expect(await ada.text()).not.toContain(token);
    expect(await world.status(token, 'GET')).toBe(200);
  });

  it('speaks the person’s language', async () => {
    const ivo = await world.open('ivo', 'operations');
    await openForm(ivo, 'operations', '', 'Neues API-Token');
    const form = await ivo.text();
    for (const word of ['Beschreibung', 'Ablaufdatum', 'Berechtigungen', 'Lesen', 'Abbrechen']) {
      expect(form).toContain(word);
    }
    // Neither is his to choose.
    expect(form).not.toContain('Löschen');
    expect(form).not.toContain('Alle Tenants');
    await fillForm(ivo, 'Messung', 'Weiter');
    const token = await readToken(ivo, `API-Token ${typed('Messung')}`);
    expect(await ivo.text()).toContain('Nur Sie sehen diese Nachricht');
    await goToReceipts(ivo);
    await ivo.waitForText(`API-Token ${typed('Messung')} ist gespeichert und funktioniert`);
    expect(await world.status(token, 'GET')).toBe(200);
  });

  it('tells a guest, and someone of another workspace, that there is no rule for them', async () => {
    const gus = await world.open('gus', 'general');
    await tabTo(gus, 'combobox', 'Message #general');
    await gus.typeText(`${COMMAND} create`);
    await gus.press('Enter');
    await gus.waitForText(`Adressez-vous à ${typed('Ada Berger')}.`);
    const stella = await world.open('stella', 'suppliers');
    await tabTo(stella, 'combobox', 'Message #suppliers');
    await stella.typeText(`${COMMAND} create`);
    await stella.press('Enter');
    await stella.waitForText('People of other workspaces get API tokens only');
  });
});
