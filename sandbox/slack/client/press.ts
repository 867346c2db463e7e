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

type Labelled = Pressed & { readonly label: string };

const everything = (blocks: readonly PlacedBlock[]): Labelled[] =>
  blocks.flatMap((block) =>
    liveElements(block).flatMap((element): Labelled[] => {
      const blockId = block.block_id;
      if (element.type === 'button') {
        return [{ blockId, element, value: {}, label: element.text.text }];
      }
      if (element.type !== 'overflow') return [];
      return element.options.map((option) => ({
        blockId,
        element,
        value: { selected_option: option },
        label: option.text.text,
      }));
    }),
  );

/** Both ids, and the option of an overflow menu: what tells buttons of one label apart. */
const pathOf = ({ blockId, element, value, label }: Labelled): string =>
  `${blockId}/${element.action_id ?? ''}${'selected_option' in value ? `/${label}` : ''}`;

/** A button by its label, its action_id or its path; an option of an overflow menu by its text. */
const find = (blocks: readonly PlacedBlock[], name: string): Pressed => {
  const all = everything(blocks);
  const found =
    all.find((one) => pathOf(one) === name) ??
    all.find(({ label }) => label === name) ??
    all.find(({ element }) => element.action_id === name);
  if (found) return found;
  const labels = all.map(({ label }) => label).join(', ');
  throw new Error(`There is no button ${JSON.stringify(name)}, only ${labels}.`);
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
