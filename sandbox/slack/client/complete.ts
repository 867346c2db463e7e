import type { InputElement } from '../blocks/elements.ts';
import { isEmpty } from '../world/values.ts';
import { valueKey, type OpenView, type StateValue } from '../world/world.ts';
import { SHOWN } from './words.ts';

const isNumber = (text: string, decimal: boolean): boolean =>
  (decimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(text);

const typedFault = (element: InputElement, text: string): string | undefined => {
  switch (element.type) {
    case 'plain_text_input': {
      const { min_length: least = 0, max_length: most = Infinity } = element;
      if (text.length < least) return SHOWN.tooShort(least);
      return text.length > most ? SHOWN.tooLong(most) : undefined;
    }
    case 'number_input': {
      if (!isNumber(text, element.is_decimal_allowed)) return SHOWN.notNumber;
      const { min_value: least = '-Infinity', max_value: most = 'Infinity' } = element;
      return Number(text) < Number(least) || Number(text) > Number(most)
        ? SHOWN.notInRange
        : undefined;
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : SHOWN.notEmail;
    case 'url_text_input':
      return URL.canParse(text) ? undefined : SHOWN.notUrl;
    default:
      return undefined;
  }
};

const countFault = (element: InputElement, value: StateValue): string | undefined => {
  const most = 'max_selected_items' in element ? element.max_selected_items : undefined;
  const chosen = Object.values(value).find(Array.isArray);
  return most !== undefined && chosen && chosen.length > most ? SHOWN.tooMany(most) : undefined;
};

/** What the client itself finds wrong with a form before it sends it, by block_id. */
export const incompleteFields = (opened: OpenView): Record<string, string> => {
  const errors: Record<string, string> = {};
  for (const block of opened.view.blocks) {
    if (block.type !== 'input') continue;
    const value = opened.values.get(valueKey(block.block_id, block.element.action_id ?? ''));
    const empty = !value || isEmpty(value);
    const text = value?.['value'];
    const fault = empty
      ? block.optional
        ? undefined
        : SHOWN.required
      : typeof text === 'string'
        ? typedFault(block.element, text)
        : countFault(block.element, value);
    if (fault !== undefined) errors[block.block_id] = fault;
  }
  return errors;
};
