import type { KnownBlock } from '@slack/types';
import type { Language } from '../../shared/messages/language.ts';
import { COMMAND } from '../manifest/manifest.ts';
import { code, clip, heading, paragraph } from './block-kit.ts';
import type { SlackMessage } from './facts.ts';
import { fillIn } from './formats.ts';
import { TEXTS } from './texts.ts';

/** The command with everything that it takes. */
const EXAMPLE = `${COMMAND} create "CI uploader" --tenant Nord --expires 30d --permissions read,write`;

/** A plain answer to one person. */
export const answer = (text: string): SlackMessage => ({
  text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  blocks: [paragraph(text)],
});

/**
 * What the command can do.
 * @param unknown the word that was typed instead of a command that there is
 */
export const helpIn = (language: Language, unknown?: string): SlackMessage => {
  const { help } = TEXTS[language];
  const first: KnownBlock[] =
    unknown === undefined ? [] : [paragraph(fillIn(help.unknown, { word: clip(unknown, 100) }))];
  return {
    text: help.title,
    blocks: [
      ...first,
      heading(help.title, `${COMMAND} create: ${help.create}`),
      code(EXAMPLE, help.prefill),
      paragraph(`${COMMAND} help: ${help.help}`),
    ],
  };
};
