import * as z from 'zod/mini';
import { safeApiOrigin } from '../../shared/curl.ts';
import { byOrigin } from './by-origin.ts';
import { itemAt, type StorageArea } from '../channel/storage-area.ts';

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

/** Nothing where what is stored is anything else. */
const learnedFrom = (stored: unknown): Learned => learnedSchema.safeParse(stored).data ?? {};

/** What was learned of an origin's cockpit. */
export const readLearned = async (area: StorageArea, origin: string): Promise<Learned> =>
  learnedFrom(await itemAt(area, PREFIX + origin));

/** Adds to it. */
export const learn = async (area: StorageArea, origin: string, more: Learned): Promise<void> => {
  const known = { ...(await readLearned(area, origin)), ...more };
  await area.set({ [PREFIX + origin]: known });
};

/** All that was learned, for a person to look through. */
export const allLearned = async (
  area: StorageArea,
): Promise<readonly (Learned & { readonly origin: string })[]> =>
  (await byOrigin(area, PREFIX)).map(([origin, stored]) => ({ origin, ...learnedFrom(stored) }));

/** Forgets what was learned of an origin. */
export const forgetLearned = (area: StorageArea, origin: string): Promise<void> =>
  area.remove(PREFIX + origin);
