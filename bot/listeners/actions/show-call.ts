import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { safeApiOrigin } from '../../../shared/curl.ts';
import { callIn } from '../../messages/call.ts';
import type { ListenerPorts } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf } from '../language-of.ts';

/** Shows how to call the API with a token. There is no token in it: whoever presses may read it. */
export const showCall =
  (ports: ListenerPorts) =>
  async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    const action = body.actions[0];
    const origin = safeApiOrigin((action?.type === 'button' ? action.value : undefined) ?? '');
    if (origin === undefined) return;
    const { id: userId } = body.user;
    const to = { userId, channel: body.channel?.id ?? null, respond };
    await reply(ports, to, callIn(await languageOf(ports, userId), origin));
  };
