import { areaIn, jarsIn, PRIVATE_JAR } from '../channel/jar.ts';
import type { PopupRequest } from '../channel/request.ts';
import type { Reply } from '../channel/reply.ts';
import type { Watched } from './attention.ts';
import type { SessionArea } from './session-store.ts';

/** What answers for one cookie jar, and erases there what is due. */
export interface JarKeeper {
  readonly answer: (request: PopupRequest) => Promise<Reply>;
  readonly expire: () => Promise<void>;
  readonly watched: () => Promise<Watched[]>;
}

/**
 * One keeper for each cookie jar, made when it is first needed, over that jar's part of the memory.
 * @param area all of `storage.session`
 * @param create called once for each jar, with its part of the area
 */
export const createJars = (
  area: SessionArea,
  create: (area: SessionArea, jar: string) => JarKeeper,
) => {
  const keepers = new Map<string, JarKeeper>();
  const keeper = (jar: string): JarKeeper => {
    const made = keepers.get(jar) ?? create(areaIn(area, jar), jar);
    keepers.set(jar, made);
    return made;
  };
  return {
    answer: (request: PopupRequest, jar: string): Promise<Reply> => keeper(jar).answer(request),

    /** Erases every token whose time has run out, in every jar. */
    expire: async (): Promise<void> => {
      for (const jar of jarsIn(await area.get(null))) await keeper(jar).expire();
    },

    /** What waits or is under way, in whatever jar: to be counted, and erased on time. */
    watched: async (): Promise<Watched[]> => {
      const jars = jarsIn(await area.get(null));
      return (await Promise.all(jars.map((jar) => keeper(jar).watched()))).flat();
    },

    /** Called when the last private window has closed: nothing of what was done there is kept. */
    forgetPrivate: async (): Promise<void> => {
      const own = areaIn(area, PRIVATE_JAR);
      for (const key of Object.keys(await own.get(null))) await own.remove(key);
    },
  };
};
