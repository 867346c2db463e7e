import { liveElements, type LiveElement, type PlacedBlock } from '../blocks/placed.ts';
import type { Reaction } from '../handle/person-window.ts';
import type { Service } from '../service.ts';
import type { ClientWindow, Message, OpenView, Person } from '../world/world.ts';
import { actInMessage, actInView, actionOf } from './actions.ts';
import { SHOWN } from './words.ts';

interface Pressed {
  readonly blockId: string;
  readonly element: LiveElement;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A button by its label or action_id, or an option of an overflow menu. */
const find = (blocks: readonly PlacedBlock[], name: string): Pressed => {
  const names: string[] = [];
  for (const block of blocks) {
    for (const element of liveElements(block)) {
      if (element.type === 'button') {
        if (element.text.text === name || element.action_id === name) {
          return { blockId: block.block_id, element, value: {} };
        }
        names.push(element.text.text);
      } else if (element.type === 'overflow') {
        const option = element.options.find(
          ({ text, value }) => text.text === name || value === name,
        );
        if (option) {
          return { blockId: block.block_id, element, value: { selected_option: option } };
        }
        names.push(...element.options.map(({ text }) => text.text));
      }
    }
  }
  throw new Error(`There is no button ${JSON.stringify(name)}, only ${names.join(', ')}.`);
};

const asksFirst = (element: LiveElement): boolean =>
  'confirm' in element && element.confirm !== undefined;

/**
 * Presses a button.
 * @param confirm the answer to its question, where it asks one
 * @throws Error where there is no such button
 */
export const press = async (
  service: Service,
  person: Person,
  window: ClientWindow,
  place: { readonly message: Message } | { readonly opened: OpenView },
  name: string,
  confirm: boolean,
): Promise<Reaction> => {
  const blocks = 'message' in place ? place.message.blocks : place.opened.view.blocks;
  const { blockId, element, value } = find(blocks, name);
  if (asksFirst(element) && !confirm) return { kind: 'refused', shown: SHOWN.denied };
  const action = actionOf(service, blockId, element, value);
  return 'message' in place
    ? actInMessage(service, person, window, place.message, action)
    : actInView(service, person, window, place.opened, action);
};
