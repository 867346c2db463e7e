import * as z from 'zod';
import { withFaults, type Answer } from '../faults/apply.ts';
import type { Service } from '../service.ts';
import { takeResponseUrl } from '../world/passes.ts';
import {
  editEphemeral,
  editMessage,
  postEphemeral,
  postMessage,
  removeMessage,
} from '../world/post.ts';
import type { Ephemeral, Message, ResponseUrl } from '../world/world.ts';
import { flag } from './method.ts';
import { draftOf } from './methods/chat.ts';

/** What goes to a response_url, or comes as the answer to a command. */
export const responseSchema = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: flag.optional(),
  delete_original: flag.optional(),
});

type Response = z.infer<typeof responseSchema>;

const isEphemeral = (message: Message): message is Ephemeral => 'to' in message;

/** Does what a response asks for. @returns an error's code, where it asks for nonsense */
export const takeResponse = (
  service: Service,
  to: Pick<ResponseUrl, 'personId' | 'channel' | 'origin'>,
  response: Response,
  via: 'response_url' | 'ack',
): string | undefined => {
  const { world } = service;
  if (response.delete_original) {
    if (to.origin) removeMessage(world, to.origin);
    return undefined;
  }
  const draft = draftOf(response);
  if (!draft.ok) return draft.error.ok ? undefined : draft.error.error;
  if (response.replace_original && to.origin) {
    if (isEphemeral(to.origin)) editEphemeral(world, to.origin, draft.value);
    else editMessage(world, to.origin, draft.value);
    return undefined;
  }
  const channel = world.channels.get(to.channel);
  if (response.response_type === 'in_channel' && channel) {
    postMessage(world, channel, world.app.botUserId, draft.value);
  } else {
    postEphemeral(world, to, draft.value, via);
  }
  return undefined;
};

const refuse = (status: number, error: string): Answer => ({
  status,
  body: JSON.stringify({ ok: false, error }),
  headers: { 'content-type': 'application/json; charset=utf-8' },
  error,
});

/** Answers a post to a response_url. */
export const answerResponseUrl = async (
  service: Service,
  path: string,
  body: unknown,
): Promise<Answer> => {
  const started = performance.now();
  const args = typeof body === 'object' && body !== null ? { ...body } : {};
  const answer = await withFaults(service, { method: 'response_url', args }, () => {
    const parsed = responseSchema.safeParse(body);
    if (!parsed.success) return refuse(400, 'invalid_payload');
    const url = takeResponseUrl(service.world, path);
    if (typeof url === 'string') return refuse(404, url);
    const error = takeResponse(service, url, parsed.data, 'response_url');
    return error === undefined ? { status: 200, body: 'ok' } : refuse(400, error);
  });
  const known = service.world.responseUrls.get(path);
  service.journal.add({
    at: service.world.clock.now(),
    direction: 'from-app',
    what: 'response_url',
    transport: 'http',
    status: 'cut' in answer ? 0 : answer.status,
    ...('cut' in answer ? { error: answer.cut } : answer.error ? { error: answer.error } : {}),
    ...(known ? { user: known.personId, channel: known.channel } : {}),
    took: performance.now() - started,
  });
  return answer;
};
