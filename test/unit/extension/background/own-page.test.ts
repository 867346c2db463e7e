import { describe, expect, test } from 'vitest';
import { runKey } from '../../../../extension/channel/session-keys.ts';
import { createDrivenPerson, PLACE } from './driven-person.ts';

/** A person over a tab of a cockpit, beside another one. */
const setUp = async () => {
  const person = createDrivenPerson();
  const { cockpit } = person;
  const own = cockpit.open();
  const other = cockpit.open();
  await person.open(own);
  return { person, cockpit, own, other };
};

/** The same with a token in the popup. */
const withToken = async () => {
  const world = await setUp();
  expect((await world.person.next(world.own, 'One'))?.step).toBe('token');
  await world.person.press(world.own, 'copied');
  return world;
};

/** About the middle of filling in. */
const HALFWAY = 30;

describe('a run whose background has ended', () => {
  test('before Next goes on in its own document', async () => {
    const { person, cockpit, own } = await setUp();
    person.at(HALFWAY, 'after', person.kill);
    await person.next(own, 'One');
    expect(cockpit.pressedNext).toEqual([]);
    expect((await person.open(own))?.step).toBe('token');
    expect(cockpit.pressedNext).toEqual(['One']);
  });

  test('before Next does not go on in a document that came after', async () => {
    const { person, cockpit, own } = await setUp();
    person.at(HALFWAY, 'after', person.kill);
    await person.next(own, 'One');
    cockpit.reload(own);
    expect((await person.open(own))?.step).toBe('form');
    expect(person.told.at(-1)?.said).toBe(
      'The page was closed, reloaded or left meanwhile. No token was made, and nothing you typed here is lost.',
    );
    expect(cockpit.actsIn(own)).toBe(0);
  });

  test('before Next goes on in the document that it waited to be let into', async () => {
    const { person, cockpit, own } = await setUp();
    person.at(HALFWAY, 'after', person.kill);
    await person.next(own, 'One');
    cockpit.reload(own);
    person.waited(own);
    await person.open(own);
    // It looked there for what comes next on its way.
    expect(person.told.at(-1)?.said).toMatch(/^No form for API tokens was found/);
  });

  test('before Next does nothing in another tab', async () => {
    const { person, cockpit, own, other } = await setUp();
    person.at(HALFWAY, 'after', person.kill);
    await person.next(own, 'One');
    expect((await person.open(other))?.step).toBe('form');
    expect(person.told.at(-1)?.said).toMatch(/^It was begun in another tab, and broke off there\./);
    expect(cockpit.actsIn(other)).toBe(0);
    expect(cockpit.pressedNext).toEqual([]);
  });

  test('after Next brings its token from its own tab, over whichever the popup is opened', async () => {
    const { person, cockpit, own, other } = await setUp();
    cockpit.behave({ next: 3 });
    for (let at = HALFWAY; cockpit.pressedNext.length === 0; at += 1) {
      person.at(at, 'after', () => {
        if (cockpit.pressedNext.length > 0) person.kill();
      });
      if (at === HALFWAY) void person.next(own, 'One');
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await person.open(other))?.step).toBe('token');
    expect(cockpit.pressedNext).toEqual(['One']);
  });
});

describe('a token that the popup holds', () => {
  test.each(['save', 'cancel'] as const)(
    'has its %s pressed in its own tab alone',
    async (what) => {
      const { person, cockpit, own, other } = await withToken();
      await person.open(other);
      expect((await person.press(other, what))?.step).toBe('token');
      expect(person.told.at(-1)?.said).toMatch(/^“One” stands in another tab of this cockpit/);
      expect(cockpit.actsIn(other)).toBe(0);
      expect([...(cockpit.server[0]?.pressed ?? [])]).toEqual([]);
      await person.open(own);
      expect(person.told.at(-1)?.said).toBe('');
      expect((await person.press(own, what))?.step).toBe(what === 'save' ? 'saved' : 'form');
    },
  );

  test('is forgotten by a Cancel that reaches nothing only once its owner has heard that', async () => {
    const { person, cockpit, own } = await withToken();
    cockpit.reload(own);
    await person.open(own);
    expect((await person.press(own, 'cancel'))?.step).toBe('token');
    expect(person.told.at(-1)?.said).toContain('The token stays here until you press Cancel once');
    expect((await person.press(own, 'cancel'))?.step).toBe('unconfirmed');
    expect(person.told.at(-1)?.said).toMatch(/^The page that showed “One” was closed/);
  });

  test('can be saved after a Save that was stopped', async () => {
    const { person, cockpit, own } = await withToken();
    person.at(person.calls() + 5, 'after', () => cockpit.stop(own));
    await person.press(own, 'save');
    expect(person.told.at(-1)?.said).toBe('You stopped it. Nothing was pressed in the cockpit.');
    expect((await person.press(own, 'save'))?.step).toBe('saved');
  });

  test('is not said to have been left alone where Save was pressed before', async () => {
    const { person, cockpit, own } = await withToken();
    cockpit.behave({ finishes: false });
    await person.press(own, 'save');
    expect(person.told.at(-1)?.said).toMatch(/^Save was pressed in the cockpit, or may have been/);
    person.at(person.calls() + 5, 'after', () => cockpit.stop(own));
    await person.press(own, 'cancel');
    expect(person.told.at(-1)?.said).toBe(
      'You stopped it. Earlier, “Save” was pressed in the cockpit: look there, under API, what became of “One”.',
    );
  });
});

describe('what was written down of a run and cannot be read', () => {
  const KEY = runKey({ origin: PLACE.origin, email: '' });

  test('leaves it unknown whether Next was pressed, and it is not pressed again', async () => {
    const { person, cockpit, own } = await setUp();
    person.at(HALFWAY, 'after', person.kill);
    await person.next(own, 'One');
    const acts = cockpit.actsIn(own);
    await person.memory.set({ [KEY]: { key: 'of another version' } });
    expect((await person.open(own))?.step).toBe('unknown');
    expect(person.told.at(-1)?.said).toMatch(/^What was noted about “One” cannot be read/);
    expect(cockpit.actsIn(own)).toBe(acts);
    await person.press(own, 'again');
    cockpit.reload(own);
    expect((await person.next(own, 'Two'))?.step).toBe('token');
  });

  test('leaves a token where it is', async () => {
    const { person, own } = await withToken();
    await person.memory.set({ [KEY]: null });
    expect((await person.press(own, 'save'))?.step).toBe('token');
    expect(person.told.at(-1)?.said).toMatch(/^What was noted about this token cannot be read/);
  });
});

describe('a Next that was given up', () => {
  test('lets no other one begin in its document, where its token may come late', async () => {
    const { person, cockpit, own } = await setUp();
    cockpit.behave({ next: 'unseen' });
    expect((await person.next(own, 'One'))?.step).toBe('unknown');
    await person.press(own, 'again');
    cockpit.behave({ next: 0 });
    expect((await person.next(own, 'Two'))?.step).toBe('form');
    expect(person.told.at(-1)?.said).toMatch(/^In this page Next was pressed before, for “One”/);
    expect(cockpit.pressedNext).toEqual(['One']);
    cockpit.reload(own);
    expect((await person.next(own, 'Two'))?.step).toBe('token');
  });
});
