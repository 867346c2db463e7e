import { describe, expect, it } from 'vitest';
import { TEXT_OPTIONS } from '../../../../bot/arguments/options.ts';
import { parseArguments } from '../../../../bot/arguments/parse-arguments.ts';
import { helpIn } from '../../../../bot/messages/help.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { createModal } from '../../../../bot/modal/create-modal.ts';
import { blockOf } from '../../../../bot/modal/fields.ts';
import { startForm } from '../../../../bot/modal/fill-form.ts';
import { readForm } from '../../../../bot/modal/view-state.ts';
import { wishOfArguments, wishOfRequest } from '../../../../bot/modal/wish.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { TEXT_FIELD_NAMES, TEXT_FIELDS } from '../../../../shared/request-fields.ts';
import { request } from '../../shared/examples.ts';
import { circumstances, METADATA, wish } from './circumstances.ts';

describe.each(TEXT_FIELD_NAMES)('the text “%s” in Slack', (field) => {
  const given = `Given as ${field}`;
  const { required, lines } = TEXT_FIELDS[field];

  it('can be given with a command, by each of its words', () => {
    for (const word of TEXT_OPTIONS[field]) {
      const args = parseArguments(`--${word} "${given}"`);
      expect(args).toEqual({ [field]: given, unread: [] });
      expect(wishOfArguments(args)[field]).toBe(given);
    }
  });

  it.each(LANGUAGES)('stands in the help (%s)', (language) => {
    expect(JSON.stringify(helpIn(language))).toContain(`"--${TEXT_OPTIONS[field][0]}"`);
  });

  it('is wished again with the rest of a request', () => {
    expect(wishOfRequest(request({ [field]: given }), 'Nord')[field]).toBe(given);
  });

  it.each(LANGUAGES)('has its own input, filled in with the wish (%s)', (language) => {
    const form = startForm(circumstances(), { ...METADATA, language }, wish({ [field]: given }));
    if (!form.ok) throw new Error(form.error.text);
    const block = createModal(form.value).blocks.find(
      ({ block_id: id }) => id === blockOf(field, '90d'),
    );
    expect(block).toMatchObject({
      type: 'input',
      label: { text: TEXTS[language].fields[field] },
      element: { type: 'plain_text_input', multiline: lines === 'many', initial_value: given },
    });
    expect(block && 'optional' in block).toBe(!required);
  });

  it('is read from that input', () => {
    const block = blockOf(field, '90d');
    expect(readForm({ [block]: { [block]: { value: given } } })?.draft[field]).toBe(given);
    expect(readForm({ [block]: { [block]: {} } })?.draft[field]).toBe('');
  });
});
