import { err, ok } from '../../../shared/result.ts';
import type { SlackPerson } from '../../flow/submission.ts';
import { answer } from '../../messages/answer.ts';
import { TEXTS } from '../../messages/texts.ts';
import { wishOfRequest } from '../../modal/wish.ts';
import { findPetition } from '../find-petition.ts';
import type { ListenerPorts } from '../ports.ts';
import { openForm } from '../open-form.ts';
import { reply } from '../reply.ts';
import { languageOf } from '../language-of.ts';
import { type ButtonArgs, readPressed } from './pressed.ts';

/** The values of a flow, or of a petition that came to no flow. */
const valuesOf = async (
  ports: ListenerPorts,
  id: string,
  who: SlackPerson,
): ReturnType<ListenerPorts['flows']['valuesOf']> => {
  const values = await ports.flows.valuesOf(id, who);
  if (values.ok || values.error !== 'not_found') return values;
  const petition = await findPetition(ports, id);
  if (!petition.ok) return petition;
  if (!petition.value) return values;
  const { submission } = petition.value;
  const own = submission.teamId === who.teamId && submission.userId === who.userId;
  return own ? ok(submission) : err('not_yours');
};

/** Opens a fresh form with the values of a request that came to nothing, for its owner alone. */
export const askAgain =
  (ports: ListenerPorts) =>
  async ({ ack, body, client, respond }: ButtonArgs): Promise<void> => {
    await ack();
    const { flowId, who } = readPressed(ports, body);
    const values = flowId === undefined ? undefined : await valuesOf(ports, flowId, who);
    if (!values?.ok) {
      const { revoking } = TEXTS[await languageOf(ports, who.userId)];
      const why = values?.error ?? 'not_found';
      const to = { userId: who.userId, channel: body.channel?.id ?? null, respond };
      await reply(ports, to, answer({ text: revoking[why === 'store_down' ? 'failed' : why] }));
      return;
    }
    const { request, tenantName, anchorTenantId, apiUrl } = values.value;
    await openForm(ports, {
      client,
      respond,
      triggerId: body.trigger_id,
      userId: who.userId,
      // Whoever was in a channel then may not be in it now.
      channel: body.channel?.id ?? null,
      responseUrl: body.response_url,
      wish: wishOfRequest(request, tenantName, { anchorTenantId, apiUrl }),
    });
  };
