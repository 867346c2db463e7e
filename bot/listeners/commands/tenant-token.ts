import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { asksForHelp } from '../../arguments/asks-for-help.ts';
import { parseArguments } from '../../arguments/parse-arguments.ts';
import { helpIn } from '../../messages/help.ts';
import { linkInWords } from '../../arguments/request-link.ts';
import { wishOfArguments, wishOfLink } from '../../modal/wish.ts';
import { languageOf } from '../language-of.ts';
import type { ListenerPorts } from '../ports.ts';
import { openForm } from '../open-form.ts';
import { reply } from '../reply.ts';

const CREATE = /^create(?:\s+|$)/i;

const MAX_TEXT = 4000;

/** `/tenant-token`: `create` opens the form, anything else gets an answer that helps. */
export const tenantTokenCommand =
  (ports: ListenerPorts) =>
  async ({
    ack,
    command,
    client,
    respond,
  }: SlackCommandMiddlewareArgs & { readonly client: WebClient }): Promise<void> => {
    await ack();
    const text = command.text.slice(0, MAX_TEXT).replaceAll(/\s+/gu, ' ').trim();
    const forHelp = asksForHelp(text);
    if (CREATE.test(text) && !forHelp) {
      const words = text.replace(CREATE, '');
      const link = linkInWords(words);
      await openForm(ports, {
        client,
        respond,
        triggerId: command.trigger_id,
        userId: command.user_id,
        channel: command.channel_id,
        responseUrl: command.response_url,
        wish: link ? wishOfLink(link) : wishOfArguments(parseArguments(words)),
      });
      return;
    }
    const language = await languageOf(ports, command.user_id);
    await reply(
      ports,
      { userId: command.user_id, channel: command.channel_id, respond },
      helpIn(language, forHelp ? undefined : text.split(' ')[0]),
    );
  };
