import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answer } from '../../messages/answer.ts';
import { TEXTS } from '../../messages/texts.ts';
import { deliverModal } from '../../modal/deliver-modal.ts';
import { inTime } from '../../time/in-time.ts';
import { callViews } from '../call-views.ts';
import type { ListenerPorts } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf, readPressed } from './pressed.ts';

/** For a word that is good to have: the modal itself has to open within three seconds. */
const PATIENCE_MS = 600;

/** Deliver was pressed: asks for the token. Whether they may is asked when it is submitted. */
export const deliver =
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
    if (petition.state !== 'making') return tell(answers.late);
    const at = await inTime(PATIENCE_MS, ports.presence(petition.submission.userId), 'unknown');
    const opened = await callViews(ports, 'views.open', () =>
      client.views.open({
        trigger_id: body.trigger_id,
        view: deliverModal(language, petition, channel, at === 'away'),
      }),
    );
    if (opened.ok) return undefined;
    ports.log.warn('form_not_opened', { code: opened.error.code });
    return tell(TEXTS[language].problems.expired);
  };
