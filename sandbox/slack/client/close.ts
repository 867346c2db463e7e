import { deliver } from '../outbound/deliver.ts';
import { viewClosed } from '../outbound/payloads.ts';
import type { Service } from '../service.ts';
import { clearViews, closeView } from '../world/windows.ts';
import type { ClientWindow, OpenView, Person } from '../world/world.ts';

const wantsNotice = ({ view }: OpenView): boolean =>
  view.type === 'modal' && (view.notify_on_close ?? false);

/** Closes the view on top, or all, and tells the app of those that ask for it. */
export const close = async (
  service: Service,
  person: Person,
  window: ClientWindow,
  all: boolean,
): Promise<void> => {
  const top = window.stack.at(-1);
  if (!top) return;
  const everything = all || (top.view.type === 'modal' && (top.view.clear_on_close ?? false));
  const going = everything ? window.stack.toReversed() : [top];
  const payloads = going
    .filter(wantsNotice)
    .map((opened) => [opened.id, viewClosed(service.world, person, opened, everything)] as const);
  if (everything) clearViews(service.world, window);
  else closeView(service.world, top);
  await Promise.all(
    payloads.map(([id, payload]) =>
      deliver(service, 'view_closed', payload, { user: person.id, about: id }),
    ),
  );
};
