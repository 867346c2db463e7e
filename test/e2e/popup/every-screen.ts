import { LINK_TEXTS } from '../../../extension/background/links/words/link-note.ts';
import type { TrialTexts } from '../../../extension/background/words/trial/en.ts';
import { SCREEN_TEXTS } from '../../../extension/background/words/screen-words.ts';
import { TRIAL_TEXTS } from '../../../extension/background/words/trial/trial-words.ts';
import type { Texts } from '../../../extension/messages/en.ts';
import { fill } from '../../../shared/messages/fill.ts';
import type { Language } from '../../../shared/messages/language.ts';
import { NOTICES } from '../../../shared/messages/notices/by-language.ts';
import type { Notices } from '../../../shared/messages/notices/en.ts';
import { change, loseAnswer, pendingFor, refuse, webPage } from '../../support/faults.ts';
import { POPUP_TEXTS } from '../../support/extension-texts.ts';
import { BEN, signInBehind } from '../../support/sign-in.ts';
import type { Popup } from '../browsers/driver.ts';
import { whileAsked } from './grant-screen.ts';
import { waitUntilKept } from './memory.ts';
import { CANCEL, NEXT, plainTab, SAVE, TENANTS, WHO_AM_I } from './steps.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { waitForStep, type World } from './world.ts';

/** Looks at the popup on one of its screens. */
type Look = (screen: string, popup: Popup) => Promise<void>;

/** One walk through the popup, in one language. */
interface Walk {
  readonly world: World;
  readonly language: Language;
  readonly t: Texts;
  readonly notices: Notices;
  readonly trial: TrialTexts;
  readonly look: Look;
}

const MANY = Array.from({ length: 40 }, (_, index) => ({
  id: `00000000-0000-4000-8000-0000000000${String(index + 10)}`,
  name: `Tenant ${index}`,
  parent_id: null,
  time_zone: 'Europe/Berlin',
}));

const press = (popup: Popup, name: string): Promise<void> => popup.byRole('button', name).click();

const waitUntilGone = async (popup: Popup, selector: string): Promise<void> => {
  const isThere = (wanted: string): boolean => document.querySelector(wanted) !== null;
  await popup.until(`${selector} to be gone`, async () =>
    (await popup.evaluate(isThere, selector)) ? undefined : true,
  );
};

const nextTo = async ({ t }: Walk, popup: Popup, step: string): Promise<void> => {
  await press(popup, t.buttons.next);
  await waitForStep(popup, step);
};

const copy = async ({ t }: Walk, popup: Popup): Promise<void> => {
  await press(popup, t.buttons.copy);
  await popup.waitForText(t.token.copied);
  // The background hears of it afterwards.
  await waitUntilGone(popup, '#confirm');
};

/** A link of which the description alone may stand, from someone with the longest names. */
const BAD_LINK = `#tenant-token=${Buffer.from(
  JSON.stringify({
    version: 1,
    name: 'n'.repeat(101),
    description: 'Nachtschicht-Datenübertragung',
    tenantId: 'Elsewhere',
    permissions: [],
    expiresOn: '2020-01-01',
    from: { person: 'P'.repeat(100), workspace: 'W'.repeat(100) },
  }),
).toString('base64url')}`;

/** Opening, and the form. */
const atForm = async (walk: Walk): Promise<Popup> => {
  const { world, language, t, look } = walk;
  world.faults.on('GET', TENANTS, change({ items: MANY, total: MANY.length }));
  const tab = await plainTab(world);
  const first = await world.openPopup(tab);
  const tenants = first.byRole('combobox', t.fields.tenantId);
  await tenants.fill('enant 2');
  await first.waitForRole('option', 'Tenant 22');
  await look('form with many tenants', first);
  await tenants.fill('no such tenant');
  await first.waitForText(t.form.noMatch);
  await look('form with many tenants, none of them meant', first);
  await first.close();
  // Signed out for a moment, so that the next opening does not know the form beforehand.
  world.faults.on('GET', WHO_AM_I, refuse(401));
  const signedOut = await world.openPopup(tab);
  await waitForStep(signedOut, 'signed_out');
  await signedOut.close();
  world.faults.mend();

  const held = world.faults.hold('GET', WHO_AM_I, 'before');
  const popup = await world.openPopup(tab);
  await popup.waitForText(t.loading);
  await look('loading', popup);
  held.release();
  await waitForStep(popup, 'form');
  await look('form', popup);

  await popup.byRole('textbox', t.fields.description).fill('x'.repeat(501));
  await popup.byRole('combobox', t.fields.expiresOn).select('date');
  await popup.byLabel(t.form.ownDate).fill('2020-01-01');
  await popup.byRole('checkbox', t.permissions.read).click();
  await press(popup, t.buttons.next);
  await popup.waitForText(t.fieldErrors.required.name);
  await look('form with errors', popup);

  await popup.byRole('textbox', t.fields.name).fill('Nachtschicht-Datenübertragung');
  await popup.byRole('textbox', t.fields.description).fill('');
  await popup.byRole('combobox', t.fields.expiresOn).select('never');
  await popup.byRole('combobox', t.fields.tenantId).select('all');
  for (const permission of [t.permissions.read, t.permissions.delete]) {
    await popup.byRole('checkbox', permission).click();
  }
  await popup.waitForText(t.summary.warnings.all_with_delete);
  await popup.waitForText(t.summary.warnings.never);
  await look('form with warnings', popup);

  const { before, back, share } = LINK_TEXTS[language];
  await popup.byRole('textbox', t.fields.name).fill(BAD_LINK);
  await popup.waitForText(before);
  await look('form from a link', popup);
  await press(popup, share.label);
  await popup.waitForText(share.hint);
  await look('form from a link, to be passed on', popup);
  await press(popup, share.label);
  await press(popup, back);
  await popup.waitForText(t.summary.warnings.never);
  return popup;
};

/** From Next to Save. */
const atToken = async (walk: Walk, popup: Popup): Promise<void> => {
  const { world, language, t, look } = walk;
  const making = world.faults.hold('POST', NEXT, 'before');
  await nextTo(walk, popup, 'working');
  // One look alone: Next is not held back for ever.
  await whileAsked(world, popup, language, () => look('working, a page to be allowed', popup));
  making.release();
  await waitForStep(popup, 'token');
  await look('token', popup);
  await press(popup, t.buttons.save);
  await popup.waitForText(SCREEN_TEXTS[language].confirm);
  await look('token, not copied yet', popup);
  await press(popup, t.buttons.show);
  await popup.waitForRole('button', t.buttons.hide);
  await look('token, shown', popup);
  await copy(walk, popup);
  await look('token, copied', popup);
  world.faults.on('POST', SAVE, refuse(500, { 'x-request-id': crypto.randomUUID() }));
  await press(popup, t.buttons.save);
  await popup.waitForText(t.token.mayWork);
  await look('token, perhaps saved', popup);
  const saving = world.faults.hold('POST', SAVE, 'before');
  await press(popup, t.buttons.save);
  await waitForStep(popup, 'saving');
  await look('saving', popup);
  saving.release();
  await waitForStep(popup, 'saved');
  world.faults.mend();
  await look('saved', popup);
  await press(popup, t.saved.copyCommand);
  // The clipboard answers when it likes, and what is said last stays.
  await popup.until('the command to be copied', async () => {
    const said = await popup.evaluate(() => document.querySelector('.unseen')?.textContent);
    return said === t.token.copied || undefined;
  });
  await press(popup, t.saved.tryIt);
  await popup.waitForText(fill(walk.trial.works, { status: 200 }));
  await look('saved and tried', popup);
  await press(popup, t.saved.another);
  await waitForStep(popup, 'form');
};

/** What becomes of a token that is not saved. */
const atDeadEnds = async (walk: Walk, popup: Popup): Promise<void> => {
  const { world, t, look } = walk;
  await nextTo(walk, popup, 'token');
  const cancelling = world.faults.hold('DELETE', CANCEL, 'before');
  await press(popup, t.buttons.cancel);
  await waitForStep(popup, 'cancelling');
  await look('cancelling', popup);
  cancelling.release();
  await popup.waitForText(walk.notices.discarded);
  await look('form after Cancel', popup);

  await nextTo(walk, popup, 'token');
  world.faults.on('DELETE', CANCEL, refuse(500));
  await press(popup, t.buttons.cancel);
  await waitForStep(popup, 'unconfirmed');
  await look('unconfirmed', popup);
  world.faults.mend();
  await press(popup, t.askAgain);
  await waitForStep(popup, 'form');

  world.faults.on('POST', NEXT, loseAnswer);
  await nextTo(walk, popup, 'unknown');
  await look('unknown', popup);
  const [lost] = await world.records();
  if (lost) await world.revoke(lost.id);
  world.faults.mend();
  await press(popup, t.askAgain);
  await waitForStep(popup, 'failed');
  await look('failed, gone before it was seen', popup);
  await press(popup, t.startAgain);
  await waitForStep(popup, 'form');

  await nextTo(walk, popup, 'token');
  await copy(walk, popup);
  world.faults.on('POST', SAVE, refuse(409));
  await press(popup, t.buttons.save);
  await waitForStep(popup, 'failed');
  await look('failed, not saved', popup);
  world.faults.mend();
  await press(popup, t.startAgain);
  await waitForStep(popup, 'form');

  world.faults.on('POST', NEXT, pendingFor(1000));
  await nextTo(walk, popup, 'failed');
  await look('failed, too late', popup);
  world.faults.mend();
  await press(popup, t.startAgain);
  await waitForStep(popup, 'form');

  await nextTo(walk, popup, 'token');
  await copy(walk, popup);
  const saving = world.faults.hold('POST', SAVE, 'before');
  await press(popup, t.buttons.save);
  await saving.arrived;
  await popup.close();
  saving.release();
  await waitUntilKept(world, 'saved');
};

/** Where nothing can be filled in, some of it while a token waits. */
const atClosedDoors = async (walk: Walk): Promise<void> => {
  const { world, look } = walk;
  const tab = await plainTab(world);
  const saved = await world.openPopup(tab);
  await waitForStep(saved, 'saved');
  await look('saved, opened again', saved);
  await press(saved, walk.t.saved.another);
  await waitForStep(saved, 'form');
  await saved.byRole('textbox', walk.t.fields.name).fill('Wartet');
  await nextTo(walk, saved, 'token');
  await saved.close();

  const see = async (screen: string, step: string, url?: string): Promise<void> => {
    const popup = await world.openPopup(url === undefined ? tab : await world.session.newTab(url));
    await waitForStep(popup, step);
    await look(screen, popup);
    await popup.close();
  };
  await see('not a page for extensions', 'not_tenant', 'about:blank');
  await see('signed out', 'signed_out', world.platform.tenants.hafen.url + PLAIN_PATH);
  await signInBehind(tab, BEN);
  await see('not allowed', 'not_allowed');
  world.faults.on('GET', WHO_AM_I, refuse(503, { 'x-request-id': crypto.randomUUID() }));
  await see('unavailable', 'unavailable');
  world.faults.on('GET', WHO_AM_I, webPage);
  await see('not a tenant page', 'not_tenant');
  world.faults.mend();
};

/** How many screens {@link atEveryScreen} looks at. */
export const SCREENS = 30;

/** Goes to every screen of the popup, in every state that looks different, and looks at it. */
export const atEveryScreen = async (
  world: World,
  language: Language,
  look: Look,
): Promise<void> => {
  await world.session.seedExtensionStorage('local', { settings: { language } });
  const walk: Walk = {
    world,
    language,
    t: POPUP_TEXTS[language],
    notices: NOTICES[language],
    trial: TRIAL_TEXTS[language],
    look: async (screen, popup) => {
      // A form's first picture leaves out what it would make.
      await waitUntilGone(popup, '.early');
      await look(screen, popup);
    },
  };
  const popup = await atForm(walk);
  await atToken(walk, popup);
  await atDeadEnds(walk, popup);
  await atClosedDoors(walk);
};
