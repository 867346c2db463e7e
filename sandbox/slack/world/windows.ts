import type { ClientWindow, OpenView, World } from './world.ts';

/** A person's window by its name, opened where it is not. */
export const openWindow = (world: World, personId: string, name: string): ClientWindow => {
  const own = world.windows.get(personId) ?? new Map<string, ClientWindow>();
  world.windows.set(personId, own);
  const window = own.get(name) ?? { personId, name, ephemerals: new Map(), stack: [] };
  own.set(name, window);
  return window;
};

/** A person's open windows. */
export const windowsOf = (world: World, personId: string): ClientWindow[] => [
  ...(world.windows.get(personId)?.values() ?? []),
];

/** Takes a view out of its window and of all indexes. */
const forget = (world: World, view: OpenView): void => {
  world.views.delete(view.id);
  const { external_id: externalId } = view.view;
  if (externalId !== undefined && world.viewsByExternalId.get(externalId) === view.id) {
    world.viewsByExternalId.delete(externalId);
  }
};

/** Takes a view, and what lies on it, off its window. */
export const closeView = (world: World, view: OpenView): void => {
  const index = view.window?.stack.indexOf(view) ?? -1;
  if (!view.window || index < 0) return;
  for (const gone of view.window.stack.splice(index)) forget(world, gone);
  world.changed(view.personId);
};

/** Takes all views off a window. */
export const clearViews = (world: World, window: ClientWindow): void => {
  for (const gone of window.stack.splice(0)) forget(world, gone);
  world.changed(window.personId);
};

/** Forgets what a window held only for itself. */
export const reloadWindow = (world: World, window: ClientWindow): void => {
  window.ephemerals.clear();
  clearViews(world, window);
};

/** Closes a window for good. */
export const leaveWindow = (world: World, window: ClientWindow): void => {
  reloadWindow(world, window);
  const own = world.windows.get(window.personId);
  if (own?.get(window.name) === window) own.delete(window.name);
};
