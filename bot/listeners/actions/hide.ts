import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { errorFields } from '../../log/error-fields.ts';
import type { ListenerDeps } from '../deps.ts';

/** Takes the token's message away. */
export const hide =
  (deps: ListenerDeps) =>
  async ({ ack, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    try {
      await respond({ delete_original: true });
    } catch (error) {
      deps.log.warn('hide_failed', errorFields(error));
    }
  };
