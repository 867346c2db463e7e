import * as z from 'zod/mini';
import { safeApiOrigin } from '../../shared/curl.ts';

/** What a cockpit does not tell, and was learned of it. It holds no value of the page's, and no token. */
export interface Learned {
  /** Where its tokens work: confirmed by a person, or on the cockpit's own host. */
  readonly apiUrl?: string | undefined;
  /** Whether Next alone makes a token that works, as it was seen once. */
  readonly worksUnsaved?: boolean | undefined;
}

const learnedSchema = z.object({
  apiUrl: z.optional(z.string().check(z.refine((url) => safeApiOrigin(url) === url))),
  worksUnsaved: z.optional(z.boolean()),
});

const PREFIX = 'learned ';

/** What is needed of a storage area. */
export interface LearnedArea {
  /** @param keys null for all */
  readonly get: (keys: string | null) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
}

/** What was learned of an origin's cockpit; nothing where what is stored is anything else. */
export const readLearned = async (area: LearnedArea, origin: string): Promise<Learned> =>
  learnedSchema.safeParse((await area.get(PREFIX + origin))[PREFIX + origin]).data ?? {};

/** Adds to it. A full disk is no reason to make no token. */
export const learn = async (area: LearnedArea, origin: string, more: Learned): Promise<void> => {
  const known = { ...(await readLearned(area, origin)), ...more };
  await area.set({ [PREFIX + origin]: known }).catch(() => {});
};

/** The origins of which anything was learned. */
export const learnedOrigins = async (area: LearnedArea): Promise<string[]> =>
  Object.keys(await area.get(null)).flatMap((key) =>
    key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [],
  );

/** Forgets what was learned of an origin. */
export const forgetLearned = (area: LearnedArea, origin: string): Promise<void> =>
  area.remove(PREFIX + origin);
