import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Language } from '../../shared/messages/language.ts';
import { answer } from '../messages/answer.ts';
import { TEXTS } from '../messages/texts.ts';
import { callViews } from './call-views.ts';
import type { ListenerPorts } from './ports.ts';
import { reply } from './reply.ts';

/** Who gets a modal, and by which trigger. */
export interface ModalFor {
  readonly client: WebClient;
  readonly triggerId: string;
  readonly respond: RespondFn | undefined;
  readonly userId: string;
  readonly channel: string | null;
}

/**
 * Opens a modal, and says instead where Slack would not take it.
 * @returns its id and hash; undefined where it is not open
 */
export const openModal = async (
  ports: ListenerPorts,
  to: ModalFor,
  view: ModalView,
  language: Language,
): Promise<{ readonly id: string; readonly hash: string } | undefined> => {
  const opened = await callViews(ports, 'views.open', () =>
    to.client.views.open({ trigger_id: to.triggerId, view }),
  );
  if (opened.ok) return { id: opened.value.view?.id ?? '', hash: opened.value.view?.hash ?? '' };
  ports.log.warn('form_not_opened', { code: opened.error.code });
  await reply(ports, to, answer({ text: TEXTS[language].problems.expired }));
  return undefined;
};
