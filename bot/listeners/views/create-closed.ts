import type { SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt';
import type { ListenerPorts } from '../ports.ts';

/** The form was cancelled. Nothing was made, so there is nothing to undo. */
export const createClosed =
  (ports: ListenerPorts) =>
  async ({ ack, body }: SlackViewMiddlewareArgs<ViewClosedAction>): Promise<void> => {
    await ack();
    ports.log.debug('form_closed', { view: body.view.id, user: body.user.id });
  };
