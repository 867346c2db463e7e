import type { RespondFn } from '@slack/bolt';
import { errorFields } from '../log/error-fields.ts';
import type { SlackMessage } from '../messages/facts.ts';
import type { ListenerPorts } from './ports.ts';

/** Who is to be answered, and where they are. */
export interface ReplyTo {
  readonly userId: string;
  /** Null where it is not known. */
  readonly channel: string | null;
  /** Bolt's, by the `response_url`; missing where Slack sent none. */
  readonly respond: RespondFn | undefined;
}

/**
 * Answers one person, so that nobody else sees it: by the `response_url`, which works in every
 * conversation, those without the bot too, or where it does not work in the conversation, or in the one
 * with the bot. Nothing rests on it, so an open outcome is as good as a failure: the ladder of a token
 * (`delivery/ladder.ts`) has to stop there.
 * @param replaceOriginal whether the answer takes the place of the message whose button was pressed
 */
export const reply = async (
  { log, slack }: Pick<ListenerPorts, 'log' | 'slack'>,
  { userId, channel, respond }: ReplyTo,
  message: SlackMessage,
  replaceOriginal = false,
): Promise<void> => {
  const { text, blocks } = message;
  try {
    if (respond) {
      await respond({
        response_type: 'ephemeral',
        replace_original: replaceOriginal,
        text,
        blocks: [...blocks],
      });
      return;
    }
  } catch (error) {
    log.warn('reply_failed', errorFields(error));
  }
  if (channel !== null && (await slack.ephemeral(channel, userId, message)).ok) return;
  const dm = await slack.openDm(userId);
  const said = dm.ok ? await slack.ephemeral(dm.value, userId, message) : dm;
  if (!said.ok) log.warn('reply_given_up', { user: userId, code: said.error.code });
};
