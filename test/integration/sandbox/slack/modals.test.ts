import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  errorOf,
  inputOf,
  modalWith,
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';
import type { PersonWindow } from '../../../../sandbox/slack/handle/person-window.ts';

let world: SlackWithPlainApp;
let ada: PersonWindow;
/** What the app says to the next submission or action. */
let answer: object | string | number | undefined;

beforeEach(async () => {
  answer = undefined;
  world = await startSlackWithPlainApp(({ payload }) =>
    payload['command'] === undefined ? answer : undefined,
  );
  ada = world.slack.asPerson('ada');
});
afterEach(() => world.close());

const NAME = inputOf('Name', { type: 'plain_text_input', min_length: 2, max_length: 5 });
const last = () => world.requests.at(-1)?.payload ?? {};
const open = async (view: object = modalWith(NAME)) => {
  await ada.command('general', '/example');
  const trigger = String(last()['trigger_id']);
  const opened = await world.client.views.open({ trigger_id: trigger, view: view as ModalView });
  return { id: opened.view?.id ?? '', hash: opened.view?.hash ?? '' };
};

describe('before it is sent', () => {
  it.each([
    ['', 'Please complete this required field.'],
    ['a', 'Please enter at least 2 characters.'],
    ['abcdef', 'Please enter no more than 5 characters.'],
  ])('a field with %j is refused by the client itself', async (text, error) => {
    await open();
    await ada.type('Name', text);
    const sent = world.requests.length;
    expect(await ada.submit()).toEqual({ kind: 'incomplete', errors: { Name: error } });
    expect(world.requests).toHaveLength(sent);
    expect(ada.modal()?.fields[0]?.error).toBe(error);
  });

  it('an optional field may stay empty, and comes as null', async () => {
    await open(modalWith(inputOf('Name', { type: 'plain_text_input' }, { optional: true })));
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    expect(last()).toMatchObject({
      view: { state: { values: { Name: { value: { type: 'plain_text_input', value: null } } } } },
    });
  });

  it.each([
    [{ type: 'number_input', is_decimal_allowed: false }, '1.5'],
    [{ type: 'number_input', is_decimal_allowed: true, max_value: '3' }, '3.1'],
    [{ type: 'email_text_input' }, 'nobody'],
    [{ type: 'url_text_input' }, 'nowhere'],
  ])('%j does not take %s', async (element, text) => {
    await open(modalWith(inputOf('Field', element)));
    await ada.type('Field', text);
    expect(await ada.submit()).toMatchObject({ kind: 'incomplete' });
  });
});

describe('what an app answers to a submission', () => {
  const filled = async () => {
    const view = await open();
    await ada.type('Name', 'abc');
    return view;
  };

  it('nothing closes the view', async () => {
    await filled();
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    expect(ada.modal()).toBeUndefined();
  });

  it('errors stand beside their fields until those change', async () => {
    await filled();
    answer = { response_action: 'errors', errors: { Name: 'Taken.' } };
    expect(await ada.submit()).toEqual({ kind: 'errors', errors: { Name: 'Taken.' } });
    expect(ada.modal()?.fields[0]).toMatchObject({ value: 'abc', error: 'Taken.' });
    await ada.type('Name', 'abd');
    expect(ada.modal()?.errors).toEqual({});
  });

  it('an update keeps what stands in the same fields', async () => {
    await filled();
    answer = {
      response_action: 'update',
      view: {
        ...modalWith(NAME, inputOf('More', { type: 'plain_text_input' })),
        callback_id: 'second',
      },
    };
    expect(await ada.submit()).toMatchObject({ kind: 'updated', modal: { callbackId: 'second' } });
    expect(ada.modal()?.fields.map(({ value }) => value)).toEqual(['abc', null]);
  });

  it('views lie on one another, three at most, and close one by one', async () => {
    const first = await filled();
    answer = { response_action: 'push', view: modalWith() };
    expect(await ada.submit()).toMatchObject({ kind: 'pushed', modal: { depth: 2 } });
    expect(await ada.submit()).toMatchObject({ kind: 'pushed', modal: { depth: 3 } });
    expect(await ada.submit()).toMatchObject({ kind: 'trouble' });
    expect(last()).toMatchObject({ view: { root_view_id: first.id } });
    answer = undefined;
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    expect(ada.modal()?.depth).toBe(2);
    await ada.close();
    expect(ada.modal()?.fields[0]?.value).toBe('abc');
  });

  it('clear closes them all', async () => {
    await filled();
    answer = { response_action: 'push', view: modalWith() };
    await ada.submit();
    answer = { response_action: 'clear' };
    expect(await ada.submit()).toEqual({ kind: 'cleared' });
    expect(ada.modal()).toBeUndefined();
  });

  it.each([
    [
      'an error for a block that is no input',
      { response_action: 'errors', errors: { other: 'No.' } },
    ],
    ['errors without any', { response_action: 'errors', errors: {} }],
    ['an action that does not exist', { response_action: 'dance' }],
    ['an unsound view', { response_action: 'update', view: { type: 'modal' } }],
    ['a text', 'fine'],
    ['another status', 500],
  ])('%s is trouble, and the view stays', async (_case, said) => {
    await filled();
    answer = said;
    expect(await ada.submit()).toMatchObject({ kind: 'trouble' });
    expect(ada.modal()).toMatchObject({ trouble: 'We had some trouble connecting. Try again?' });
    expect(ada.modal()?.fields[0]?.value).toBe('abc');
  });

  it('a second one to the same submission changes nothing', async () => {
    await filled();
    const [first, second] = await Promise.all([ada.submit(), ada.submit()]);
    expect([first.kind, second.kind]).toEqual(['closed', 'closed']);
    expect(
      world.requests.filter(({ payload }) => payload['type'] === 'view_submission'),
    ).toHaveLength(2);
  });
});

describe('what an app does to an open view', () => {
  it('updates it with the hash that it knows, and not with an older one', async () => {
    const { id, hash } = await open();
    await ada.type('Name', 'abc');
    const call = (args: object) => world.client.apiCall('views.update', { view_id: id, ...args });
    const view = modalWith(NAME);
    expect(await errorOf(call({ hash, view }))).toBe('none');
    expect(await errorOf(call({ hash, view }))).toBe('hash_conflict');
    expect(await errorOf(call({ view }))).toBe('none');
    expect(ada.modal()?.fields[0]?.value).toBe('abc');
    await ada.close();
    expect(await errorOf(call({ view }))).toBe('not_found');
  });

  it('names it by an id of its own, which no other view may have', async () => {
    await open({ ...modalWith(), external_id: 'mine' });
    const update = world.client.apiCall('views.update', {
      external_id: 'mine',
      view: { ...modalWith(), external_id: 'mine', callback_id: 'changed' },
    });
    expect(await errorOf(update)).toBe('none');
    expect(ada.modal()?.callbackId).toBe('changed');
    const ivo = world.slack.asPerson('ivo');
    await ivo.command('general', '/example');
    const second = world.client.apiCall('views.open', {
      trigger_id: last()['trigger_id'],
      view: { ...modalWith(), external_id: 'mine' },
    });
    expect(await errorOf(second)).toBe('duplicate_external_id');
  });

  it('pushes another on it, three at most', async () => {
    await open(
      modalWith({
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } },
        ],
      }),
    );
    const push = async () => {
      await ada.press('modal', 'More');
      return errorOf(
        world.client.apiCall('views.push', {
          trigger_id: last()['trigger_id'],
          view: modalWith({
            type: 'actions',
            elements: [
              { type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } },
            ],
          }),
        }),
      );
    };
    expect([await push(), await push(), await push()]).toEqual([
      'none',
      'none',
      'push_limit_reached',
    ]);
  });
});

describe('closing', () => {
  it('is told to an app that asks for it', async () => {
    await open({ ...modalWith(), notify_on_close: true });
    await ada.close();
    expect(last()).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(ada.modal()).toBeUndefined();
  });

  it('of all at once is told of each', async () => {
    const view = { ...modalWith(), notify_on_close: true };
    await open(view);
    answer = { response_action: 'push', view };
    await ada.submit();
    answer = undefined;
    await ada.close({ all: true });
    const closed = world.requests.filter(({ payload }) => payload['type'] === 'view_closed');
    expect(closed.map(({ payload }) => payload['is_cleared'])).toEqual([true, true]);
  });

  it('is not told to one that does not, nor when the window reloads', async () => {
    await open();
    await ada.close();
    await open({ ...modalWith(), notify_on_close: true });
    ada.reload();
    expect(ada.modal()).toBeUndefined();
    expect(world.requests.every(({ payload }) => payload['type'] !== 'view_closed')).toBe(true);
  });
});
