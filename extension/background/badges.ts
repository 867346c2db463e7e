import { isPrivateJar, jarOf, PRIVATE_JAR, type JarredTab } from '../channel/jar.ts';

/** Where a badge is drawn: in a window, in a tab until it is left for another page, or wherever else. */
interface BadgePlace {
  /** Firefox's alone. */
  readonly windowId?: number;
  readonly tabId?: number;
}

/** What a badge counts, and where. */
export type Badge = readonly [BadgePlace, count: number];

/** What is read of a window. */
interface SomeWindow {
  readonly id?: number | undefined;
  readonly incognito: boolean;
}

const isContainer = (jar: string): boolean => jar !== '' && !isPrivateJar(jar);

/** Whether anything is kept of a container, so that its tabs have a badge of their own. */
export const countsContainers = (counts: ReadonlyMap<string, number>): boolean =>
  [...counts.keys()].some(isContainer);

/**
 * What waits in each jar is counted where that jar is, and nowhere else: the popup would find it nowhere
 * else either. Chromium shows its ordinary process no private window, and draws none there.
 * @param counts how much waits, by jar
 */
export const badgesFor = (
  counts: ReadonlyMap<string, number>,
  windows: readonly SomeWindow[],
  tabs: readonly (JarredTab & { readonly id?: number | undefined })[],
): Badge[] => {
  const countIn = (jar: string): number => counts.get(jar) ?? 0;
  return [
    [{}, countIn('')],
    ...windows.flatMap(({ id, incognito }): Badge[] =>
      incognito && id !== undefined ? [[{ windowId: id }, countIn(PRIVATE_JAR)]] : [],
    ),
    ...tabs.flatMap((tab): Badge[] => {
      const jar = jarOf(tab);
      const { id } = tab;
      return isContainer(jar) && counts.has(jar) && id !== undefined
        ? [[{ tabId: id }, countIn(jar)]]
        : [];
    }),
  ];
};
