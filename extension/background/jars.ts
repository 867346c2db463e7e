import { areaIn, jarsIn } from '../channel/jar.ts';
import type { PopupRequest } from '../channel/request.ts';
import type { Reply } from '../channel/reply.ts';
import type { Watched } from './attention.ts';
import type { StorageArea } from '../channel/storage-area.ts';

/** What answers for one cookie jar, and erases there what is due. */
export interface JarKeeper {
  readonly answer: (request: PopupRequest) => Promise<Reply>;
  readonly expire: () => Promise<void>;
  readonly watched: () => Promise<Watched[]>;
}

/**
 * One keeper for each cookie jar, made when it is first needed, over that jar's part of the memory.
 * @param area all of `storage.session`
 * @param serves whether a jar is one of this process's, not of another that shares its memory
 * @param create called once for each jar, with its part of the area
 */
export const createJars = (
  area: StorageArea,
  serves: (jar: string) => boolean,
  create: (area: StorageArea, jar: string) => JarKeeper,
) => {
  const keepers = new Map<string, JarKeeper>();
  const keeper = (jar: string): JarKeeper => {
    const made = keepers.get(jar) ?? create(areaIn(area, jar), jar);
    keepers.set(jar, made);
    return made;
  };
  const served = async (): Promise<string[]> => jarsIn(await area.get(null)).filter(serves);
  return {
    answer: (request: PopupRequest, jar: string): Promise<Reply> => keeper(jar).answer(request),

    /** Erases every token whose time has run out, in every jar. */
    expire: async (): Promise<void> => {
      for (const jar of await served()) await keeper(jar).expire();
    },

    /**
     * What waits or is under way: in this process's jars, to be counted there and erased on time, by the jar;
     * and anywhere, another process's jars too, since what ends this process ends that one. The memory is
     * read for both at once.
     */
    watched: async (): Promise<{
      readonly own: ReadonlyMap<string, Watched[]>;
      readonly anywhere: readonly Watched[];
    }> => {
      const jars = jarsIn(await area.get(null));
      const all = await Promise.all(
        jars.map(async (jar) => [jar, await keeper(jar).watched()] as const),
      );
      return {
        own: new Map(all.filter(([jar]) => serves(jar))),
        anywhere: all.flatMap(([, watched]) => watched),
      };
    },

    /** Called when the last window of a jar has closed: nothing of what was done there is kept. */
    forget: async (jar: string): Promise<void> => {
      const own = areaIn(area, jar);
      for (const key of Object.keys(await own.get(null))) await own.remove(key);
    },
  };
};
