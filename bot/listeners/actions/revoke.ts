import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { answer } from '../../messages/answer.ts';
import { TEXTS } from '../../messages/texts.ts';
import type { ListenerPorts } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf } from '../language-of.ts';
import { readPressed } from './pressed.ts';

/**
 * Revokes a token, for its owner alone. Slack's own dialog has asked already. The token's message
 * gives way to the outcome; the receipt is kept up by the flow.
 */
export const revoke =
  (ports: ListenerPorts) =>
  async ({ ack, body, respond }: SlackActionMiddlewareArgs<BlockAction>): Promise<void> => {
    await ack();
    const { flowId, who, ephemeral, place } = readPressed(ports, body);
    const outcome =
      flowId === undefined ? 'not_found' : await ports.flows.revoke(flowId, who, place);
    if (outcome === 'not_yours' && flowId !== undefined) {
      const { teamId, userId } = who;
      const line = { team_id: teamId, who: userId, role: 'asker', event: 'denied' } as const;
      await ports.note({ ...line, subject: flowId, detail: 'not_yours' });
    }
    const { revoking } = TEXTS[await languageOf(ports, who.userId)];
    const dead = outcome === 'revoked' || outcome === 'already_revoked' || outcome === 'dead';
    // The receipt says so itself where it stands.
    if (outcome === 'revoked' && place !== null) return;
    const to = { userId: who.userId, channel: body.channel?.id ?? null, respond };
    await reply(ports, to, answer({ text: revoking[outcome] }), ephemeral && dead);
  };
