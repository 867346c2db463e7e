import { liveElements, type LiveElement, type PlacedBlock } from '../blocks/placed.ts';
import { wordsOf } from '../blocks/words.ts';
import type { SeenField, SeenModal } from '../handle/seen.ts';
import {
  valueKey,
  type ClientWindow,
  type OpenView,
  type StateValue,
  type World,
} from '../world/world.ts';
import { optionsOf } from './options.ts';
import { buttonsOf } from './seen-message.ts';

const hasValue = (held: unknown): held is { readonly value: string } =>
  typeof held === 'object' && held !== null && 'value' in held;

/** A field's value as a person would say it. */
const plainValue = (value: StateValue): SeenField['value'] => {
  const held = Object.entries(value).find(
    ([name]) => name === 'value' || name.startsWith('selected_'),
  )?.[1];
  if (Array.isArray(held)) {
    return held.map((one: unknown) => (hasValue(one) ? one.value : String(one)));
  }
  if (hasValue(held)) return held.value;
  return typeof held === 'string' || typeof held === 'number' ? held : null;
};

const labelOf = (block: PlacedBlock, element: LiveElement): string => {
  if (block.type === 'input') return block.label.text;
  if (block.type === 'section' && block.text) return block.text.text;
  return 'placeholder' in element && element.placeholder ? element.placeholder.text : '';
};

const fieldOf = (
  world: World,
  opened: OpenView,
  block: PlacedBlock,
  element: LiveElement,
): SeenField | undefined => {
  const actionId = element.action_id ?? '';
  const value = opened.values.get(valueKey(block.block_id, actionId));
  if (!value) return undefined;
  const error = opened.errors[block.block_id];
  const placeholder = 'placeholder' in element ? element.placeholder?.text : undefined;
  const hint = block.type === 'input' ? block.hint?.text : undefined;
  return {
    blockId: block.block_id,
    actionId,
    type: element.type,
    label: labelOf(block, element),
    ...(hint === undefined ? {} : { hint }),
    ...(placeholder === undefined ? {} : { placeholder }),
    optional: block.type === 'input' ? (block.optional ?? false) : true,
    value: plainValue(value),
    options: optionsOf(world, opened, block.block_id, element),
    ...(error === undefined ? {} : { error }),
  };
};

/** The fields of a view, in order. */
const fieldsOf = (world: World, opened: OpenView): SeenField[] =>
  opened.view.blocks.flatMap((block) =>
    liveElements(block).flatMap((element) => fieldOf(world, opened, block, element) ?? []),
  );

/** A view as its person sees it. */
export const seenView = (world: World, opened: OpenView): SeenModal => {
  const { view } = opened;
  const modal = view.type === 'modal' ? view : undefined;
  return {
    id: opened.id,
    callbackId: view.callback_id ?? '',
    title: modal?.title.text ?? 'Home',
    ...(modal?.submit ? { submit: modal.submit.text } : {}),
    close: modal?.close?.text ?? 'Cancel',
    fields: fieldsOf(world, opened),
    errors: opened.errors,
    words: wordsOf(view.blocks),
    buttons: buttonsOf(view.blocks),
    blocks: view.blocks,
    depth: (opened.window?.stack.indexOf(opened) ?? 0) + 1,
    ...(opened.trouble === undefined ? {} : { trouble: opened.trouble }),
  };
};

/** The view on top of a window. */
export const seenModal = (world: World, window: ClientWindow): SeenModal | undefined => {
  const top = window.stack.at(-1);
  return top && seenView(world, top);
};
