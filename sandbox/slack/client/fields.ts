import * as z from 'zod';
import { menuOption } from '../blocks/composition.ts';
import { liveElements, type LiveElement, type PlacedBlock } from '../blocks/placed.ts';
import type { SeenOption } from '../handle/seen.ts';
import { optionSent, optionsOf } from './options.ts';
import {
  valueKey,
  type ClientWindow,
  type OpenView,
  type StateValue,
  type World,
} from '../world/world.ts';

/** A field of the view on top. */
export interface Place {
  readonly opened: OpenView;
  readonly block: PlacedBlock;
  readonly element: LiveElement;
}

/** The view on top. @throws Error where none is open */
export const topView = (window: ClientWindow): OpenView => {
  const top = window.stack.at(-1);
  if (!top) throw new Error('No view is open.');
  return top;
};

const labelled = (block: PlacedBlock, name: string): boolean =>
  (block.type === 'input' && block.label.text === name) ||
  (block.type === 'section' && block.text?.text === name);

/**
 * A field by its label, block_id or action_id, or by both ids with a slash between.
 * @throws Error where there is none, with the names of those that are there
 */
export const placeOf = (opened: OpenView, name: string): Place => {
  const places = opened.view.blocks.flatMap((block) =>
    liveElements(block)
      .filter(({ type }) => type !== 'button' && type !== 'overflow')
      .map((element) => ({ opened, block, element })),
  );
  const found =
    places.find(({ block, element }) => `${block.block_id}/${element.action_id ?? ''}` === name) ??
    places.find(({ block }) => labelled(block, name)) ??
    places.find(({ block }) => block.block_id === name) ??
    places.find(({ element }) => element.action_id === name);
  if (found) return found;
  const names = places.map(({ block, element }) =>
    block.type === 'input' ? block.label.text : (element.action_id ?? ''),
  );
  throw new Error(`There is no field ${JSON.stringify(name)}, only ${names.join(', ')}.`);
};

/** Sets a field's value. */
export const setValue = (
  world: World,
  { opened, block, element }: Place,
  value: Readonly<Record<string, unknown>>,
): StateValue => {
  const held: StateValue = { type: element.type, ...value };
  opened.values.set(valueKey(block.block_id, element.action_id ?? ''), held);
  if (opened.errors[block.block_id] !== undefined) {
    const { [block.block_id]: _mended, ...rest } = opened.errors;
    opened.errors = rest;
  }
  world.changed(opened.personId);
  return held;
};

/** What a field that asks the app for options holds now: later suggestions do not take it away. */
const heldOptions = ({ opened, block, element }: Place): readonly SeenOption[] => {
  const held = opened.values.get(valueKey(block.block_id, element.action_id ?? ''));
  const parsed = z.array(menuOption).safeParse(held?.['selected_options']);
  return (parsed.data ?? []).map(({ text, value = '' }) => ({ text: text.text, value }));
};

/** An option by its text or value. @throws Error where it is not offered */
const offered = (world: World, place: Place, name: string): SeenOption => {
  const { opened, block, element } = place;
  const options = [...optionsOf(world, opened, block.block_id, element), ...heldOptions(place)];
  const found =
    options.find(({ text }) => text === name) ?? options.find(({ value }) => value === name);
  if (found) return found;
  const texts = options.map(({ text }) => text).join(', ');
  throw new Error(`There is no option ${JSON.stringify(name)}, only ${texts}.`);
};

const ONE = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
} as const;

const MANY = {
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
} as const;

/** The value of a field that takes one option. @throws Error for another kind of field */
export const oneChosen = (
  world: World,
  place: Place,
  name: string | null,
): Readonly<Record<string, unknown>> => {
  const { element } = place;
  const option = name === null ? undefined : offered(world, place, name);
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { selected_option: option ? optionSent(element, option) : null };
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return { [ONE[element.type]]: option?.value ?? null };
    default:
      throw new Error(`Nothing is chosen in a ${element.type}.`);
  }
};

/** The value of a field that takes several options. @throws Error for another kind of field */
export const manyChosen = (
  world: World,
  place: Place,
  names: readonly string[],
): Readonly<Record<string, unknown>> => {
  const { element } = place;
  const options = names.map((name) => offered(world, place, name));
  switch (element.type) {
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { selected_options: options.map((option) => optionSent(element, option)) };
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return { [MANY[element.type]]: options.map(({ value }) => value) };
    default:
      throw new Error(`Nothing is ticked in a ${element.type}.`);
  }
};

/** The value of a date or time. @throws Error for another kind of field */
export const picked = (
  { element }: Place,
  value: string | number | null,
): Readonly<Record<string, unknown>> => {
  switch (element.type) {
    case 'datepicker':
      return { selected_date: value };
    case 'timepicker':
      return {
        selected_time: value,
        ...(element.timezone === undefined ? {} : { timezone: element.timezone }),
      };
    case 'datetimepicker':
      return { selected_date_time: value };
    default:
      throw new Error(`Nothing is picked in a ${element.type}.`);
  }
};

/** The value of a typed field. @throws Error for another kind of field */
export const typed = ({ element }: Place, text: string): Readonly<Record<string, unknown>> => {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: text === '' ? null : text };
    default:
      throw new Error(`Nothing is typed into a ${element.type}.`);
  }
};
