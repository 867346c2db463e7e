import type { SlackMessage } from '../../bot/messages/facts.ts';
import type { DeliveryWords } from '../../bot/messages/delivery-words.ts';

/** A message of one text, and what it shows as it is typed. */
export const saying = (text: string, preformatted?: string): SlackMessage => ({
  text,
  blocks: [
    { type: 'section', text: { type: 'plain_text', text } },
    ...(preformatted === undefined
      ? []
      : [
          {
            type: 'rich_text' as const,
            elements: [
              {
                type: 'rich_text_preformatted' as const,
                elements: [{ type: 'text' as const, text: preformatted }],
              },
            ],
          },
        ]),
  ],
});

/** Words that a test can read back: what kind of message it is, and of which request. */
export const PLAIN_WORDS: DeliveryWords = {
  tokenMessage: ({ requestId }, token) => saying(`token ${requestId}`, token.reveal()),
  receipt: ({ requestId }, state) => saying(`receipt ${state} ${requestId}`),
  announcement: ({ requestId }, why) => saying(`announcement ${why} ${requestId}`),
};
