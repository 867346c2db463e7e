import { OTTO } from '../../support/sign-in.ts';
import type { Popup, Tab } from '../browsers/driver.ts';
import { waitForStep, type World } from './world.ts';

// Alm, whose people have the cockpit alone: its API answers keys, and the popup fills in its wizard.

/** The requests of Next and Save, and for tenants, as Alm's cockpit makes them. */
export const COCKPIT_NEXT = /\/api_tokens$/;
export const COCKPIT_SAVE = /\/api_tokens\/[^/]+\/save$/;
export const COCKPIT_TENANTS = /\/tenants$/;

/** Where Alm's cockpit has the form for a new token. */
export const CREATE_PATH = '/administration/tenant/api/create';

/** A tab with Alm's cockpit as its own administrator has it. */
export const almTab = async (world: World, path = ''): Promise<Tab> => {
  const tab = await world.signedIn(OTTO, world.platform.tenants.alm.url + path);
  await tab.waitFor('.top-bar');
  return tab;
};

/** The popup over such a tab, at a step. */
export const popupAtAlm = async (world: World, tab: Tab, step = 'form'): Promise<Popup> => {
  const popup = await world.openPopup(tab);
  await waitForStep(popup, step);
  return popup;
};
