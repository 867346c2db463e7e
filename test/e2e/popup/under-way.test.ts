import { describe, expect, test } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { newTokenSchema } from '../../../shared/tenant-api/contract.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { breakBefore, pendingFor } from '../../support/faults.ts';
import {
  CANCEL,
  copyAndSave,
  copyToken,
  NEXT,
  openForm,
  SAVE,
  theRecord,
  titleOf,
} from './steps.ts';
import { inWorld } from './in-world.ts';
import { isBrowser, LEVELS } from './levels.ts';
import { makeToken, stepOf, waitForStep, type World } from './world.ts';

const MINUTE = 60_000;

describe.each(LEVELS)('in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  describe('under way', () => {
    test('Next is sent once, however often it is asked for', async () => {
      const held = world.faults.hold('POST', NEXT, 'before');
      const popup = await openForm(world);
      await popup.typeText('Once');
      await popup.evaluate(() => {
        const next = document.querySelector<HTMLButtonElement>('button[type=submit]');
        next?.click();
        next?.click();
      });
      await popup.press('Enter');
      await held.arrived;
      await waitForStep(popup, 'working');
      expect(await titleOf(popup)).toBe(en.working.title);
      expect(await popup.text()).toContain(en.working.text);
      expect(await popup.byRole('button', 'Next').exists()).toBe(false);
      await popup.press('Enter');
      held.release();
      await waitForStep(popup, 'token');
      expect(world.faults.count('POST', NEXT)).toBe(1);
      expect((await theRecord(world)).name).toBe('Once');
    });

    if (isBrowser(driver)) return;

    test('Save is sent once, and nothing else can be done meanwhile', async () => {
      const popup = await openForm(world);
      await makeToken(popup);
      await copyToken(world, popup);
      const held = world.faults.hold('POST', SAVE, 'after');
      await popup.byRole('button', 'Save').click();
      await held.arrived;
      await waitForStep(popup, 'saving');
      expect(await popup.byRole('button', en.saving).isDisabled()).toBe(true);
      expect(await popup.byRole('button', 'Cancel').isDisabled()).toBe(true);
      expect(await popup.byRole('textbox', 'API token').exists()).toBe(true);
      await popup.evaluate(() => {
        for (const button of document.querySelectorAll<HTMLElement>('.actions button')) {
          button.click();
        }
      });
      held.release();
      await waitForStep(popup, 'saved');
      expect(world.faults.count('POST', SAVE)).toBe(1);
      expect(world.faults.count('DELETE', CANCEL)).toBe(0);
    });

    test('Cancel forgets the token before the platform has answered', async () => {
      const popup = await openForm(world);
      const token = await makeToken(popup);
      const held = world.faults.hold('DELETE', CANCEL, 'before');
      await popup.byRole('button', 'Cancel').click();
      await held.arrived;
      await waitForStep(popup, 'cancelling');
      expect(await titleOf(popup)).toBe(en.cancelling);
      const memory = JSON.stringify(await world.session.extensionStorage('session'));
      expect(memory).not.toContain(JSON.stringify(token).slice(1, -1));
      held.release();
      await waitForStep(popup, 'form');
      expect((await theRecord(world)).state).toBe('discarded');
    });
  });

  describe('a lost answer', () => {
    /** Loses the answer to Next. @returns the tokens that were in lost answers */
    const loseTokens = (): string[] => {
      const lost: string[] = [];
      world.faults.on('POST', NEXT, async (request, next) => {
        const answer = await next();
        lost.push(newTokenSchema.parse(await answer.json()).token ?? '');
        return breakBefore(request, next);
      });
      return lost;
    };

    test('asked again, it is the same token with a fresh secret, and the lost one is dead', async () => {
      const lost = loseTokens();
      const popup = await openForm(world);
      await popup.typeText('Lost and found');
      await popup.press('Enter');
      await waitForStep(popup, 'unknown');
      expect(await titleOf(popup)).toBe(en.unknown.title);
      expect(await popup.text()).toContain(fill(en.unknown.text, { name: 'Lost and found' }));
      expect(await popup.text()).toContain(notices.unreachable);
      expect(await world.badge()).toBe('1');
      const before = await theRecord(world);

      world.faults.mend();
      await popup.byRole('button', en.askAgain).click();
      await waitForStep(popup, 'token');
      const token = await copyAndSave(world, popup);
      const after = await theRecord(world);
      expect([after.id, after.state]).toEqual([before.id, 'active']);
      expect(after.generation).toBe(before.generation + 1);
      expect(lost).toHaveLength(1);
      expect(lost).not.toContain(token);
      expect(await world.tryToken(lost[0] ?? '')).toBe(401);
      expect(await world.tryToken(token)).toBe(200);
      const keys = world.faults
        .requests('POST', NEXT)
        .map((each) => each.headers.get('idempotency-key'));
      expect(keys).toHaveLength(2);
      expect(new Set(keys).size).toBe(1);
    });

    if (isBrowser(driver)) return;

    test('given up, what was typed is kept and the token never works', async () => {
      const lost = loseTokens();
      const popup = await openForm(world);
      await popup.typeText('Given up');
      await popup.press('Enter');
      await waitForStep(popup, 'unknown');
      await popup.byRole('button', en.unknown.giveUp).click();
      await waitForStep(popup, 'form');
      expect(await popup.text()).toContain(notices.abandoned);
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Given up');
      expect(await world.badge()).toBe('');
      expect((await theRecord(world)).state).toBe('pending');
      expect(await world.tryToken(lost[0] ?? '')).toBe(401);
      world.shiftPlatformClock(16 * MINUTE);
      expect((await theRecord(world)).state).toBe('discarded');
    });

    test('a token that has gone before it was seen is said to be gone', async () => {
      loseTokens();
      const popup = await openForm(world);
      await popup.typeText('Gone');
      await popup.press('Enter');
      await waitForStep(popup, 'unknown');
      await world.revoke((await theRecord(world)).id);
      world.faults.mend();
      await popup.byRole('button', en.askAgain).click();
      await waitForStep(popup, 'failed');
      expect(await titleOf(popup)).toBe(said.failed.unseen.title);
      await popup.byRole('button', en.startAgain).click();
      await waitForStep(popup, 'form');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Gone');
    });
  });

  if (isBrowser(driver)) return;

  describe('a token that is not saved', () => {
    test('the platform has discarded it meanwhile: the copy is said to be dead', async () => {
      const popup = await openForm(world);
      const token = await makeToken(popup, 'Too late');
      await copyToken(world, popup);
      await world.revoke((await theRecord(world)).id);
      await popup.byRole('button', 'Save').click();
      await waitForStep(popup, 'failed');
      expect(await titleOf(popup)).toBe(said.failed.dead.title);
      expect(await popup.text()).toContain(fill(said.failed.dead.text, { name: 'Too late' }));
      expect(await popup.byRole('textbox', 'API token').exists()).toBe(false);
      expect(await world.badge()).toBe('');
      expect(await world.tryToken(token)).toBe(401);
      await popup.byRole('button', en.startAgain).click();
      await waitForStep(popup, 'form');
      expect(await popup.byRole('textbox', 'Name').value()).toBe('Too late');
    });

    test('its time has run out: it is erased, though the popup is open', async () => {
      world.faults.on('POST', NEXT, pendingFor(1000));
      const popup = await openForm(world);
      await popup.typeText('Lapsed');
      await popup.press('Enter');
      await waitForStep(popup, 'failed');
      expect(await titleOf(popup)).toBe(said.failed.lapsed.title);
      expect(await popup.text()).toContain(fill(said.failed.lapsed.text, { name: 'Lapsed' }));
      const memory = await world.session.extensionStorage('session');
      expect(JSON.stringify(memory)).not.toMatch(/"token":"[A-Za-z0-9+/]{43}="/);
      expect(await world.badge()).toBe('');
      world.faults.mend();
      await popup.byRole('button', en.startAgain).click();
      await waitForStep(popup, 'form');
      await popup.press('Enter');
      await waitForStep(popup, 'token');
      expect(await stepOf(popup)).toBe('token');
    });
  });
});
