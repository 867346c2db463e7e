import { describe, expect, test } from 'vitest';
import { createJars } from '../../../../extension/background/jars.ts';
import { createSessionStore } from '../../../../extension/background/session-store.ts';
import {
  areaIn,
  CHROMIUM_PRIVATE_JAR,
  itemsIn,
  jarOf,
  jarsIn,
} from '../../../../extension/channel/jar.ts';
import { draft, place, record, tokenSecret } from '../../shared/examples.ts';
import { ADA } from '../background/background.ts';
import { createMemoryArea } from '../memory-area.ts';

const PRIVATE = 'firefox-private';
const WORK = 'firefox-container-2';

const everyJar = (): boolean => true;

const SHOWN = {
  seen: false,
  flow: {
    step: 'token',
    place: place(),
    draft: draft(),
    record: record(),
    token: tokenSecret(),
    copied: false,
    confirming: false,
    saveTried: false,
  },
} as const;

describe('a cookie jar', () => {
  test('is the ordinary one where the browser names none, or names it', () => {
    expect(jarOf({})).toBe('');
    expect(jarOf({ cookieStoreId: 'firefox-default' })).toBe('');
    expect(jarOf({ cookieStoreId: PRIVATE, incognito: true })).toBe(PRIVATE);
    expect(jarOf({ incognito: true })).toBe(CHROMIUM_PRIVATE_JAR);
    expect(jarOf({ incognito: false })).toBe('');
  });

  test.each([
    ['', WORK],
    ['', PRIVATE],
    [WORK, ''],
    [WORK, 'firefox-container-20'],
    [PRIVATE, WORK],
  ])('%j knows nothing of what is kept in another: %j', async (mine, other) => {
    const area = createMemoryArea();
    const [one, two] = [mine, other].map((jar) => createSessionStore(areaIn(area, jar)));
    await one?.keep(ADA, SHOWN);
    await one?.keepDraft(ADA, draft());
    await one?.keepPlace(place());
    expect(await one?.all()).toHaveLength(1);
    expect(await one?.kept(ADA)).toMatchObject({ flow: { step: 'token' } });
    expect(await two?.all()).toEqual([]);
    expect(await two?.kept(ADA)).toBeUndefined();
    expect(await two?.draft(ADA)).toBeUndefined();
    expect(await two?.place(ADA.origin)).toBeUndefined();
    expect(itemsIn(await area.get(null), other)).toEqual({});
    await two?.forget(ADA);
    expect(await one?.all()).toHaveLength(1);
  });

  test('of the private windows is emptied when the last of them closes, and no other is', async () => {
    const area = createMemoryArea();
    for (const jar of ['', WORK, PRIVATE]) {
      await createSessionStore(areaIn(area, jar)).keep(ADA, SHOWN);
    }
    const jars = createJars(area, everyJar, (own) => ({
      answer: async () => ({ kind: 'fault' }),
      expire: async () => undefined,
      watched: async () =>
        (await createSessionStore(own).all()).map((kept) => ({ ...kept, underWay: false })),
    }));
    const counts = async () =>
      [...(await jars.watched()).own].map(([jar, { length }]) => [jar, length]);
    expect(await counts()).toEqual([
      ['', 1],
      [WORK, 1],
      [PRIVATE, 1],
    ]);
    await jars.forget(PRIVATE);
    expect(jarsIn(await area.get(null)).toSorted()).toEqual(['', WORK]);
    expect(await counts()).toEqual([
      ['', 1],
      [WORK, 1],
    ]);
  });

  test('has a keeper of its own, made once', async () => {
    const area = createMemoryArea();
    await createSessionStore(areaIn(area, WORK)).keep(ADA, SHOWN);
    const expired: number[] = [];
    let made = 0;
    const jars = createJars(area, everyJar, () => {
      const number = (made += 1);
      return {
        answer: async () => ({ kind: 'fault' }),
        expire: async () => void expired.push(number),
        watched: async () => [],
      };
    });
    await jars.answer({ ask: 'open_nowhere' }, WORK);
    await jars.expire();
    await jars.expire();
    expect(made).toBe(2);
    expect(expired.toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2]);
  });
});
