import type { Reaction } from '../handle/person-window.ts';
import { commandPayload } from '../outbound/payloads.ts';
import { deliver } from '../outbound/deliver.ts';
import type { Service } from '../service.ts';
import { responseSchema, takeResponse } from '../web-api/respond.ts';
import { issueResponseUrl, issueTrigger } from '../world/passes.ts';
import type { Channel, ClientWindow, Person, World } from '../world/world.ts';
import { SHOWN } from './words.ts';

/** docs.slack.dev: with `should_escape`, mentions and links come as control sequences. */
const escaped = (world: World, text: string): string =>
  text
    .replaceAll(/https?:\/\/[^\s<>]+/g, (url) => `<${url}>`)
    .replaceAll(/(^|\s)@([\w.-]+)/g, (all: string, before: string, name: string) => {
      const person = [...world.people.values()].find((one) => one.name === name);
      return person ? `${before}<@${person.id}|${name}>` : all;
    })
    .replaceAll(/(^|\s)#([\w-]+)/g, (all: string, before: string, name: string) => {
      const channel = [...world.channels.values()].find((one) => one.name === name);
      return channel ? `${before}<#${channel.id}|${name}>` : all;
    });

/** JSON that is no object is a text all the same. */
const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** A command's answer: a text, or a message in JSON. */
const takeAck = (
  service: Service,
  window: ClientWindow,
  channel: Channel,
  body: unknown,
): string | undefined => {
  if (body === undefined) return undefined;
  const parsed = responseSchema.safeParse(typeof body === 'object' ? body : { text: textOf(body) });
  if (!parsed.success) return undefined;
  const to = { personId: window.personId, channel: channel.id, origin: undefined };
  takeResponse(service, to, parsed.data, 'ack');
  return parsed.data.text;
};

const split = (line: string): readonly [command: string, text: string] => {
  const found = /^(\S+)\s*([^]*)$/.exec(line);
  return [found?.[1] ?? line, (found?.[2] ?? '').trimEnd()];
};

/** Sends what a person typed after a slash. */
export const sendCommand = async (
  service: Service,
  person: Person,
  window: ClientWindow,
  channel: Channel,
  line: string,
): Promise<Reaction> => {
  const { world } = service;
  const [command, rest] = split(line);
  const known = world.app.commands.get(command);
  if (!known) return { kind: 'refused', shown: SHOWN.unknownCommand(command) };
  if (!channel.members.has(person.id)) return { kind: 'refused', shown: SHOWN.notMember };
  if (channel.archived) return { kind: 'refused', shown: SHOWN.archived };
  const payload = commandPayload(world, {
    person,
    channel,
    command,
    text: known.shouldEscape ? escaped(world, rest) : rest,
    responseUrl:
      service.origin() +
      issueResponseUrl(world, 'commands', { personId: person.id, channel: channel.id }),
    triggerId: issueTrigger(world, window),
  });
  const answer = await deliver(service, 'command', payload, {
    user: person.id,
    channel: channel.id,
  });
  if (answer.kind === 'timeout') return { kind: 'timeout', shown: SHOWN.timeout(command) };
  if (answer.kind === 'failed') return { kind: 'failed', shown: SHOWN.dispatchFailed(command) };
  const text = takeAck(service, window, channel, answer.body);
  return { kind: 'acknowledged', ...(text === undefined ? {} : { text }) };
};
