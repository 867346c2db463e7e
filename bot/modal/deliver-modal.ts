import type { ModalView } from '@slack/types';
import * as z from 'zod';
import type { Language } from '../../shared/messages/language.ts';
import type { Petition } from '../flow/petition.ts';
import { clip, heading, LIMITS, paragraph, plain, smallPrint } from '../messages/block-kit.ts';
import { fillIn } from '../messages/formats.ts';
import { TEXTS } from '../messages/texts.ts';
import { writePetitionMetadata } from './petition-metadata.ts';

/** The modal's `callback_id`. */
export const DELIVER_FORM = 'deliver_token';

/** The input's `block_id`, and its `action_id` too. */
export const TOKEN_FIELD = 'token';

const MAX_TOKEN = 1000;
const MAX_NAME = 120;

const titleOf = (language: Language) =>
  plain(TEXTS[language].handOver.modal.title, LIMITS.modalTitle);

/**
 * Asks whoever made a token for it. The view never holds it: Slack sends it with the submission, once.
 * @param away whether Slack shows the one who asked as away
 */
export const deliverModal = (
  language: Language,
  { id: petitionId, submission }: Petition,
  channel: string | null,
  away: boolean,
): ModalView => {
  const { handOver, announcements, buttons, fields } = TEXTS[language];
  const { modal, deliver } = handOver;
  const name = clip(submission.request.name, MAX_NAME);
  const whose = `${clip(submission.userName, MAX_NAME)} · ${clip(submission.tenantName, MAX_NAME)}`;
  return {
    type: 'modal',
    callback_id: DELIVER_FORM,
    private_metadata: writePetitionMetadata({ petitionId, channel }),
    title: titleOf(language),
    submit: plain(deliver, LIMITS.modalTitle),
    close: plain(buttons.cancel, LIMITS.modalTitle),
    blocks: [
      heading(fillIn(announcements.title, { name }), whose),
      ...(away ? [paragraph(`⚠ ${modal.away}`)] : []),
      {
        type: 'input',
        block_id: TOKEN_FIELD,
        label: plain(fields.token, LIMITS.label),
        element: { type: 'plain_text_input', action_id: TOKEN_FIELD, max_length: MAX_TOKEN },
      },
      smallPrint(modal.hint),
    ],
  };
};

/** What stands in the modal once a token was handed in. */
export const handedInModal = (language: Language, paragraphs: readonly string[]): ModalView => ({
  type: 'modal',
  callback_id: DELIVER_FORM,
  title: titleOf(language),
  close: plain(TEXTS[language].petitions.close, LIMITS.modalTitle),
  blocks: paragraphs.map((text) => paragraph(text)),
});

const valuesSchema = z.object({
  [TOKEN_FIELD]: z.object({ [TOKEN_FIELD]: z.object({ value: z.string().nullish() }) }).nullish(),
});

/** What stands in the field, without the blanks around it; empty for nothing. */
export const readToken = (values: unknown): string =>
  (valuesSchema.safeParse(values).data?.[TOKEN_FIELD]?.[TOKEN_FIELD].value ?? '').trim();
