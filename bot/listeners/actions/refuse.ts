import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answer } from '../../messages/answer.ts';
import { TEXTS } from '../../messages/texts.ts';
import { refuseModal } from '../../modal/refuse-modal.ts';
import { canBeAnswered } from '../../petitions/machine.ts';
import { callViews } from '../call-views.ts';
import type { ListenerPorts } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf, readPressed } from './pressed.ts';

/** Refuse was pressed: asks for a reason. Whether they may is asked when it is submitted. */
export const refuse =
  (ports: ListenerPorts) =>
  async ({
    ack,
    body,
    client,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction> & { readonly client: WebClient }): Promise<void> => {
    await ack();
    const { flowId, who } = readPressed(ports, body);
    const { userId } = who;
    const channel = body.channel?.id ?? null;
    const [language, petition] = await Promise.all([
      languageOf(ports, userId),
      flowId === undefined ? undefined : ports.petitions.find(flowId),
    ]);
    const tell = (text: string): Promise<void> =>
      reply(ports, { userId, channel, respond }, answer({ text }));
    const { answers } = TEXTS[language].petitions;
    if (!petition) return tell(answers.not_found);
    if (!canBeAnswered(petition)) return tell(answers.late);
    const opened = await callViews(ports, 'views.open', () =>
      client.views.open({
        trigger_id: body.trigger_id,
        view: refuseModal(language, petition, channel),
      }),
    );
    if (opened.ok) return undefined;
    ports.log.warn('form_not_opened', { code: opened.error.code });
    return tell(TEXTS[language].problems.expired);
  };
