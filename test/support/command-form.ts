import { TEXTS } from '../../bot/messages/texts.ts';
import type { PersonWindow } from '../../sandbox/slack/handle/person-window.ts';

const TOO_LATE = Object.values(TEXTS).map(({ problems }) => problems.expired);
const MOST_TRIES = 5;

/**
 * Types a command and waits for the form. A busy machine may be slower than Slack waits, which ends in words
 * that ask the person to type it again.
 * @throws Error where that does not help
 */
export const commandForm = async (
  window: PersonWindow,
  channel: string,
  text: string,
): Promise<void> => {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = window.ephemerals().length;
    const reaction = await window.command(channel, text);
    const isLate = (): boolean =>
      reaction.kind !== 'acknowledged' ||
      window
        .ephemerals()
        .slice(before)
        .some(({ words }) => TOO_LATE.some((late) => words.includes(late)));
    await window.until(() => window.modal()?.submit !== undefined || isLate());
    if (window.modal()?.submit) return;
  }
  throw new Error(`No form came, however often it was asked for by “${text}”.`);
};
