import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { clip } from '../../messages/block-kit.ts';
import { deliveredSaid } from '../../messages/maker-blocks.ts';
import { TEXTS } from '../../messages/texts.ts';
import { handedInModal, readToken, TOKEN_FIELD } from '../../modal/deliver-modal.ts';
import { readPetitionMetadata } from '../../modal/petition-metadata.ts';
import { languageOf } from '../language-of.ts';
import { callViews } from '../call-views.ts';
import { handIn } from '../hand-in.ts';
import { publishHome } from '../publish-home.ts';
import type { ListenerPorts } from '../ports.ts';

const MAX_ERROR = 300;

/**
 * A token was handed in. What it is stands in this function's memory and in the message to the one who asked,
 * and nowhere else.
 */
export const deliverSubmitted =
  (ports: ListenerPorts) =>
  async ({
    ack,
    body,
    client,
    view,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & { readonly client: WebClient }): Promise<void> => {
    const { id: userId } = body.user;
    const metadata = readPetitionMetadata(view.private_metadata);
    if (!metadata) ports.log.warn('form_not_understood', { view: view.id, user: userId });
    const language = await languageOf(ports, userId);
    const text = readToken(view.state.values);
    const handed = await handIn(ports, language, metadata?.petitionId, userId, text);
    if (handed.kind === 'refused') {
      const errors = { [TOKEN_FIELD]: clip(handed.why, MAX_ERROR) };
      await ack({ response_action: 'errors', errors });
      await handed.denied?.();
      if (handed.petitionId !== undefined) await ports.petitions.run(handed.petitionId);
      return;
    }
    const { petition, token } = handed;
    const { modal, lost } = TEXTS[language].handOver;
    await ack({ response_action: 'update', view: handedInModal(language, [modal.underWay]) });
    const brought = await ports.petitions.handOver.bring(petition, token);
    const outcome = brought ? deliveredSaid(brought, language) : [lost];
    const shown = await callViews(ports, 'views.update', () =>
      client.views.update({ view_id: view.id, view: handedInModal(language, outcome) }),
    );
    // Closed meanwhile, most likely: the messages say the same.
    if (!shown.ok) ports.log.info('form_not_filled', { code: shown.error.code });
    await ports.petitions.run(petition.id);
    // It was opened in the Home, where it still stands.
    if (metadata?.channel === null) await publishHome(ports, client, userId);
  };
