import { describe, expect, test } from 'vitest';
import { SCREEN_TEXTS } from '../../../extension/background/words/screen-words.ts';
import { en } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { refuse } from '../../support/faults.ts';
import type { Popup } from '../browsers/driver.ts';
import {
  CONFLICT,
  expectNoneActive,
  expectTyped,
  openFilledForm,
  REFUSED_LATER,
  UNCERTAIN_LATER,
} from './bad-days.ts';
import { CANCEL, copyToken, theRecord, titleOf } from './steps.ts';
import { inWorld } from './in-world.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { waitForStep, type World } from './world.ts';

const { unconfirmed } = SCREEN_TEXTS.en;

const MINUTE = 60_000;

describe.each(LEVELS)('at Cancel, in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  /** A copied token, of which its owner thinks better. */
  const cancelCopied = async (): Promise<{ popup: Popup; token: string }> => {
    const popup = await openFilledForm(world);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    const token = await copyToken(world, popup);
    await popup.byRole('button', 'Cancel').click();
    return { popup, token };
  };

  test.each(
    examplesFor(driver, [
      ...[...REFUSED_LATER, CONFLICT].map((day) => ({ ...day, ...unconfirmed.refused })),
      ...UNCERTAIN_LATER.map((day) => ({
        ...day,
        title: unconfirmed.title,
        text: unconfirmed.cancel,
      })),
    ]),
  )(
    '$what is not taken for a discarded token; asked again, it is one',
    async ({ fault, says, title, text }) => {
      world.faults.on('DELETE', CANCEL, fault);
      const { popup, token } = await cancelCopied();
      await waitForStep(popup, 'unconfirmed');
      expect(await titleOf(popup)).toBe(title);
      expect(await popup.text()).toContain(says);
      expect(await popup.text()).toContain(fill(text, { name: 'Bad day' }));
      expect(await world.badge()).toBe('1');
      world.faults.mend();
      await popup.byRole('button', en.askAgain).click();
      await popup.waitForText(notices.discarded);
      await expectTyped(popup);
      expect(await world.badge()).toBe('');
      expect((await theRecord(world)).state).toBe('discarded');
      await expectNoneActive(world, token);
    },
  );

  if (isBrowser(driver)) return;

  test('left unconfirmed, the token never works and the form goes on', async () => {
    world.faults.on('DELETE', CANCEL, refuse(500));
    const { popup, token } = await cancelCopied();
    await waitForStep(popup, 'unconfirmed');
    await popup.byRole('button', en.startAgain).click();
    await waitForStep(popup, 'form');
    await expectTyped(popup);
    expect((await theRecord(world)).state).toBe('pending');
    await expectNoneActive(world, token);
    world.shiftPlatformClock(16 * MINUTE);
    expect((await theRecord(world)).state).toBe('discarded');
  });

  test('the platform down: it says so, and goes on once it is back', async () => {
    const popup = await openFilledForm(world);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    const token = await copyToken(world, popup);
    await world.whileDown(async () => {
      await popup.byRole('button', 'Cancel').click();
      await popup.waitForText(notices.unreachable);
    });
    await popup.byRole('button', en.askAgain).click();
    await popup.waitForText(notices.discarded);
    await expectNoneActive(world, token);
  });
});
