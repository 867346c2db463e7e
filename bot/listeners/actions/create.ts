import { parseArguments } from '../../arguments/parse-arguments.ts';
import { wishOfArguments } from '../../modal/wish.ts';
import { openForm } from '../open-form.ts';
import type { ListenerPorts } from '../ports.ts';
import type { ButtonArgs } from './pressed.ts';

/** Opens an empty form, as the command without arguments does. */
export const create =
  (ports: ListenerPorts) =>
  async ({ ack, body, client }: ButtonArgs): Promise<void> => {
    await ack();
    await openForm(ports, {
      client,
      respond: undefined,
      triggerId: body.trigger_id,
      userId: body.user.id,
      channel: null,
      responseUrl: null,
      wish: wishOfArguments(parseArguments('')),
    });
  };
