import * as z from 'zod';
import { menuOption, optionGroup } from '../blocks/composition.ts';
import type { SeenOption } from '../handle/seen.ts';
import { deliver } from '../outbound/deliver.ts';
import { suggestion } from '../outbound/payloads.ts';
import type { Service } from '../service.ts';
import { valueKey, type Person } from '../world/world.ts';
import type { Place } from './fields.ts';

const MAX_OPTIONS = 100;
const DEFAULT_MIN_QUERY = 3;

const answerSchema = z.union([
  z.object({ options: z.array(menuOption).max(MAX_OPTIONS) }),
  z.object({ option_groups: z.array(optionGroup).max(MAX_OPTIONS) }),
]);

const seen = (option: z.infer<typeof menuOption>, group?: string): SeenOption => ({
  text: option.text.text,
  value: option.value ?? '',
  ...(option.description ? { description: option.description.text } : {}),
  ...(group === undefined ? {} : { group }),
});

/**
 * Asks the app for the options that fit what was typed into an external select.
 * @returns nothing where too little was typed, or the app gave no sound answer
 */
export const suggest = async (
  service: Service,
  person: Person,
  { opened, block, element }: Place,
  query: string,
): Promise<readonly SeenOption[]> => {
  if (element.type !== 'external_select' && element.type !== 'multi_external_select') {
    throw new Error(`Nothing is suggested in a ${element.type}.`);
  }
  if (query.length < (element.min_query_length ?? DEFAULT_MIN_QUERY)) return [];
  const actionId = element.action_id ?? '';
  const payload = suggestion(service.world, person, opened, {
    blockId: block.block_id,
    actionId,
    query,
  });
  const about = { user: person.id, about: opened.id };
  const answer = await deliver(service, 'block_suggestion', payload, about);
  const parsed = answer.kind === 'answered' ? answerSchema.safeParse(answer.body) : undefined;
  const options = !parsed?.success
    ? []
    : 'options' in parsed.data
      ? parsed.data.options.map((option) => seen(option))
      : parsed.data.option_groups.flatMap(({ label, options }) =>
          options.map((option) => seen(option, label.text)),
        );
  opened.suggestions.set(valueKey(block.block_id, actionId), options);
  service.world.changed(person.id);
  return options;
};
