import * as z from 'zod';
import { checkView } from '../blocks/check.ts';
import type { Submission } from '../handle/person-window.ts';
import { deliver } from '../outbound/deliver.ts';
import { viewSubmission } from '../outbound/payloads.ts';
import type { Service } from '../service.ts';
import { issueResponseUrl, issueTrigger } from '../world/passes.ts';
import { isTaken, pushModal, replaceView } from '../world/views.ts';
import { clearViews, closeView } from '../world/windows.ts';
import { valueKey, type ClientWindow, type OpenView, type Person } from '../world/world.ts';
import { incompleteFields } from './complete.ts';
import { seenView } from './seen-modal.ts';
import { SHOWN } from './words.ts';

const ackSchema = z.discriminatedUnion('response_action', [
  z.object({ response_action: z.literal('clear') }),
  z.object({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)),
  }),
  z.object({ response_action: z.literal('update'), view: z.unknown() }),
  z.object({ response_action: z.literal('push'), view: z.unknown() }),
]);

type Ack = z.infer<typeof ackSchema>;

const trouble = ({ world }: Service, opened: OpenView): Submission => {
  opened.trouble = SHOWN.trouble;
  world.changed(opened.personId);
  return { kind: 'trouble', shown: SHOWN.trouble };
};

/** Selects of conversations that ask for a response_url of their own. */
const responseUrls = (service: Service, opened: OpenView) =>
  opened.view.blocks.flatMap((block) => {
    if (block.type !== 'input') return [];
    const { element } = block;
    if (element.type !== 'conversations_select' && element.type !== 'channels_select') return [];
    if (!element.response_url_enabled) return [];
    const held = opened.values.get(valueKey(block.block_id, element.action_id ?? ''));
    const channel = held?.['selected_conversation'] ?? held?.['selected_channel'];
    if (typeof channel !== 'string') return [];
    const path = issueResponseUrl(service.world, 'actions', {
      personId: opened.personId,
      channel,
    });
    return [
      {
        block_id: block.block_id,
        action_id: element.action_id ?? '',
        channel_id: channel,
        response_url: service.origin() + path,
      },
    ];
  });

const showErrors = (
  service: Service,
  opened: OpenView,
  errors: Readonly<Record<string, string>>,
): Submission => {
  const inputs = new Set(
    opened.view.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id),
  );
  const keys = Object.keys(errors);
  if (keys.length === 0 || !keys.every((key) => inputs.has(key))) return trouble(service, opened);
  opened.errors = errors;
  service.world.changed(opened.personId);
  return { kind: 'errors', errors };
};

const showView = (
  service: Service,
  window: ClientWindow,
  opened: OpenView,
  ack: Extract<Ack, { view: unknown }>,
): Submission => {
  const { world } = service;
  const checked = checkView(ack.view, 'modal');
  const own = ack.response_action === 'update' ? opened : undefined;
  if (!checked.ok || isTaken(world, checked.value, own)) return trouble(service, opened);
  if (ack.response_action === 'update') {
    replaceView(world, opened, checked.value);
    return { kind: 'updated', modal: seenView(world, opened) };
  }
  const pushed = pushModal(world, window, checked.value);
  return pushed ? { kind: 'pushed', modal: seenView(world, pushed) } : trouble(service, opened);
};

const takeAck = (
  service: Service,
  window: ClientWindow,
  opened: OpenView,
  body: unknown,
): Submission => {
  const { world } = service;
  const empty =
    body === undefined ||
    (typeof body === 'object' && body !== null && Object.keys(body).length === 0);
  // A second answer, to a view that the first one took away.
  if (!window.stack.includes(opened)) return { kind: 'closed' };
  if (empty) {
    closeView(world, opened);
    return { kind: 'closed' };
  }
  const parsed = ackSchema.safeParse(body);
  if (!parsed.success) return trouble(service, opened);
  const ack = parsed.data;
  if (ack.response_action === 'errors') return showErrors(service, opened, ack.errors);
  if (ack.response_action === 'clear') {
    clearViews(world, window);
    return { kind: 'cleared' };
  }
  return showView(service, window, opened, ack);
};

/** Submits the view on top, if it is complete. */
export const submit = async (
  service: Service,
  person: Person,
  window: ClientWindow,
  opened: OpenView,
): Promise<Submission> => {
  const { world } = service;
  const errors = incompleteFields(opened);
  if (Object.keys(errors).length > 0) {
    opened.errors = errors;
    world.changed(person.id);
    return { kind: 'incomplete', errors };
  }
  opened.trouble = undefined;
  opened.errors = {};
  const payload = viewSubmission(
    world,
    person,
    opened,
    issueTrigger(world, window),
    responseUrls(service, opened),
  );
  const about = { user: person.id, about: opened.id };
  const answer = await deliver(service, 'view_submission', payload, about);
  if (answer.kind === 'answered') return takeAck(service, window, opened, answer.body);
  return trouble(service, opened);
};
