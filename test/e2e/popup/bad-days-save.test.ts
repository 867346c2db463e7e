import { describe, expect, test } from 'vitest';
import { en as said } from '../../../extension/background/words/en.ts';
import { en } from '../../../extension/messages/en.ts';
import { en as notices } from '../../../shared/messages/notices/en.ts';
import { loseAnswer } from '../../support/faults.ts';
import { ADA, signInBehind, signOutBehind } from '../../support/sign-in.ts';
import type { Popup } from '../browsers/driver.ts';
import {
  CONFLICT,
  expectNoneActive,
  expectOnlyActive,
  expectTyped,
  openFilledForm,
  REFUSED_LATER,
  UNCERTAIN_LATER,
} from './bad-days.ts';
import { copyAndSave, copyToken, plainTab, SAVE, theRecord, titleOf } from './steps.ts';
import { inWorld } from './in-world.ts';
import { examplesFor, isBrowser, LEVELS } from './levels.ts';
import { makeToken, stepOf, waitForStep, type World } from './world.ts';

describe.each(LEVELS)('at Save, in $name', (driver) => {
  let world: World;
  inWorld(driver, (opened) => (world = opened));

  /** A copied token, before Save. */
  const openCopied = async (): Promise<{ popup: Popup; token: string }> => {
    const popup = await openFilledForm(world);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    return { popup, token: await copyToken(world, popup) };
  };

  const save = (popup: Popup): Promise<void> => popup.byRole('button', 'Save').click();

  test.each(examplesFor(driver, REFUSED_LATER))(
    '$what leaves the token to be saved again',
    async ({ fault, says }) => {
      const { popup, token } = await openCopied();
      world.faults.on('POST', SAVE, fault);
      await save(popup);
      await popup.waitForText(says);
      expect(await stepOf(popup)).toBe('token');
      expect(await popup.text()).not.toContain(en.token.mayWork);
      expect(await world.tryToken(token)).toBe(401);
      expect(await world.badge()).toBe('1');
      world.faults.mend();
      await save(popup);
      await waitForStep(popup, 'saved');
      expect(await world.records()).toHaveLength(1);
      await expectOnlyActive(world, token);
    },
  );

  test.each(examplesFor(driver, UNCERTAIN_LATER))(
    '$what says that the token may work already',
    async ({ fault, says }) => {
      const { popup, token } = await openCopied();
      world.faults.on('POST', SAVE, fault);
      await save(popup);
      await popup.waitForText(en.token.mayWork);
      expect(await popup.text()).toContain(says);
      expect(await popup.byRole('textbox', 'API token').exists()).toBe(true);
      world.faults.mend();
      await save(popup);
      await waitForStep(popup, 'saved');
      expect(await world.records()).toHaveLength(1);
      await expectOnlyActive(world, token);
    },
  );

  if (isBrowser(driver)) return;

  test('409: that token is dead, and the form makes another', async () => {
    const { popup, token } = await openCopied();
    world.faults.on('POST', SAVE, CONFLICT.fault);
    await save(popup);
    await waitForStep(popup, 'failed');
    expect(await titleOf(popup)).toBe(said.failed.dead.title);
    await expectNoneActive(world, token);
    world.faults.mend();
    await popup.byRole('button', en.startAgain).click();
    await waitForStep(popup, 'form');
    await expectTyped(popup);
    await popup.byRole('button', 'Next').click();
    await waitForStep(popup, 'token');
    await expectOnlyActive(world, await copyAndSave(world, popup));
    expect(await world.tryToken(token)).toBe(401);
  });

  test('cancelled after a lost answer, a token that worked already is revoked', async () => {
    const { popup, token } = await openCopied();
    world.faults.on('POST', SAVE, loseAnswer);
    await save(popup);
    await popup.waitForText(en.token.mayWork);
    expect(await world.tryToken(token)).toBe(200);
    await popup.byRole('button', 'Cancel').click();
    await popup.waitForText(notices.discarded);
    await expectTyped(popup);
    expect((await theRecord(world)).state).toBe('revoked');
    await expectNoneActive(world, token);
  });

  test('signed out meanwhile, it says so; signed in again, Save goes on', async () => {
    const tab = await plainTab(world);
    const popup = await world.openPopup(tab);
    await waitForStep(popup, 'form');
    const token = await makeToken(popup);
    await copyToken(world, popup);
    await signOutBehind(tab);
    await save(popup);
    await popup.waitForText(said.made.signed_out);
    expect(await popup.byRole('textbox', 'API token').value()).toBe(token);
    await signInBehind(tab, ADA);
    await save(popup);
    await waitForStep(popup, 'saved');
    await expectOnlyActive(world, token);
  });

  test('the platform down: the token stays, and Save goes on once it is back', async () => {
    const { popup, token } = await openCopied();
    await world.whileDown(async () => {
      await save(popup);
      await popup.waitForText(notices.unreachable);
    });
    await save(popup);
    await waitForStep(popup, 'saved');
    await expectOnlyActive(world, token);
  });
});
