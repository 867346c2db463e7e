import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageWindow } from '../sandbox/slack-page/page-browser.ts';
import { goToReceipts, openForm, readToken, typed } from './steps.ts';
import { startTeamWorld, type TeamWorld } from './team-world.ts';

/** For whoever wants to look. */
const PICTURES = join(import.meta.dirname, '../../../.sandbox/slack-flow-pictures');

const LOOKS = [
  { width: 1000, height: 800, scheme: 'light' },
  { width: 400, height: 800, scheme: 'dark' },
] as const;

let world: TeamWorld;
beforeAll(async () => {
  world = await startTeamWorld();
  await mkdir(PICTURES, { recursive: true });
});
afterAll(() => world.close());

describe('a request that an administrator has to approve', () => {
  it('goes its way in the workspace’s page, accessible, in both looks and each one’s language', async () => {
    const faults: unknown[] = [];
    const look = async (window: PageWindow, state: string): Promise<void> => {
      for (const { scheme, ...size } of LOOKS) {
        await window.page.setViewport(size);
        await window.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await window.screenshot(join(PICTURES, `approval, ${state}, ${scheme}.png`));
        const violations = await window.axe();
        const wide = await window.evaluate(() => document.documentElement.scrollWidth);
        if (violations.length > 0 || wide > size.width) faults.push({ state, scheme, violations });
      }
      await window.page.setViewport({ width: LOOKS[0].width, height: LOOKS[0].height });
    };
    const ivo = await world.open('ivo', 'operations');
    const why = 'Messreihe 4711: die Werte der Zentrifuge, jede Nacht';
    const args = `"Probe" --tenant "Nord Labor" --expires 30d --description "${why}"`;
    await openForm(ivo, 'operations', args, 'Neues API-Token');
    await ivo.waitForText('Bevor das Token erstellt wird, muss es jemand genehmigen');
    await look(ivo, '1 form');
    await ivo.byRole('button', 'Weiter').click();
    await ivo.waitForText('liegt nun denen vor');
    await look(ivo, '2 sent');
    await ivo.byRole('button', 'Schließen').click();
    await goToReceipts(ivo);
    await ivo.waitForText('Wartet auf Genehmigung');
    await look(ivo, '3 waiting');

    const ada = await world.open('ada', 'operations');
    await goToReceipts(ada);
    await ada.waitForText('asks for the API token');
    await look(ada, '4 asked');
    await ada.byRole('button', 'Approve').click();
    await ada.waitForRole('dialog', 'Approve this request?');
    await look(ada, '5 question');
    await ada.byRole('button', 'Approve').click();
    const token = await readToken(ivo, `API-Token ${typed('Probe')}`);
    // It works once it is saved, which comes after it is shown.
    await expect.poll(() => world.status(token, 'GET')).toBe(200);
    await ivo.waitForText('genehmigt, erstellt und zugestellt');
    await look(ivo, '6 delivered');
    await ada.waitForText('The token has reached the person who asked for it.');
    await look(ada, '7 approved');
    expect(await ada.text()).not.toContain(token);

    expect(faults).toEqual([]);
    expect(world.complaints).toEqual([]);
  });
});
