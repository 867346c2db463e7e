import { areaIn, CHROMIUM_PRIVATE_JAR, itemsIn, PRIVATE_JAR } from '../channel/jar.ts';
import type { StorageArea } from '../channel/storage-area.ts';

/** A cache of this process's origin: that of Chromium's private windows ends with the last of them. */
const MARK = 'private session';

/** The alarm of the ordinary process at which it forgets what Chromium's private windows left. */
export const LEFT_ALARM = 'left in private';

/**
 * So long after the last change there, in minutes. Nothing tells the ordinary process when the last private
 * window closes: as long as one is open, its process sees to it that something changes.
 */
export const LEFT_FOR = 30;

/** The alarm of the private windows' process at which it says that it is still there. It ends with it. */
export const STILL_THERE_ALARM = 'still there in private';

/** So long after the last change there, in minutes: twice before what it keeps would be forgotten. */
export const STILL_THERE_AFTER = 10;

const STILL_THERE_KEY = 'still there';

/**
 * Called at that alarm: whatever is kept for Chromium's private windows is there for as long as they are.
 * @param area all of `storage.session`
 * @param now milliseconds since the epoch
 */
export const sayStillThere = async (area: StorageArea, now: number): Promise<void> => {
  const own = areaIn(area, CHROMIUM_PRIVATE_JAR);
  const keys = Object.keys(await own.get(null));
  if (keys.some((key) => key !== STILL_THERE_KEY)) await own.set({ [STILL_THERE_KEY]: now });
};

/** Whether something was put down by Chromium's private windows. @param changes of `storage.session` */
export const leavesInPrivate = (
  changes: Readonly<Record<string, { readonly newValue?: unknown }>>,
): boolean =>
  Object.values(itemsIn(changes, CHROMIUM_PRIVATE_JAR)).some(
    ({ newValue }) => newValue !== undefined,
  );

/** Which of the browser's jars a process of the extension serves. */
export interface Served {
  readonly serves: (jar: string) => boolean;
  /** The jar of the private windows that it serves. */
  readonly privateJar: string;
}

/**
 * Whether a process serves Chromium's private windows, and those alone. Firefox has one process for all,
 * which is in private too where every window is, by the person's own setting.
 * @param inIncognito what the browser says of the process
 * @param manifest the extension's
 */
export const isSplitOff = (
  inIncognito: boolean,
  manifest: { readonly incognito?: string | undefined },
): boolean => inIncognito && manifest.incognito === 'split';

/** @param splitOff whether the process serves Chromium's private windows, and those alone */
export const servedBy = (splitOff: boolean): Served => ({
  serves: (jar) => (jar === CHROMIUM_PRIVATE_JAR) === splitOff,
  privateJar: splitOff ? CHROMIUM_PRIVATE_JAR : PRIVATE_JAR,
});

/**
 * Called as the process of Chromium's private windows begins. What an earlier session of private windows
 * left is forgotten: its last window took the process along before that could do it, and
 * `storage.session` outlives both.
 */
export const forgetEarlierSession = async (
  marks: Pick<CacheStorage, 'has' | 'open'>,
  forget: () => Promise<void>,
): Promise<void> => {
  if (await marks.has(MARK)) return;
  await forget();
  await marks.open(MARK);
};
