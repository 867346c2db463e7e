import type { ModalView } from '@slack/types';
import type { Language } from '../../../shared/messages/language.ts';
import { ok } from '../../../shared/result.ts';
import type { Petition } from '../../flow/petition.ts';
import { answer } from '../../messages/answer.ts';
import { TEXTS } from '../../messages/texts.ts';
import { findPetition } from '../find-petition.ts';
import { openModal } from '../open-modal.ts';
import type { ListenerPorts } from '../ports.ts';
import { reply } from '../reply.ts';
import { languageOf } from '../language-of.ts';
import { type ButtonArgs, readPressed } from './pressed.ts';

/**
 * A button that opens a modal about a petition. Whether they may is asked when that is submitted.
 * @param inTime whether what the modal is for can still be done
 */
export const petitionModal =
  (
    ports: ListenerPorts,
    inTime: (petition: Petition) => boolean,
    draw: (
      language: Language,
      petition: Petition,
      channel: string | null,
    ) => ModalView | Promise<ModalView>,
  ) =>
  async ({ ack, body, client, respond }: ButtonArgs): Promise<void> => {
    await ack();
    const { flowId, who } = readPressed(ports, body);
    const { userId } = who;
    const channel = body.channel?.id ?? null;
    const [language, found] = await Promise.all([
      languageOf(ports, userId),
      flowId === undefined ? ok(undefined) : findPetition(ports, flowId),
    ]);
    const to = { client, triggerId: body.trigger_id, respond, userId, channel };
    const { petitions, revoking } = TEXTS[language];
    if (!found.ok) {
      await reply(ports, to, answer({ text: revoking.failed }));
      return;
    }
    const petition = found.value;
    if (!petition || !inTime(petition)) {
      const text = petition ? petitions.answers.late : petitions.answers.not_found;
      await reply(ports, to, answer({ text }));
      return;
    }
    await openModal(ports, to, await draw(language, petition, channel), language);
  };
