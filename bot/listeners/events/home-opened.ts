import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { ListenerPorts } from '../ports.ts';
import { publishHome } from '../publish-home.ts';

/** The app's Home was opened; its conversation, which opens alike, needs nothing. */
export const homeOpened =
  (ports: ListenerPorts) =>
  async ({
    event,
    client,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & {
    readonly client: WebClient;
  }): Promise<void> => {
    if (event.tab === 'home') await publishHome(ports, client, event.user);
  };
