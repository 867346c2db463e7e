import type { LiveElement } from '../blocks/placed.ts';
import type { Reaction } from '../handle/person-window.ts';
import { deliver, type AppAnswer } from '../outbound/deliver.ts';
import { messageActions, viewActions, type Action } from '../outbound/payloads.ts';
import type { Service } from '../service.ts';
import { issueResponseUrl, issueTrigger } from '../world/passes.ts';
import type { ClientWindow, Message, OpenView, Person, StateValue } from '../world/world.ts';
import { SHOWN } from './words.ts';

/** What a person notices of an answer to something they did. */
export const reactionOf = (answer: AppAnswer): Reaction => {
  if (answer.kind === 'answered') return { kind: 'acknowledged' };
  return answer.kind === 'timeout'
    ? { kind: 'timeout', shown: SHOWN.noAnswer }
    : { kind: 'failed', shown: SHOWN.badAnswer };
};

const extras = (element: LiveElement): Record<string, unknown> => {
  const facts: Record<string, unknown> = {};
  if (element.type === 'button') {
    facts['text'] = element.text;
    if (element.value !== undefined) facts['value'] = element.value;
    if (element.url !== undefined) facts['url'] = element.url;
    if (element.style) facts['style'] = element.style;
  }
  if ('placeholder' in element && element.placeholder) facts['placeholder'] = element.placeholder;
  if ('confirm' in element && element.confirm) facts['confirm'] = element.confirm;
  return facts;
};

const actionTs = (now: number): string => (now / 1000).toFixed(6);

/** What a person did with an element, with its value where it has one. */
export const actionOf = (
  service: Service,
  blockId: string,
  element: LiveElement,
  value?: Readonly<Record<string, unknown>>,
): Action => ({
  ...extras(element),
  ...value,
  type: element.type,
  action_id: element.action_id ?? '',
  block_id: blockId,
  action_ts: actionTs(service.world.clock.now()),
});

/** Tells the app of an action in an open view. */
export const actInView = async (
  service: Service,
  person: Person,
  window: ClientWindow,
  opened: OpenView,
  action: Action,
): Promise<Reaction> => {
  const payload = viewActions(
    service.world,
    person,
    opened,
    issueTrigger(service.world, window),
    action,
  );
  const about = { user: person.id, about: opened.id };
  const reaction = reactionOf(await deliver(service, 'block_actions', payload, about));
  if (reaction.kind !== 'acknowledged') {
    opened.trouble = SHOWN.trouble;
    service.world.changed(person.id);
  }
  return reaction;
};

/** Tells the app of an action in a message. */
export const actInMessage = async (
  service: Service,
  person: Person,
  window: ClientWindow,
  message: Message,
  action: Action,
  values: Readonly<Record<string, Record<string, StateValue>>> = {},
): Promise<Reaction> => {
  const { world } = service;
  const channel = world.channels.get(message.channel);
  if (!channel) return { kind: 'refused', shown: SHOWN.notMember };
  const payload = messageActions(world, {
    person,
    channel,
    message,
    triggerId: issueTrigger(world, window),
    responseUrl:
      service.origin() +
      issueResponseUrl(world, 'actions', {
        personId: person.id,
        channel: channel.id,
        origin: message,
      }),
    action,
    values,
  });
  const about = { user: person.id, channel: channel.id };
  return reactionOf(await deliver(service, 'block_actions', payload, about));
};
