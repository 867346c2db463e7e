import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { errorFields } from '../../log/error-fields.ts';
import { answer } from '../../messages/answer.ts';
import { TEXTS } from '../../messages/texts.ts';
import type { ListenerDeps } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf } from './pressed.ts';

/** Takes the token's message away, or says how it goes by itself. */
export const hide =
  (deps: ListenerDeps) =>
  async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    try {
      await respond({ delete_original: true });
    } catch (error) {
      deps.log.warn('hide_failed', errorFields(error));
      const { id: userId } = body.user;
      const { token } = TEXTS[await languageOf(deps, userId)];
      // The way that just failed is not tried again.
      const to = { userId, channel: body.channel?.id ?? null, respond: undefined };
      await reply(deps, to, answer({ text: token.notHidden }));
    }
  };
