import type { Option } from '../blocks/composition.ts';
import type { LiveElement } from '../blocks/placed.ts';
import type { SeenOption } from '../handle/seen.ts';
import { valueKey, type OpenView, type Person, type World } from '../world/world.ts';

const seen = (option: Option, group?: string): SeenOption => ({
  text: option.text.text,
  value: option.value ?? '',
  ...(option.description ? { description: option.description.text } : {}),
  ...(group === undefined ? {} : { group }),
});

const people = (world: World): SeenOption[] =>
  Array.from(world.people.values())
    .filter(({ deleted }) => !deleted)
    .map(({ id, realName }) => ({ text: realName, value: id }));

const conversations = (world: World, person: Person, publicOnly: boolean): SeenOption[] =>
  Array.from(world.channels.values())
    .filter(
      (channel) =>
        !channel.archived &&
        (channel.kind === 'public' || (!publicOnly && channel.members.has(person.id))),
    )
    .map(({ id, name }) => ({ text: name, value: id }));

/** What a field offers to choose from now. */
export const optionsOf = (
  world: World,
  opened: OpenView,
  blockId: string,
  element: LiveElement,
): readonly SeenOption[] => {
  const person = world.people.get(opened.personId);
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return [
        ...(element.options ?? []).map((option) => seen(option)),
        ...(element.option_groups ?? []).flatMap(({ label, options }) =>
          options.map((option) => seen(option, label.text)),
        ),
      ];
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow':
      return element.options.map((option) => seen(option));
    case 'external_select':
    case 'multi_external_select':
      return opened.suggestions.get(valueKey(blockId, element.action_id ?? '')) ?? [];
    case 'users_select':
    case 'multi_users_select':
      return people(world);
    case 'channels_select':
    case 'multi_channels_select':
      return person ? conversations(world, person, true) : [];
    case 'conversations_select':
    case 'multi_conversations_select':
      return person ? conversations(world, person, false) : [];
    default:
      return [];
  }
};

/** An option as it goes back to the app: as the app sent it. */
export const optionSent = (element: LiveElement, option: SeenOption): unknown => {
  const own =
    'options' in element && element.options
      ? element.options
      : 'option_groups' in element && element.option_groups
        ? element.option_groups.flatMap(({ options }) => options)
        : [];
  return (
    own.find(({ value, text }) => value === option.value && text.text === option.text) ?? {
      text: { type: 'plain_text', text: option.text, emoji: true },
      value: option.value,
    }
  );
};
