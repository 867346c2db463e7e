import * as z from 'zod';
import { viewBlock } from './blocks.ts';
import { identifier, plainText } from './composition.ts';

const common = {
  blocks: z.array(viewBlock).max(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: identifier.optional(),
  external_id: identifier.optional(),
};

/** A modal, as an app sends it. */
export const modalView = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  submit_disabled: z.boolean().optional(),
  ...common,
});

/** A Home tab, as an app sends it. */
export const homeView = z.strictObject({ type: z.literal('home'), ...common });

export type ModalView = z.infer<typeof modalView>;
export type HomeView = z.infer<typeof homeView>;
