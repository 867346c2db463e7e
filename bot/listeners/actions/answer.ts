import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { answer as answering } from '../../messages/answer.ts';
import type { Answer } from '../../petitions/petitions.ts';
import { answerPetition } from '../answer-petition.ts';
import type { ListenerPorts } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf } from '../language-of.ts';
import { readPressed } from './pressed.ts';

/** Approve or Withdraw was pressed, and Slack's own dialog has asked already. */
export const answered =
  (ports: ListenerPorts, answerOf: (userId: string) => Answer) =>
  async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    const { flowId, who } = readPressed(ports, body);
    const { userId } = who;
    await answerPetition(ports, flowId, userId, answerOf(userId), async (said) => {
      const to = { userId, channel: body.channel?.id ?? null, respond };
      await reply(ports, to, answering({ text: said(await languageOf(ports, userId)) }));
    });
  };
