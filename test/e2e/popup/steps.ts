import { expect } from 'vitest';
import type { Person } from '../../support/sign-in.ts';
import type { WireToken } from '../../support/test-platform.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { waitForStep, type World } from './world.ts';

/** The requests of Next, Save and Cancel. */
export const NEXT = /^\/api\/v1\/api_tokens$/;
export const SAVE = /^\/api\/v1\/api_tokens\/[^/]+\/save$/;
export const CANCEL = /^\/api\/v1\/api_tokens\/[^/]+$/;
/** The requests of an opening; Next asks the first once more. */
export const WHO_AM_I = /^\/api\/v1\/session$/;
export const TENANTS = /^\/api\/v1\/tenants$/;
/** Any change by way of the API. */
export const ANY_API = /^\/api\//;

/** A tab on Nord's origin, on a page that costs little to load, with someone signed in. */
export const plainTab = async (world: World, person?: Person): Promise<Tab> =>
  world.signedIn(person, world.platform.tenants.nord.url + PLAIN_PATH);

/** The same with nobody signed in. */
export const plainTabSignedOut = async (world: World): Promise<Tab> =>
  world.atPage(world.platform.tenants.nord.url + PLAIN_PATH);

/** The popup over such a tab, with its form. */
export const openForm = async (world: World, person?: Person): Promise<Popup> => {
  const popup = await world.openPopup(await plainTab(world, person));
  await waitForStep(popup, 'form');
  return popup;
};

/** Copies the token that is shown. @returns what the clipboard then holds */
export const copyToken = async (world: World, popup: Popup): Promise<string> => {
  await popup.byRole('button', 'Copy').click();
  await popup.waitForText('Copied.');
  return world.session.clipboardText();
};

/** Copies the token that is shown, saves it, and waits until it is saved. @returns the clipboard */
export const copyAndSave = async (world: World, popup: Popup): Promise<string> => {
  const token = await copyToken(world, popup);
  await popup.byRole('button', 'Save').click();
  await waitForStep(popup, 'saved');
  return token;
};

/** The record of the only token that was made since the last reset. */
export const theRecord = async (world: World): Promise<WireToken> => {
  const [record, ...others] = await world.records();
  expect(others).toEqual([]);
  if (!record) throw new Error('No token was made.');
  return record;
};

/** The screen's title. */
export const titleOf = (popup: Popup): Promise<string> => popup.byRole('heading').text();
