import type { ModalView } from '@slack/types';
import * as z from 'zod';
import type { Language } from '../../shared/messages/language.ts';
import type { Petition } from '../flow/petition.ts';
import { LIMITS, heading, plain } from '../messages/block-kit.ts';
import { fillIn } from '../messages/formats.ts';
import { TEXTS } from '../messages/texts.ts';
import { writePetitionMetadata } from './petition-metadata.ts';

/** The modal's `callback_id`. */
export const REFUSE_FORM = 'refuse_petition';

/** The input's `block_id`, and its `action_id` too. */
const REASON = 'reason';

const MAX_REASON = 500;

/** Asks an approver for a reason, which may be left out. */
export const refuseModal = (
  language: Language,
  { id, submission }: Petition,
  channel: string | null,
): ModalView => {
  const { petitions, buttons, announcements } = TEXTS[language];
  const { name } = submission.request;
  return {
    type: 'modal',
    callback_id: REFUSE_FORM,
    private_metadata: writePetitionMetadata({ petitionId: id, channel }),
    title: plain(petitions.refuseTitle, LIMITS.modalTitle),
    submit: plain(petitions.refuse, LIMITS.modalTitle),
    close: plain(buttons.cancel, LIMITS.modalTitle),
    blocks: [
      heading(fillIn(announcements.title, { name }), submission.tenantName),
      {
        type: 'input',
        block_id: REASON,
        optional: true,
        label: plain(petitions.refuseReason, LIMITS.label),
        hint: plain(petitions.refuseHint, LIMITS.label),
        element: {
          type: 'plain_text_input',
          action_id: REASON,
          multiline: true,
          max_length: MAX_REASON,
        },
      },
    ],
  };
};

const valuesSchema = z.object({
  [REASON]: z.object({ [REASON]: z.object({ value: z.string().nullish() }) }).nullish(),
});

/** The reason that stands in the modal; empty for none. */
export const readReason = (values: unknown): string => {
  const read = valuesSchema.safeParse(values).data?.[REASON]?.[REASON].value ?? '';
  return Array.from(read.trim()).slice(0, MAX_REASON).join('');
};
