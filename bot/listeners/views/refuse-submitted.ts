import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { answer } from '../../messages/answer.ts';
import { readPetitionMetadata } from '../../modal/petition-metadata.ts';
import { readReason } from '../../modal/refuse-modal.ts';
import { languageOf } from '../language-of.ts';
import { answerPetition } from '../answer-petition.ts';
import type { ListenerPorts } from '../ports.ts';
import { publishHome } from '../publish-home.ts';
import { reply } from '../reply.ts';

/** A refusal was submitted: the decision whether it counts is taken now, from live data. */
export const refuseSubmitted =
  (ports: ListenerPorts) =>
  async ({
    ack,
    body,
    client,
    view,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & { readonly client: WebClient }): Promise<void> => {
    await ack();
    const { id: userId } = body.user;
    const metadata = readPetitionMetadata(view.private_metadata);
    if (!metadata) ports.log.warn('form_not_understood', { view: view.id, user: userId });
    const reason = readReason(view.state.values);
    const refusal = { kind: 'refused', by: userId, reason } as const;
    await answerPetition(ports, metadata?.petitionId, userId, refusal, async (said) => {
      const to = { userId, channel: metadata?.channel ?? null, respond: undefined };
      await reply(ports, to, answer({ text: said(await languageOf(ports, userId)) }));
    });
    // It was opened in the Home, where it still stands.
    if (metadata?.channel === null) await publishHome(ports, client, userId);
  };
