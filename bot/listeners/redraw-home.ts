import type { ButtonArgs } from './actions/pressed.ts';
import type { ListenerPorts } from './ports.ts';
import { publishHome } from './publish-home.ts';

/** A listener whose button may stand in someone's Home, which then is drawn anew after it. */
export const redrawingHome =
  (ports: ListenerPorts, listener: (args: ButtonArgs) => Promise<void>) =>
  async (args: ButtonArgs): Promise<void> => {
    await listener(args);
    if (args.body.view?.type === 'home') await publishHome(ports, args.client, args.body.user.id);
  };
