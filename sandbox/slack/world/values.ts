import type { LiveElement } from '../blocks/placed.ts';
import type { OpenView, StateValue } from './world.ts';

/**
 * What a field holds before anybody touched it.
 * @returns undefined for what holds nothing, such as a button
 */
export const initialValue = (element: LiveElement): StateValue | undefined => {
  const { type } = element;
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return {
        type,
        selected_time: element.initial_time ?? null,
        ...(element.timezone === undefined ? {} : { timezone: element.timezone }),
      };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'button':
    case 'overflow':
      return undefined;
  }
};

/** Whether a field holds nothing. */
export const isEmpty = (value: StateValue): boolean =>
  Object.entries(value).every(
    ([name, held]) =>
      name === 'type' ||
      name === 'timezone' ||
      held === null ||
      held === '' ||
      (Array.isArray(held) && held.length === 0),
  );

/** All values of a view, as `state.values`. */
export const stateOf = (
  opened: Pick<OpenView, 'values'>,
): Record<string, Record<string, StateValue>> => {
  const values: Record<string, Record<string, StateValue>> = {};
  for (const [key, value] of opened.values) {
    const [blockId = '', actionId = ''] = key.split('\0');
    (values[blockId] ??= {})[actionId] = value;
  }
  return values;
};
