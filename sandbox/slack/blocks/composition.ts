import * as z from 'zod';

/** Limits of Block Kit, from the doc comments of `@slack/types` and docs.slack.dev. */
const LIMITS = { text: 3000, option: 75, url: 3000, placeholder: 150, options: 100 } as const;

/** A plain_text object of a length that its place allows, in characters. */
export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });

export const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });

/** Either kind of text. */
export const text = (max: number = LIMITS.text) =>
  z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export type Text = z.infer<ReturnType<typeof text>>;

export const placeholder = plainText(LIMITS.placeholder);

const optionParts = {
  value: z.string().max(LIMITS.option).optional(),
  description: plainText(LIMITS.option).optional(),
  url: z.string().max(LIMITS.url).optional(),
};

/** An option of a menu: plain text alone. */
export const menuOption = z.strictObject({ text: plainText(LIMITS.option), ...optionParts });

/** An option of checkboxes or radio buttons, whose texts may be mrkdwn. */
export const boxOption = z.strictObject({
  ...optionParts,
  text: text(LIMITS.option),
  description: text(LIMITS.option).optional(),
});

export type Option = z.infer<typeof boxOption>;

export const optionGroup = z.strictObject({
  label: plainText(LIMITS.option),
  options: z.array(menuOption).min(1).max(LIMITS.options),
});

export const confirmDialog = z.strictObject({
  title: plainText(100).optional(),
  text: text(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

export const dispatchActionConfig = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
});

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, 'must have at least one property');

/** block_id, action_id and callback_id. */
export const identifier = z.string().max(255);
