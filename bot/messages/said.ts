import type { KnownBlock, RichTextElement } from '@slack/types';
import { clip, LIMITS, paragraph } from './block-kit.ts';
import { mention } from './sentence.ts';

/** A sentence to a person, and whom it names, so that they can be clicked. */
export interface Said {
  readonly text: string;
  /** Slack's ids: people (U, W), user groups (S), channels (C, G). */
  readonly mentions?: readonly string[];
}

/**
 * A sentence as a block, without markup. In plain text no mention can be clicked, so where there is one
 * the block is rich text, which is as literal.
 */
export const saying = ({ text, mentions = [] }: Said): KnownBlock => {
  if (mentions.length === 0) return paragraph(text);
  const named = mentions.flatMap((id): RichTextElement[] => [
    { type: 'text', text: ' ' },
    mention(id),
  ]);
  const sentence: RichTextElement = { type: 'text', text: clip(text, LIMITS.section) };
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [sentence, ...named] }],
  };
};
