import { expect, test } from 'vitest';
import { outlineSchema, pageOutline } from '../../../../extension/cockpits/page-outline.ts';
import { control, page } from '../../shared/cockpit/controls.ts';

test('an outline has the roles, the names of fields and the structure, and nothing of the page’s data', () => {
  const outline = pageOutline(
    page([
      control('text', 'Handle', { value: 'Nachtschicht', empty: false, hint: 'Nachtschicht' }),
      control('select', 'Where', {
        value: 'Nord Hafen',
        options: [{ ref: null, text: 'Nord Hafen', chosen: true, disabled: false, empty: false }],
      }),
      control('button', 'Next'),
      control('link', 'Pump of the harbour'),
      control('button', 'ada@nord.example'),
      control('check', 'Device 4711'),
      control('check', 'Read', { group: 'What Ada may do 24/7', required: true }),
    ]),
  );
  expect(outline.controls.map(({ kind, name }) => [kind, name])).toEqual([
    ['text', 'Handle'],
    ['select', 'Where'],
    ['button', 'Next'],
    ['link', '(19 characters)'],
    ['button', '(16 characters)'],
    ['check', '(11 characters)'],
    ['check', 'Read'],
  ]);
  expect(outline.controls.at(-1)).toMatchObject({ flags: ['required'], path: [1] });
  expect(JSON.stringify(outline)).not.toMatch(/Nachtschicht|Nord Hafen|ada@|4711|24\/7/);
  expect(outlineSchema.parse(JSON.parse(JSON.stringify(outline)))).toEqual(outline);
});
