import type { RespondFn } from '@slack/bolt';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import type { SlackMessage } from '../messages/facts.ts';

/**
 * Answers one person by the `response_url`, so that nobody else sees it.
 * @param respond Bolt's; missing where Slack sent no URL
 * @returns whether Slack took it
 */
export const reply = async (
  log: Log,
  respond: RespondFn | undefined,
  { text, blocks }: SlackMessage,
  replaceOriginal = false,
): Promise<boolean> => {
  if (!respond) return false;
  try {
    await respond({
      response_type: 'ephemeral',
      replace_original: replaceOriginal,
      text,
      blocks: [...blocks],
    });
    return true;
  } catch (error) {
    log.warn('reply_failed', errorFields(error));
    return false;
  }
};
