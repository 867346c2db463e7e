import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import type { SlackPerson } from '../../flow/submission.ts';
import type { Receipt } from '../../flow/word.ts';
import type { ListenerPorts } from '../ports.ts';

const valueSchema = z.string().regex(/^[\w-]{1,64}$/);

const placeSchema = z.object({
  channel: z.string(),
  ts: z.string().regex(/^\d{1,15}\.\d{1,10}$/),
});

/** What a listener of buttons, and of a form's choices, is given. */
export type ButtonArgs = SlackActionMiddlewareArgs<BlockAction> & { readonly client: WebClient };

/** A button of a message. */
export interface Pressed {
  /** Undefined for a value that no message of ours carries. */
  readonly flowId: string | undefined;
  readonly who: SlackPerson;
  /** Whether the message is one that only its reader sees. */
  readonly ephemeral: boolean;
  /** Where the message stands, if it lasts. */
  readonly place: Receipt | null;
}

/** Reads which flow a button belongs to, and who pressed it. */
export const readPressed = (ports: ListenerPorts, body: BlockAction): Pressed => {
  const action = body.actions[0];
  const value = action?.type === 'button' ? action.value : undefined;
  const ephemeral = body.container['is_ephemeral'] === true;
  const ts: unknown = body.container['message_ts'];
  const place = placeSchema.safeParse({ channel: body.channel?.id, ts });
  return {
    flowId: valueSchema.safeParse(value).data,
    who: { teamId: ports.teamId, userId: body.user.id },
    ephemeral,
    place: ephemeral ? null : (place.data ?? null),
  };
};
