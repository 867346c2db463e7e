import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { errorFields } from '../../log/error-fields.ts';
import { answer } from '../../messages/answer.ts';
import { TEXTS } from '../../messages/texts.ts';
import type { ListenerPorts } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf } from '../language-of.ts';

/** Takes the token's message away, or says how it goes by itself. */
export const hide =
  (ports: ListenerPorts) =>
  async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    try {
      await respond({ delete_original: true });
    } catch (error) {
      ports.log.warn('hide_failed', errorFields(error));
      const { id: userId } = body.user;
      const { token } = TEXTS[await languageOf(ports, userId)];
      // The way that just failed is not tried again.
      const to = { userId, channel: body.channel?.id ?? null, respond: undefined };
      await reply(ports, to, answer({ text: token.notHidden }));
    }
  };
