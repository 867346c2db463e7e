import type { SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt';
import type { ListenerDeps } from '../ports.ts';

/** The form was cancelled. Nothing was made, so there is nothing to undo. */
export const createClosed =
  (deps: ListenerDeps) =>
  async ({ ack, body }: SlackViewMiddlewareArgs<ViewClosedAction>): Promise<void> => {
    await ack();
    deps.log.debug('form_closed', { view: body.view.id, user: body.user.id });
  };
