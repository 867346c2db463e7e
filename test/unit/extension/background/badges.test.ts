import { describe, expect, test } from 'vitest';
import { badgesFor, countsContainers } from '../../../../extension/background/badges.ts';
import { PRIVATE_JAR } from '../../../../extension/channel/jar.ts';

const WORK = 'firefox-container-2';
const WINDOWS = [
  { id: 1, incognito: false },
  { id: 2, incognito: true },
];
const TABS = [
  { id: 10, cookieStoreId: 'firefox-default', incognito: false },
  { id: 11, cookieStoreId: WORK, incognito: false },
  { id: 12, cookieStoreId: 'firefox-container-3', incognito: false },
  { id: 13, cookieStoreId: PRIVATE_JAR, incognito: true },
];

describe('the badge', () => {
  test('of ordinary windows counts nothing that waits in private ones, or in a container', () => {
    const counts = new Map([
      ['', 0],
      [PRIVATE_JAR, 2],
      [WORK, 1],
    ]);
    expect(badgesFor(counts, WINDOWS, TABS)).toEqual([
      [{}, 0],
      [{ windowId: 2 }, 2],
      [{ tabId: 11 }, 1],
    ]);
  });

  test('of private windows, and of a container, counts nothing that waits outside', () => {
    const counts = new Map([
      ['', 3],
      [WORK, 0],
    ]);
    expect(badgesFor(counts, WINDOWS, TABS)).toEqual([
      [{}, 3],
      [{ windowId: 2 }, 0],
      [{ tabId: 11 }, 0],
    ]);
  });

  test('is one alone where the browser has no jars', () => {
    const counts = new Map([['', 1]]);
    expect(countsContainers(counts)).toBe(false);
    expect(badgesFor(counts, [{ id: 1, incognito: false }], [{ id: 10 }])).toEqual([[{}, 1]]);
  });

  test.each([
    [PRIVATE_JAR, false],
    [WORK, true],
  ])('needs the tabs where a container has something: %s', (jar, needs) => {
    expect(countsContainers(new Map([[jar, 0]]))).toBe(needs);
  });
});
