import type {
  Button,
  ContextBlock,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextBlockElement,
  SectionBlock,
} from '@slack/types';

/** Slack's limits, in characters, from the documentation comments of `@slack/types` 3.2. */
export const LIMITS = {
  modalTitle: 24,
  button: 75,
  option: 75,
  label: 2000,
  placeholder: 150,
  section: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  selectOptions: 100,
} as const;

/** Shortens what someone else wrote, with an ellipsis, and without halving an emoji. */
export const clip = (text: string, max: number): string => {
  if (text.length <= max) return text;
  let clipped = '';
  for (const char of text) {
    if (clipped.length + char.length > max - 1) break;
    clipped += char;
  }
  return `${clipped}…`;
};

/** The end of what someone else wrote, with an ellipsis before it, and without half an emoji. */
export const clipStart = (text: string, max: number): string => {
  if (text.length <= max) return text;
  let end = '';
  for (const char of Array.from(text).toReversed()) {
    if (end.length + char.length > max - 1) break;
    end = char + end;
  }
  return `…${end}`;
};

/**
 * A text in which nothing is markup: no mention, link, emoji code or formatting works in it.
 * @throws RangeError where a text of our own is longer than Slack takes
 */
export const plain = (text: string, max: number): PlainTextElement => {
  if (text.length > max) throw new RangeError(`A text for Slack is longer than ${max} characters`);
  return { type: 'plain_text', text, emoji: false };
};

/** A paragraph. */
export const paragraph = (text: string, blockId?: string): SectionBlock => ({
  type: 'section',
  text: plain(clip(text, LIMITS.section), LIMITS.section),
  ...(blockId === undefined ? {} : { block_id: blockId }),
});

/** Small print. */
export const smallPrint = (text: string): ContextBlock => ({
  type: 'context',
  elements: [plain(clip(text, LIMITS.section), LIMITS.section)],
});

/** A line in bold, then a line below it; literal, as rich text is. */
export const heading = (title: string, below: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: title, style: { bold: true } },
        { type: 'text', text: `\n${below}` },
      ],
    },
  ],
});

/** Boxes of code, literal, which Slack's clients offer to copy one by one, below a line of text. */
export const codes = (texts: readonly string[], above?: string): RichTextBlock => {
  const boxes = texts.map((text): RichTextBlockElement => ({
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text }],
  }));
  if (above === undefined) return { type: 'rich_text', elements: boxes };
  const line: RichTextBlockElement = {
    type: 'rich_text_section',
    elements: [{ type: 'text', text: above }],
  };
  return { type: 'rich_text', elements: [line, ...boxes] };
};

/** One box of code. */
export const code = (text: string, above?: string): RichTextBlock => codes([text], above);

/** An option of a select, with a name of whatever length. */
export const option = (text: string, value: string, description?: string): PlainTextOption => ({
  text: plain(clip(text, LIMITS.option), LIMITS.option),
  value,
  ...(description === undefined
    ? {}
    : { description: plain(clip(description, LIMITS.option), LIMITS.option) }),
});

/** A button. */
export const button = (
  text: string,
  actionId: string,
  value: string,
  more: Partial<Button> = {},
): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(text, LIMITS.button),
  value,
  ...more,
});

/** Buttons in a row. */
export const buttons = (...elements: readonly Button[]): KnownBlock => ({
  type: 'actions',
  elements: [...elements],
});
