import type { RichTextElement, RichTextQuote, RichTextSection } from '@slack/types';
import { clip } from './block-kit.ts';
import { isolated } from './formats.ts';

/** Someone or somewhere by id, which Slack's clients show by name and let be clicked. */
export const mention = (id: string): RichTextElement => {
  if (id.startsWith('S')) return { type: 'usergroup', usergroup_id: id };
  if (id.startsWith('U') || id.startsWith('W')) return { type: 'user', user_id: id };
  return { type: 'channel', channel_id: id };
};

/** What stands in a place of a text: mentions, by id, or what someone typed. */
type Filling = { readonly ids: readonly string[] } | { readonly typed: string };

const MAX_TYPED = 300;

const filled = (filling: Filling, bold: boolean): RichTextElement[] => {
  const style = bold ? { style: { bold: true } } : {};
  if ('typed' in filling) {
    return [{ type: 'text', text: isolated(clip(filling.typed, MAX_TYPED)), ...style }];
  }
  return filling.ids.flatMap((id, at): RichTextElement[] =>
    at === 0 ? [mention(id)] : [{ type: 'text', text: ', ' }, mention(id)],
  );
};

/**
 * A text with its `{places}` filled in, as rich text, in which nothing is markup.
 * @param fillings by the name of the place; a place without one stays as it is, so that a fault is seen
 */
export const sentence = (
  text: string,
  fillings: Readonly<Record<string, Filling>>,
  bold = false,
): RichTextSection => ({
  type: 'rich_text_section',
  elements: text.split(/(\{\w+\})/).flatMap((part): RichTextElement[] => {
    const filling = fillings[part.slice(1, -1)];
    if (part.startsWith('{') && filling) return filled(filling, bold);
    return part === '' ? [] : [{ type: 'text', text: part, ...(bold ? { style: { bold } } : {}) }];
  }),
});

/** What someone wrote, set off from the rest; literal, as rich text is. */
export const quote = (text: string, max: number): RichTextQuote => ({
  type: 'rich_text_quote',
  elements: [{ type: 'text', text: clip(text, max) }],
});
