import type { KnownBlock } from '@slack/types';
import { askTokenLine, curlLine, SHELL_NAMES, SHELLS } from '../../shared/curl.ts';
import type { Language } from '../../shared/messages/language.ts';
import { codes, paragraph } from './block-kit.ts';
import type { SlackMessage } from './facts.ts';
import { TEXTS } from './texts.ts';

/**
 * How to call the API with a token, in each shell. The two lines are two boxes: each is copied by itself.
 * @param origin from `safeApiOrigin`
 */
export const callIn = (language: Language, origin: string): SlackMessage => {
  const { how } = TEXTS[language].curl;
  const shells = SHELLS.map((shell): KnownBlock => {
    const lines = [askTokenLine(shell), curlLine(origin, shell)];
    return codes(lines, `${SHELL_NAMES[shell]}:`);
  });
  return { text: how, blocks: [paragraph(how), ...shells] };
};
