import type { PersonWindow } from '../handle/person-window.ts';
import type { Service } from '../service.ts';
import { findChannel } from '../world/find.ts';
import { directMessage, postMessage } from '../world/post.ts';
import { leaveWindow, reloadWindow } from '../world/windows.ts';
import { valueKey, type ClientWindow, type Message, type Person } from '../world/world.ts';
import { change } from './change.ts';
import { close } from './close.ts';
import { sendCommand } from './command.ts';
import { manyChosen, oneChosen, picked, placeOf, topView, typed } from './fields.ts';
import { homeOf, openHome } from './home.ts';
import { press } from './press.ts';
import { seenMessage } from './seen-message.ts';
import { seenModal, seenView } from './seen-modal.ts';
import { submit } from './submit.ts';
import { suggest } from './suggest.ts';
import { until } from './until.ts';
import { SHOWN } from './words.ts';

/** The message that a person sees as it is now. @throws Error where it is gone */
const messageOf = (
  { world }: Service,
  window: ClientWindow,
  seen: { readonly channel: string; readonly ts: string },
): Message => {
  const message =
    window.ephemerals.get(seen.ts) ?? world.channels.get(seen.channel)?.messages.get(seen.ts);
  if (!message) throw new Error('This message is gone.');
  return message;
};

/** A person's window, for whoever drives it. */
export const createPersonWindow = (
  service: Service,
  person: Person,
  window: ClientWindow,
): PersonWindow => {
  const { world } = service;
  const place = (field: string) => placeOf(topView(window), field);
  return {
    personId: person.id,
    command: (channel, text) =>
      sendCommand(service, person, window, findChannel(world, channel), text),
    say: (channel, text) => {
      const where = findChannel(world, channel);
      if (!where.members.has(person.id)) throw new Error(SHOWN.notMember);
      if (where.archived) throw new Error(SHOWN.archived);
      postMessage(world, where, person.id, { text, blocks: [] });
    },
    modal: () => seenModal(world, window),
    type: async (field, text) => {
      const at = place(field);
      return change(service, person, window, at, typed(at, text), 'on_character_entered');
    },
    enter: async (field) => {
      const at = place(field);
      const held = at.opened.values.get(valueKey(at.block.block_id, at.element.action_id ?? ''));
      return change(service, person, window, at, held ?? {}, 'on_enter_pressed');
    },
    choose: async (field, option) => {
      const at = place(field);
      return change(service, person, window, at, oneChosen(world, at, option));
    },
    pick: async (field, value) => {
      const at = place(field);
      return change(service, person, window, at, picked(at, value));
    },
    check: async (field, options) => {
      const at = place(field);
      return change(service, person, window, at, manyChosen(world, at, options));
    },
    suggest: async (field, query) => suggest(service, person, place(field), query),
    submit: async () => submit(service, person, window, topView(window)),
    close: async ({ all = false } = {}) => close(service, person, window, all),
    press: async (where, button, { confirm = true } = {}) =>
      press(
        service,
        person,
        window,
        where === 'modal'
          ? { opened: topView(window) }
          : where === 'home'
            ? { opened: homeOf(service, person) }
            : { message: messageOf(service, window, where) },
        button,
        confirm,
      ),
    openHome: () => openHome(service, person),
    home: () => {
      const home = world.homes.get(person.id);
      return home && seenView(world, home);
    },
    ephemerals: (channel) => {
      const id = channel === undefined ? undefined : findChannel(world, channel).id;
      return [...window.ephemerals.values()]
        .filter((message) => id === undefined || message.channel === id)
        .map(seenMessage);
    },
    messages: (channel) => Array.from(findChannel(world, channel).messages.values(), seenMessage),
    directMessage: () => directMessage(world, person.id).channel.id,
    reload: () => reloadWindow(world, window),
    leave: () => leaveWindow(world, window),
    until: (look, timeoutMs) => until(world, person.id, look, timeoutMs),
  };
};
