import type { PlacedHome, PlacedModal } from '../blocks/check.ts';
import { liveElements } from '../blocks/placed.ts';
import { newId } from './ids.ts';
import { initialValue } from './values.ts';
import { clearViews } from './windows.ts';
import { valueKey, type ClientWindow, type OpenView, type World } from './world.ts';

/** How many views may lie on one another. */
const MAX_DEPTH = 3;

const newHash = (world: World): string =>
  `${Math.floor(world.clock.now() / 1000)}.${newId('').slice(0, 8)}`;

/** Keeps a value where the same field is still there, and gives the others their initial one. */
const settleValues = (opened: OpenView): void => {
  const kept = new Map(opened.values);
  opened.values.clear();
  const suggestions = new Map(opened.suggestions);
  opened.suggestions.clear();
  for (const block of opened.view.blocks) {
    for (const element of liveElements(block)) {
      const key = valueKey(block.block_id, element.action_id ?? '');
      const before = kept.get(key);
      const value = before?.type === element.type ? before : initialValue(element);
      if (value) opened.values.set(key, value);
      const offered = suggestions.get(key);
      if (offered && before?.type === element.type) opened.suggestions.set(key, offered);
    }
  }
};

const index = (world: World, opened: OpenView): void => {
  world.views.set(opened.id, opened);
  if (opened.view.external_id !== undefined) {
    world.viewsByExternalId.set(opened.view.external_id, opened.id);
  }
};

/** Whether a view's external_id belongs to another view. */
export const isTaken = (
  world: World,
  view: PlacedModal | PlacedHome,
  own: OpenView | undefined,
): boolean => {
  if (view.external_id === undefined) return false;
  const owner = world.viewsByExternalId.get(view.external_id);
  return owner !== undefined && owner !== own?.id;
};

const place = (
  world: World,
  window: ClientWindow | undefined,
  personId: string,
  view: PlacedModal | PlacedHome,
): OpenView => {
  const id = newId('V');
  const below = window?.stack.at(-1);
  const opened: OpenView = {
    id,
    hash: newHash(world),
    view,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    personId,
    window,
    values: new Map(),
    suggestions: new Map(),
    errors: {},
    trouble: undefined,
  };
  settleValues(opened);
  index(world, opened);
  return opened;
};

/** Opens a modal as the only one of its window; what was open there goes. */
export const openModal = (world: World, window: ClientWindow, view: PlacedModal): OpenView => {
  clearViews(world, window);
  const opened = place(world, window, window.personId, view);
  window.stack.push(opened);
  world.changed(window.personId);
  return opened;
};

/** Lays a modal on the others. @returns undefined where three lie there already */
export const pushModal = (
  world: World,
  window: ClientWindow,
  view: PlacedModal,
): OpenView | undefined => {
  if (window.stack.length >= MAX_DEPTH) return undefined;
  const opened = place(world, window, window.personId, view);
  window.stack.push(opened);
  world.changed(window.personId);
  return opened;
};

/** Puts other content in an open view; what was typed into the same fields stays. */
export const replaceView = (
  world: World,
  opened: OpenView,
  view: PlacedModal | PlacedHome,
): void => {
  const before = opened.view.external_id;
  if (before !== undefined) world.viewsByExternalId.delete(before);
  opened.view = view;
  opened.hash = newHash(world);
  opened.errors = {};
  opened.trouble = undefined;
  settleValues(opened);
  index(world, opened);
  world.changed(opened.personId);
};

/** Sets a person's Home tab. */
export const publishHome = (world: World, personId: string, view: PlacedHome): OpenView => {
  const before = world.homes.get(personId);
  if (before) {
    replaceView(world, before, view);
    return before;
  }
  const opened = place(world, undefined, personId, view);
  world.homes.set(personId, opened);
  world.changed(personId);
  return opened;
};
