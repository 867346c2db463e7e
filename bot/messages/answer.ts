import type { SlackMessage } from './facts.ts';
import { type Said, saying } from './said.ts';

/** An answer to one person. */
export const answer = (said: Said): SlackMessage => ({
  text: said.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  blocks: [saying(said)],
});
