import { expect, test } from 'vitest';
import type { Watched } from '../../../../extension/background/attention.ts';
import { createJars } from '../../../../extension/background/jars.ts';
import {
  forgetEarlierSession,
  isSplitOff,
  LEFT_FOR,
  leavesInPrivate,
  sayStillThere,
  servedBy,
  STILL_THERE_AFTER,
} from '../../../../extension/background/private-session.ts';
import { CHROMIUM_PRIVATE_JAR } from '../../../../extension/channel/jar.ts';
import { draft, place } from '../../shared/examples.ts';
import { createMemoryArea } from '../memory-area.ts';

const PRIVATE_KEY = `jar ${CHROMIUM_PRIVATE_JAR} operation x`;

/** What waits in a jar, told from others by its name. */
const watchedIn = (jar: string): Watched => ({
  flow: { step: 'form', place: place(), draft: draft({ name: jar }), errors: [] },
  seen: false,
  underWay: false,
});

test.each([
  [true, [CHROMIUM_PRIVATE_JAR]],
  [false, ['', 'firefox-private', 'firefox-container-1']],
])(
  'a process, private or not (%o), erases and counts its own jars alone',
  async (inIncognito, own) => {
    const area = createMemoryArea({
      'operation x': 1,
      [PRIVATE_KEY]: 1,
      'jar firefox-private operation x': 1,
      'jar firefox-container-1 operation x': 1,
    });
    const expired: string[] = [];
    const counted: string[] = [];
    const jars = createJars(area, servedBy(inIncognito).serves, (_, jar) => ({
      answer: async () => ({ kind: 'fault' }),
      expire: async () => void expired.push(jar),
      watched: async () => {
        counted.push(jar);
        return [watchedIn(jar)];
      },
    }));
    await jars.expire();
    const watched = await jars.watched();
    expect(expired).toEqual(own);
    expect([...watched.own]).toEqual(own.map((jar) => [jar, [watchedIn(jar)]]));
    // An update of the extension ends both processes.
    expect(watched.anywhere).toHaveLength(4);
    // Nothing is read twice for that.
    expect(counted).toHaveLength(4);
  },
);

test.each([
  ['Chromium’s for private windows', true, { incognito: 'split' }, true],
  ['Chromium’s ordinary one', false, { incognito: 'split' }, false],
  ['Firefox’s, where every window is private', true, {}, false],
])(
  'a process is split off for private windows or serves all: %s',
  (_, inIncognito, manifest, is) => {
    expect(isSplitOff(inIncognito, manifest)).toBe(is);
  },
);

test('what an earlier session of private windows left is forgotten once, as the next begins', async () => {
  const area = createMemoryArea({ 'operation x': 1, [PRIVATE_KEY]: 1 });
  const { serves, privateJar } = servedBy(true);
  const jars = createJars(area, serves, () => {
    throw new Error('Nobody asks.');
  });
  const marks = new Set<string>();
  const begin = (): Promise<void> =>
    forgetEarlierSession(
      {
        has: async (name) => marks.has(name),
        open: async (name) => (marks.add(name), {} as Cache),
      },
      () => jars.forget(privateJar),
    );
  await begin();
  expect(area.keys()).toEqual(['operation x']);
  await area.set({ [PRIVATE_KEY]: 2 });
  await begin();
  expect(area.keys()).toEqual(['operation x', PRIVATE_KEY]);
});

test('while private windows keep anything they say that they are still there, by a change that counts', async () => {
  const beat = `jar ${CHROMIUM_PRIVATE_JAR} still there`;
  const area = createMemoryArea({ 'operation x': 1 });
  await sayStillThere(area, 1);
  expect(area.keys()).toEqual(['operation x']);
  await area.set({ [PRIVATE_KEY]: 1 });
  for (const now of [2, 3]) {
    await sayStillThere(area, now);
    expect(await area.get(beat)).toEqual({ [beat]: now });
  }
  expect(leavesInPrivate({ [beat]: { newValue: 3 } })).toBe(true);
  await area.remove(PRIVATE_KEY);
  await sayStillThere(area, 4);
  expect(await area.get(beat)).toEqual({ [beat]: 3 });
  expect(STILL_THERE_AFTER * 2).toBeLessThan(LEFT_FOR);
});

test('only what private windows put down is to be forgotten later, not what is taken away', () => {
  expect(leavesInPrivate({ [PRIVATE_KEY]: { newValue: 1 } })).toBe(true);
  expect(leavesInPrivate({ [PRIVATE_KEY]: {} })).toBe(false);
  expect(leavesInPrivate({ 'operation x': { newValue: 1 } })).toBe(false);
});
