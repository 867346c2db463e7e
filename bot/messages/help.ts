import type { KnownBlock, RichTextSection } from '@slack/types';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import { TEXT_FIELD_NAMES } from '../../shared/request-fields.ts';
import { TEXT_OPTIONS } from '../arguments/options.ts';
import { COMMAND } from '../manifest/manifest.ts';
import { clip, code, heading, paragraph } from './block-kit.ts';
import type { SlackMessage } from './facts.ts';
import { fillIn } from './formats.ts';
import { TEXTS } from './texts.ts';

/** The command with most of what it takes. */
const EXAMPLE = `${COMMAND} create "CI uploader" --tenant Nord --expires 30d --permissions read,write`;

const OPTIONS = ['name', 'tenant', 'expires', 'permissions'] as const;

const optionLine = (option: string, text: string): RichTextSection => ({
  type: 'rich_text_section',
  elements: [
    { type: 'text', text: `--${option}`, style: { code: true } },
    { type: 'text', text: `: ${text}` },
  ],
});

/** Each option as it is typed, with what it takes. */
const optionLines = (language: Language): RichTextSection[] => {
  const { help, allTenants } = TEXTS[language];
  return [
    ...OPTIONS.map((option) => optionLine(option, fill(help[option], { allTenants }))),
    ...TEXT_FIELD_NAMES.filter((field) => field !== 'name').map((field) =>
      optionLine(TEXT_OPTIONS[field][0], help.text),
    ),
  ];
};

/**
 * What the command can do: each option and its values.
 * @param unknown the word that was typed instead of a command that there is
 */
export const helpIn = (language: Language, unknown?: string): SlackMessage => {
  const { help } = TEXTS[language];
  const first: KnownBlock[] =
    unknown === undefined ? [] : [paragraph(fillIn(help.unknown, { word: clip(unknown, 100) }))];
  return {
    text: unknown === undefined ? help.title : help.unknownText,
    blocks: [
      ...first,
      heading(help.title, `${COMMAND} create: ${help.create}`),
      code(EXAMPLE, help.prefill),
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: optionLines(language) }],
      },
      paragraph(`${COMMAND} create https://…#tenant-token=…: ${help.link}`),
      paragraph(`${COMMAND} help: ${help.help}`),
    ],
  };
};
