import * as z from 'zod';
import {
  boxOption,
  confirmDialog,
  conversationFilter,
  dispatchActionConfig,
  identifier,
  menuOption,
  optionGroup,
  placeholder,
  plainText,
} from './composition.ts';

const actionable = { action_id: identifier.optional() };
const confirmable = { confirm: confirmDialog.optional() };
const focusable = { focus_on_load: z.boolean().optional() };
const placed = { placeholder: placeholder.optional() };
const dispatched = { dispatch_action_config: dispatchActionConfig.optional() };
const base = { ...actionable, ...confirmable, ...focusable };
const select = { ...base, ...placed };
const several = { ...select, max_selected_items: z.int().min(1).optional() };

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in the format YYYY-MM-DD');
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day in the format HH:mm');

/** Options or groups of them, one of the two. */
const choices = {
  options: z.array(menuOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const oneOfBoth = (element: { options?: unknown; option_groups?: unknown }): boolean =>
  (element.options === undefined) !== (element.option_groups === undefined);
const EITHER = 'must have either options or option_groups';

const external = { min_query_length: z.int().min(0).optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const respondable = { response_url_enabled: z.boolean().optional() };
const ids = z.array(z.string()).optional();

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(menuOption).min(1).max(5),
});

const image = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().max(2000),
  image_url: z.string().max(3000),
});

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...select,
  initial_date: date.optional(),
});
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...select,
  initial_time: time.optional(),
  timezone: z.string().optional(),
});
const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...base,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...base,
  options: z.array(boxOption).min(1).max(10),
  initial_options: z.array(boxOption).min(1).optional(),
});
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...base,
  options: z.array(boxOption).min(1).max(10),
  initial_option: boxOption.optional(),
});

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...select,
    ...choices,
    initial_option: menuOption.optional(),
  })
  .refine(oneOfBoth, EITHER);
const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...several,
    ...choices,
    initial_options: z.array(menuOption).min(1).optional(),
  })
  .refine(oneOfBoth, EITHER);
const selects = [
  staticSelect,
  multiStaticSelect,
  z.strictObject({
    type: z.literal('external_select'),
    ...select,
    ...external,
    initial_option: menuOption.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...several,
    ...external,
    initial_options: z.array(menuOption).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal('users_select'),
    ...select,
    initial_user: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('multi_users_select'), ...several, initial_users: ids }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...select,
    ...conversations,
    ...respondable,
    initial_conversation: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...several,
    ...conversations,
    initial_conversations: ids,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...select,
    ...respondable,
    initial_channel: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...several, initial_channels: ids }),
] as const;

const typed = { ...actionable, ...focusable, ...placed, ...dispatched };
const MAX_TYPED = 3000;

const texts = [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      ...typed,
      initial_value: z.string().max(MAX_TYPED).optional(),
      multiline: z.boolean().optional(),
      min_length: z.int().min(0).max(MAX_TYPED).optional(),
      max_length: z.int().min(1).max(MAX_TYPED).optional(),
    })
    .refine(
      ({ min_length = 0, max_length = MAX_TYPED }) => min_length <= max_length,
      'min_length must not be more than max_length',
    ),
  z.strictObject({
    type: z.literal('email_text_input'),
    ...typed,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('url_text_input'),
    ...typed,
    initial_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
] as const;

const chosen = [
  datepicker,
  timepicker,
  datetimepicker,
  checkboxes,
  radioButtons,
  ...selects,
] as const;

/** What an input block may hold. */
export const inputElement = z.discriminatedUnion('type', [...texts, ...chosen]);
/** What an actions block may hold. */
export const actionsElement = z.discriminatedUnion('type', [button, overflow, ...chosen]);
/** What may stand beside a section's text. */
export const accessory = z.discriminatedUnion('type', [button, overflow, image, ...chosen]);
export const contextImage = image;

/** An element that asks for something. */
export type InputElement = z.infer<typeof inputElement>;
/** An element that does something when it is pressed or changed. */
export type ActionsElement = z.infer<typeof actionsElement>;
export type Button = z.infer<typeof button>;
