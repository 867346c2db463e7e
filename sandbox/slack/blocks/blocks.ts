import * as z from 'zod';
import { identifier, plainText, mrkdwn, text } from './composition.ts';
import { accessory, actionsElement, contextImage, inputElement } from './elements.ts';
import { richText } from './rich-text.ts';

const id = { block_id: identifier.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    ...id,
    text: text(3000).optional(),
    fields: z.array(text(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(
    (block) => block.text !== undefined || block.fields !== undefined,
    'must have text or fields',
  );

const input = z.strictObject({
  type: z.literal('input'),
  ...id,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const image = z.strictObject({
  type: z.literal('image'),
  ...id,
  alt_text: z.string().min(1).max(2000),
  image_url: z.string().max(3000),
  title: plainText(2000).optional(),
});

const common = [
  section,
  image,
  richText,
  z.strictObject({ type: z.literal('divider'), ...id }),
  z.strictObject({ type: z.literal('header'), ...id, text: plainText(150) }),
  z.strictObject({
    type: z.literal('context'),
    ...id,
    elements: z
      .array(z.discriminatedUnion('type', [contextImage, plainText(3000), mrkdwn(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...id,
    elements: z.array(actionsElement).min(1).max(25),
  }),
] as const;

/** A block of a view. */
export const viewBlock = z.discriminatedUnion('type', [...common, input]);
/** A block of a message. */
export const messageBlock = z.discriminatedUnion('type', [
  ...common,
  input,
  z.strictObject({ type: z.literal('markdown'), ...id, text: z.string().max(12_000) }),
]);

export type Block = z.infer<typeof messageBlock>;
