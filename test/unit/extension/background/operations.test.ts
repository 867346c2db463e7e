import { describe, expect, test } from 'vitest';
import type { Operations } from '../../../../extension/background/operations.ts';
import { draft, MINUTE, session } from '../../shared/examples.ts';
import { ADA, createBackground, PLACE, TAB } from './background.ts';

const next = (operations: Operations, name = 'CI uploader') =>
  operations.next(ADA, TAB, PLACE, draft({ name }));

const resume = (operations: Operations) => operations.resume(ADA, TAB, PLACE);

/** A background in which a token is shown. */
const withToken = async () => {
  const background = createBackground();
  const operations = background.start();
  await next(operations);
  await background.settled();
  return { background, operations };
};

describe('Next', () => {
  test('is under way at once, and leads to the token', async () => {
    const background = createBackground();
    const operations = background.start();
    expect(await next(operations)).toMatchObject({ step: 'working', key: 'key-1' });
    await background.settled();
    expect(await operations.look(ADA, PLACE)).toMatchObject({ step: 'token', copied: false });
  });

  test('asked for twice at once makes one token', async () => {
    const background = createBackground();
    const operations = background.start();
    await Promise.all([next(operations), next(operations), next(operations)]);
    await background.settled();
    await next(operations);
    await background.settled();
    expect(background.platform.tokens).toHaveLength(1);
    expect(background.calls.filter((call) => call === 'next')).toHaveLength(1);
  });

  test('with a faulty form asks nothing of the platform, and says what is wrong', async () => {
    const background = createBackground();
    const state = await next(background.start(), ' ');
    expect(state).toMatchObject({ step: 'form', errors: [{ field: 'name', code: 'required' }] });
    expect(background.calls).toEqual([]);
  });

  test('is kept before it starts, so that a killed process leaves a question behind', async () => {
    const background = createBackground();
    const hold = background.hold('next');
    await next(background.start());
    await hold.arrived;
    const state = await resume(background.start());
    expect(state).toMatchObject({ step: 'unknown', key: 'key-1' });
  });

  test('asked again after a kill, under the same key, makes no second token', async () => {
    const background = createBackground();
    const hold = background.hold('next');
    await next(background.start());
    await hold.arrived;
    const operations = background.start();
    await resume(operations);
    hold.release();
    await background.settled();
    await operations.event(ADA, TAB, 'ask_again');
    await background.settled();
    expect(await operations.look(ADA, PLACE)).toMatchObject({
      step: 'token',
      record: { generation: 2 },
    });
    expect(background.platform.tokens).toHaveLength(1);
  });

  test('is not interrupted by a popup that opens meanwhile', async () => {
    const background = createBackground();
    const operations = background.start();
    const hold = background.hold('next');
    await next(operations);
    await hold.arrived;
    expect(await resume(operations)).toMatchObject({ step: 'working' });
    hold.release();
    await background.settled();
    expect(await resume(operations)).toMatchObject({ step: 'token' });
  });

  test('in the name of someone else who has signed in keeps no token', async () => {
    const background = createBackground();
    const operations = background.start();
    background.signIn(session({ user: { name: 'Ben', email: 'ben@example.com', role: 'x' } }));
    await next(operations);
    await background.settled();
    expect(await operations.look(ADA, PLACE)).toMatchObject({
      step: 'form',
      notice: { code: 'other_person' },
      draft: { name: 'CI uploader' },
    });
    expect(background.platform.tokens).toEqual([]);
  });

  test('refused while no popup is open is said at the next opening, with the same values', async () => {
    const background = createBackground();
    const operations = background.start();
    background.signIn(null);
    await next(operations, 'Typed before');
    await background.settled();
    const refused = {
      step: 'form',
      notice: { code: 'signed_out' },
      draft: { name: 'Typed before' },
    };
    expect(await resume(operations)).toMatchObject(refused);
    expect(await resume(operations)).toMatchObject(refused);
    await operations.seen(ADA);
    const later = await resume(operations);
    expect(later).toMatchObject({ step: 'form', draft: { name: 'Typed before' } });
    expect(later).toHaveProperty('notice', undefined);
  });
});

describe('Save', () => {
  test('without a copy asks once, then goes on', async () => {
    const { background, operations } = await withToken();
    expect(await operations.event(ADA, TAB, 'save')).toMatchObject({ confirming: true });
    expect(await operations.event(ADA, TAB, 'save')).toMatchObject({ step: 'saving' });
    await background.settled();
    expect(background.platform.tokens[0]?.record.state).toBe('active');
  });

  test('erases the token, and what stood in the form', async () => {
    const { background, operations } = await withToken();
    const value = background.platform.tokens[0]?.secret ?? '';
    expect(background.area.text()).toContain(value);
    await operations.event(ADA, TAB, 'copied');
    await operations.event(ADA, TAB, 'save');
    await background.settled();
    expect(await operations.look(ADA, PLACE)).toMatchObject({ step: 'saved' });
    expect(background.area.text()).not.toContain(value);
    expect(await background.store.draft(ADA)).toBeUndefined();
  });

  test('pressed twice is sent once', async () => {
    const { background, operations } = await withToken();
    await operations.event(ADA, TAB, 'copied');
    await Promise.all([operations.event(ADA, TAB, 'save'), operations.event(ADA, TAB, 'save')]);
    await background.settled();
    expect(background.calls.filter((call) => call === 'save')).toHaveLength(1);
  });

  test('refused to someone who was signed out is not said again once they have signed in', async () => {
    const { background, operations } = await withToken();
    await operations.event(ADA, TAB, 'copied');
    background.signIn(null);
    await operations.event(ADA, TAB, 'save');
    await background.settled();
    const refused = { step: 'token', notice: { code: 'signed_out' } };
    expect(await operations.look(ADA, PLACE)).toMatchObject(refused);
    background.signIn(session());
    const again = await resume(operations);
    expect(again).toMatchObject({ step: 'token', copied: true });
    expect(again).toHaveProperty('notice', undefined);
  });

  test('that a popup has shown to be done is over at the next opening', async () => {
    const { background, operations } = await withToken();
    await operations.event(ADA, TAB, 'copied');
    await operations.event(ADA, TAB, 'save');
    await background.settled();
    expect(await resume(operations)).toMatchObject({ step: 'saved' });
    await operations.seen(ADA);
    expect(await operations.look(ADA, PLACE)).toMatchObject({ step: 'saved' });
    expect(await resume(operations)).toMatchObject({ step: 'form', draft: { name: '' } });
    expect(background.area.keys()).not.toContain(`operation ${ADA.origin} ${ADA.email}`);
  });

  test('that came too late has been seen once a popup has drawn it, and stays there', async () => {
    const { background, operations } = await withToken();
    background.wait(15 * MINUTE);
    await operations.expire();
    expect((await operations.watched())[0]).toMatchObject({ seen: false });
    await operations.seen(ADA);
    expect((await operations.watched())[0]).toMatchObject({ flow: { step: 'failed' }, seen: true });
    expect(await resume(operations)).toMatchObject({ step: 'failed' });
  });

  test('cut off by a kill leaves the token to be saved again', async () => {
    const { background, operations } = await withToken();
    await operations.event(ADA, TAB, 'copied');
    const hold = background.hold('save');
    await operations.event(ADA, TAB, 'save');
    await hold.arrived;
    const state = await resume(background.start());
    expect(state).toMatchObject({ step: 'token', copied: true, saveTried: true });
  });

  test('and then another is made over what was saved', async () => {
    const { background, operations } = await withToken();
    await operations.event(ADA, TAB, 'copied');
    await operations.event(ADA, TAB, 'save');
    await background.settled();
    const again = await operations.event(ADA, TAB, 'again');
    expect(again).toMatchObject({ step: 'form', draft: { name: 'CI uploader' } });
    await next(operations, 'Second');
    await background.settled();
    expect(background.platform.tokens.map(({ record }) => record.name)).toEqual([
      'CI uploader',
      'Second',
    ]);
  });
});

describe('Cancel', () => {
  test('erases the token before the platform has answered, and keeps what stood in the form', async () => {
    const { background, operations } = await withToken();
    const value = background.platform.tokens[0]?.secret ?? '';
    const hold = background.hold('cancel');
    expect(await operations.event(ADA, TAB, 'cancel')).toMatchObject({ step: 'cancelling' });
    expect(background.area.text()).not.toContain(value);
    hold.release();
    await background.settled();
    expect(await operations.look(ADA, PLACE)).toMatchObject({
      step: 'form',
      notice: { code: 'discarded' },
      draft: { name: 'CI uploader' },
    });
    expect(background.platform.tokens[0]?.record.state).toBe('discarded');
  });

  test('that was not confirmed is asked again at the next opening, by itself', async () => {
    const { background, operations } = await withToken();
    const hold = background.hold('cancel');
    await operations.event(ADA, TAB, 'cancel');
    await hold.arrived;
    const restarted = background.start();
    expect(await resume(restarted)).toMatchObject({ step: 'cancelling' });
    hold.release();
    await background.settled();
    expect(await restarted.look(ADA, PLACE)).toMatchObject({
      step: 'form',
      notice: { code: 'discarded' },
    });
  });

  test('that fails again is not asked again before the next opening', async () => {
    const { background, operations } = await withToken();
    background.signIn(null);
    await operations.event(ADA, TAB, 'cancel');
    await background.settled();
    const count = background.calls.length;
    expect(await operations.look(ADA, PLACE)).toMatchObject({
      step: 'unconfirmed',
      wanted: 'cancel',
    });
    await background.settled();
    expect(background.calls).toHaveLength(count);
    await resume(operations);
    await background.settled();
    expect(background.calls).toHaveLength(count + 1);
  });
});

describe('a token whose time has run out', () => {
  test('is erased by the alarm', async () => {
    const { background, operations } = await withToken();
    const value = background.platform.tokens[0]?.secret ?? '';
    background.wait(15 * MINUTE);
    await operations.expire();
    expect(background.area.text()).not.toContain(value);
    expect(await operations.look(ADA, PLACE)).toMatchObject({ step: 'failed', reason: 'lapsed' });
  });

  test('whose Save a killed process left half done is known to be unconfirmed on time', async () => {
    const { background, operations } = await withToken();
    await operations.event(ADA, TAB, 'copied');
    const held = background.hold('save');
    await operations.event(ADA, TAB, 'save');
    await held.arrived;
    const again = background.start();
    background.wait(15 * MINUTE);
    await again.expire();
    expect((await background.store.kept(ADA))?.flow.step).toBe('unconfirmed');
  });

  test.each([
    ['a look', (operations: Operations) => operations.look(ADA, PLACE)],
    ['an opening', resume],
    ['a click', (operations: Operations) => operations.event(ADA, TAB, 'save')],
    ['Next', (operations: Operations) => next(operations)],
  ])('is erased at %s, should the alarm be late', async (_what, ask) => {
    const { background, operations } = await withToken();
    const value = background.platform.tokens[0]?.secret ?? '';
    background.wait(15 * MINUTE);
    expect(await ask(operations)).toMatchObject({ step: 'failed', reason: 'lapsed' });
    expect(background.area.text()).not.toContain(value);
  });

  test('is kept to its last moment', async () => {
    const { background, operations } = await withToken();
    background.wait(15 * MINUTE - 1);
    await operations.expire();
    expect(await operations.look(ADA, PLACE)).toMatchObject({ step: 'token' });
  });
});

describe('the form', () => {
  test('starts with what the person prefers, of what they have', async () => {
    const background = createBackground();
    const own = { ...PLACE, session: session({ permissions: ['read'] }) };
    const state = await background.start().resume(ADA, TAB, own);
    expect(state).toMatchObject({ draft: { expiry: '30d', permissions: ['read'], name: '' } });
  });

  test('starts with what was typed before', async () => {
    const background = createBackground();
    await background.store.keepDraft(ADA, draft({ name: 'Half typ' }));
    expect(await resume(background.start())).toMatchObject({ draft: { name: 'Half typ' } });
  });

  test('belongs to one person at one origin', async () => {
    const background = createBackground();
    const operations = background.start();
    await background.store.keepDraft(ADA, draft({ name: 'Half typ' }));
    const others = [
      { ...ADA, email: 'ben@example.com' },
      { ...ADA, origin: 'https://sol.example.com' },
    ];
    for (const person of others) {
      expect(await operations.look(person, PLACE)).toMatchObject({ draft: { name: '' } });
    }
  });
});
