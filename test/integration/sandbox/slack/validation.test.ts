import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  complaintsAbout,
  inputOf,
  modalWith,
  postTo,
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp;
beforeAll(async () => {
  world = await startSlackWithPlainApp(undefined, { rateLimits: false });
});
afterAll(() => world.close());

const text = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const options = (count: number) => Array.from({ length: count }, (_, n) => option(`o${n}`));
const section = (more: object) => ({ type: 'section', ...more });
const typed = { type: 'plain_text_input' };

it.each([
  [
    'a title of 25 characters',
    { ...modalWith(), title: text(25) },
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  [
    'an empty title',
    { ...modalWith(), title: text(0) },
    'must be more than 0 characters [json-pointer:/view/title/text]',
  ],
  [
    'no title',
    { ...modalWith(), title: undefined },
    'missing required field: title [json-pointer:/view]',
  ],
  [
    'a submit of 25 characters',
    { ...modalWith(), submit: text(25) },
    'must be less than 25 characters [json-pointer:/view/submit/text]',
  ],
  [
    'no submit beside an input',
    { ...modalWith(inputOf('a', typed)), submit: undefined },
    'missing required field: submit [json-pointer:/view]',
  ],
  [
    'another kind of view',
    { ...modalWith(), type: 'tab' },
    'unsupported type: tab [json-pointer:/view/type]',
  ],
  [
    'a Home tab as a modal',
    { type: 'home', blocks: [] },
    'must be modal [json-pointer:/view/type]',
  ],
  [
    'metadata of 3001 characters',
    { ...modalWith(), private_metadata: 'x'.repeat(3001) },
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    '101 blocks',
    modalWith(...Array.from({ length: 101 }, () => ({ type: 'divider' }))),
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  [
    'an unknown block',
    modalWith({ type: 'marquee' }),
    'unsupported type: marquee [json-pointer:/view/blocks/0/type]',
  ],
  [
    'an unknown element',
    modalWith(inputOf('a', { type: 'slider' })),
    'unsupported type: slider [json-pointer:/view/blocks/0/element/type]',
  ],
  [
    'an unknown property',
    modalWith({ type: 'divider', colour: 'red' }),
    'invalid additional property: colour [json-pointer:/view/blocks/0]',
  ],
  [
    'one block_id twice',
    modalWith({ type: 'divider', block_id: 'a' }, { type: 'divider', block_id: 'a' }),
    'block_id already exists: a [json-pointer:/view/blocks/1/block_id]',
  ],
  [
    'a section that says nothing',
    modalWith(section({})),
    'must have text or fields [json-pointer:/view/blocks/0]',
  ],
  [
    'a section of 3001 characters',
    modalWith(section({ text: text(3001) })),
    'must be less than 3001 characters [json-pointer:/view/blocks/0/text/text]',
  ],
  [
    'a header of 151 characters',
    modalWith({ type: 'header', text: text(151) }),
    'must be less than 151 characters [json-pointer:/view/blocks/0/text/text]',
  ],
  [
    'eleven boxes',
    modalWith(inputOf('a', { type: 'checkboxes', options: options(11) })),
    'no more than 10 items allowed [json-pointer:/view/blocks/0/element/options]',
  ],
  [
    '101 options',
    modalWith(inputOf('a', { type: 'static_select', options: options(101) })),
    'no more than 100 items allowed [json-pointer:/view/blocks/0/element/options]',
  ],
  [
    'a select without options',
    modalWith(inputOf('a', { type: 'static_select' })),
    'must have either options or option_groups [json-pointer:/view/blocks/0/element]',
  ],
  [
    'an option of 76 characters',
    modalWith(inputOf('a', { type: 'radio_buttons', options: [option('x'.repeat(76))] })),
    'must be less than 76 characters [json-pointer:/view/blocks/0/element/options/0/text/text]',
  ],
  [
    'an initial option that is not offered',
    modalWith(
      inputOf('a', { type: 'radio_buttons', options: options(2), initial_option: option('other') }),
    ),
    'initial options must be among the options [json-pointer:/view/blocks/0]',
  ],
  [
    'a date that is none',
    modalWith(inputOf('a', { type: 'datepicker', initial_date: '1.2.2030' })),
    'must be a date in the format YYYY-MM-DD [json-pointer:/view/blocks/0/element/initial_date]',
  ],
  [
    'a max_length of 3001',
    modalWith(inputOf('a', { ...typed, max_length: 3001 })),
    'must be less than 3001 [json-pointer:/view/blocks/0/element/max_length]',
  ],
  [
    '26 elements in a row',
    modalWith({
      type: 'actions',
      elements: Array.from({ length: 26 }, (_, n) => ({
        type: 'button',
        action_id: `b${n}`,
        text: text(3),
      })),
    }),
    'no more than 25 items allowed [json-pointer:/view/blocks/0/elements]',
  ],
  [
    'a placeholder of 151 characters',
    modalWith(inputOf('a', { ...typed, placeholder: text(151) })),
    'must be less than 151 characters [json-pointer:/view/blocks/0/element/placeholder/text]',
  ],
  [
    'two elements with the focus',
    modalWith(
      inputOf('a', { ...typed, focus_on_load: true }),
      inputOf('b', { ...typed, focus_on_load: true }),
    ),
    'only one element may have focus_on_load [json-pointer:/view/blocks]',
  ],
  [
    'mrkdwn where only plain text may stand',
    modalWith({ type: 'header', text: { type: 'mrkdwn', text: '*x*' } }),
    'must be a valid enum value [json-pointer:/view/blocks/0/text/type]',
  ],
])('refuses %s and says where', async (_case, view, complaint) => {
  expect(await complaintsAbout(world, view)).toContain(`[ERROR] ${complaint}`);
});

it('refuses a view of more than 250 kB', async () => {
  const block = section({ text: text(3000) });
  expect(
    await complaintsAbout(world, modalWith(...Array.from({ length: 90 }, () => block))),
  ).toEqual(['view_too_large']);
});

it('takes a view with everything in it at its limit', async () => {
  const view = {
    ...modalWith(
      inputOf('text', { ...typed, min_length: 1, max_length: 3000, multiline: true }),
      inputOf('number', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }),
      inputOf('mail', { type: 'email_text_input' }),
      inputOf('link', { type: 'url_text_input' }),
      inputOf('date', { type: 'datepicker', initial_date: '2030-02-28', focus_on_load: true }),
      inputOf('time', { type: 'timepicker', initial_time: '23:59' }),
      inputOf('both', { type: 'datetimepicker', initial_date_time: 1_900_000_000 }),
      inputOf('boxes', {
        type: 'checkboxes',
        options: options(10),
        initial_options: [option('o1')],
      }),
      inputOf('one', { type: 'static_select', options: options(100) }),
      inputOf('grouped', {
        type: 'multi_static_select',
        option_groups: [{ label: text(75), options: options(100) }],
      }),
      inputOf('asked', { type: 'external_select', min_query_length: 0 }, { dispatch_action: true }),
      inputOf('who', { type: 'users_select' }),
      inputOf('where', { type: 'conversations_select', filter: { include: ['public'] } }),
      section({
        text: { type: 'mrkdwn', text: '*x*' },
        accessory: { type: 'overflow', action_id: 'more', options: options(5) },
      }),
      section({ fields: Array.from({ length: 10 }, () => text(2000)) }),
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'x' }, text(3000)] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] }],
      },
    ),
    title: text(24),
    submit: text(24),
    close: text(24),
    private_metadata: 'x'.repeat(3000),
    callback_id: 'x'.repeat(255),
  };
  expect(await complaintsAbout(world, view)).toBe('none');
  expect(world.slack.asPerson('ada').modal()?.fields).toHaveLength(13);
});

it('finds the same faults in a message', async () => {
  const blocks = Array.from({ length: 51 }, () => ({ type: 'divider' }));
  const call = postTo(world, 'general', { text: 'x', blocks });
  await expect(call).rejects.toMatchObject({
    data: {
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] no more than 50 items allowed [json-pointer:/blocks]'],
      },
    },
  });
});
