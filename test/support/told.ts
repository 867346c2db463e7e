import * as z from 'zod';
import { ASK_AGAIN, HIDE, REVOKE } from '../../bot/messages/action-ids.ts';
import { TEXTS } from '../../bot/messages/texts.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';

interface Message {
  readonly text: string;
  readonly words: string;
  readonly blocks: readonly unknown[];
}

const rowSchema = z.object({
  elements: z.array(z.looseObject({ action_id: z.string(), value: z.string() })),
});

const buttonsOf = ({ blocks }: Message): ReadonlyMap<string, string> =>
  new Map(
    blocks
      .flatMap((block) => rowSchema.safeParse(block).data?.elements ?? [])
      .map(({ action_id: id, value }) => [id, value]),
  );

const OPEN = Object.values(TEXTS).map(({ announcements }) => announcements.save_unknown);

/** What a message of the bot's says, as {@link PLAIN_WORDS} would say it. */
const plainly = (message: Message): { readonly text: string } => {
  const buttons = buttonsOf(message);
  const again = buttons.get(ASK_AGAIN);
  // That nothing is known yet is no announcement: another word has to follow.
  if (again && OPEN.some((text) => message.words.includes(text))) return { text: `open ${again}` };
  if (again) return { text: `announcement told ${again}` };
  if (buttons.has(HIDE)) return { text: `token ${buttons.get(HIDE)}` };
  if (buttons.has(REVOKE)) return { text: `receipt active ${buttons.get(REVOKE)}` };
  return message;
};

/** All that the bot told people in its own words, in the form that {@link judge} reads. */
export const told = (slack: Slack) => ({
  accepted: slack.accepted.map(plainly),
  history: () => slack.history().map(plainly),
});
