import * as z from 'zod/mini';
import { type Description, descriptionSchema } from '../../shared/cockpit/description.ts';
import { byOrigin } from '../settings/by-origin.ts';
import { itemAt, type StorageArea } from '../channel/storage-area.ts';

const knownSchema = z.strictObject({
  description: descriptionSchema,
  /** How often in a row it led to nothing. */
  failures: z.int().check(z.minimum(0)),
});

/** What is remembered of one origin's cockpit. */
export type KnownCockpit = z.infer<typeof knownSchema>;

const PREFIX = 'cockpit ';

const keyOf = (origin: string): string => PREFIX + origin;

/** So many are kept at most, lest a file fill the disk. */
const MAX_KNOWN = 100;

const knownFrom = (origin: string, stored: unknown): KnownCockpit | undefined => {
  const { data } = knownSchema.safeParse(stored);
  return data?.description.origin === origin ? data : undefined;
};

/** All that is remembered in an area, by origin; what cannot be read is as if it were not there. */
export const allKnown = async (area: StorageArea): Promise<KnownCockpit[]> =>
  (await byOrigin(area, PREFIX))
    .flatMap(([origin, stored]) => knownFrom(origin, stored) ?? [])
    .toSorted((a, b) => (a.description.origin < b.description.origin ? -1 : 1));

/** What is remembered of an origin; what cannot be read is dropped. */
export const knownAt = async (
  area: StorageArea,
  origin: string,
): Promise<KnownCockpit | undefined> => {
  const key = keyOf(origin);
  const stored = await itemAt(area, key);
  const known = knownFrom(origin, stored);
  if (stored !== undefined && !known) await area.remove(key);
  return known;
};

/** Remembers where an origin's controls are. @returns false where there is no room for one more */
export const rememberCockpit = async (
  area: StorageArea,
  description: Description,
): Promise<boolean> => {
  const known = await allKnown(area);
  const isNew = !known.some((each) => each.description.origin === description.origin);
  if (isNew && known.length >= MAX_KNOWN) return false;
  await area.set({ [keyOf(description.origin)]: { description, failures: 0 } });
  return true;
};

/** So often in a row it may lead to nothing; then it is forgotten. */
const FAILURES = 2;

/** Counts how it went with what is remembered of an origin. */
export const countOutcome = async (
  area: StorageArea,
  origin: string,
  failed: boolean,
): Promise<void> => {
  const known = await knownAt(area, origin);
  if (!known) return;
  const failures = failed ? known.failures + 1 : 0;
  if (failures >= FAILURES) await area.remove(keyOf(origin));
  else if (failures !== known.failures) await area.set({ [keyOf(origin)]: { ...known, failures } });
};

/** Forgets one origin's cockpit. */
export const forgetCockpit = (area: StorageArea, origin: string): Promise<void> =>
  area.remove(keyOf(origin));
