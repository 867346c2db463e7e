import type { Secret } from '../../shared/secret.ts';
import type { Petition } from '../flow/petition.ts';
import { HIDE } from './action-ids.ts';
import { button, buttons, code, heading, paragraph, smallPrint } from './block-kit.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { SlackMessage } from './facts.ts';
import { fillIn } from './formats.ts';
import { summaryIn } from './summary.ts';
import { TEXTS } from './texts.ts';
import { callButtons } from './token-words.ts';

/**
 * The message that shows the one who asked a token that someone else made, and nobody else. The app cannot
 * revoke it, so it offers no such button.
 */
export const handedMessage = (
  { id, submission }: Pick<Petition, 'id' | 'submission'>,
  token: Secret,
): SlackMessage => {
  const { language, request } = submission;
  const texts = TEXTS[language];
  const { hide } = texts.buttons;
  const summary = summaryIn(language, { ...request, ...submission });
  return {
    text: texts.token.text,
    blocks: [
      heading(fillIn(texts.token.title, { name: request.name }), summary?.sentence ?? ''),
      paragraph(texts.token.copy),
      code(token.reveal()),
      paragraph(fill(texts.token.once, { hide })),
      smallPrint(texts.handOver.soon),
      buttons(button(hide, HIDE, id), ...callButtons(submission, language)),
    ],
  };
};
