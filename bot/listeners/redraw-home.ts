import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { ListenerPorts } from './ports.ts';
import { publishHome } from './publish-home.ts';

type Args = SlackActionMiddlewareArgs<BlockAction> & { readonly client: WebClient };

/** A listener whose button may stand in someone's Home, which then is drawn anew after it. */
export const redrawingHome =
  (ports: ListenerPorts, listener: (args: Args) => Promise<void>) =>
  async (args: Args): Promise<void> => {
    await listener(args);
    if (args.body.view?.type === 'home') await publishHome(ports, args.client, args.body.user.id);
  };
