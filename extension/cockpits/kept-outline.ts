import { areaIn, jarsIn } from '../channel/jar.ts';
import { itemAt, type StorageArea } from '../channel/storage-area.ts';
import { outlineSchema, type PageOutline } from './page-outline.ts';

/** Where it stands in its jar's part of the memory. */
export const OUTLINE_KEY = 'outline';

/** Each jar's part of the memory: the options serve all of them, and cannot tell which one was meant. */
const partsOf = async (memory: StorageArea): Promise<StorageArea[]> =>
  jarsIn(await memory.get(null)).map((jar) => areaIn(memory, jar));

/** Forgets the page that was described. @param memory all of `storage.session` */
export const forgetOutline = async (memory: StorageArea): Promise<void> => {
  for (const part of await partsOf(memory)) await part.remove(OUTLINE_KEY);
};

/**
 * Keeps the outline of the page that was described last: the only one in all jars, it goes when its own goes.
 * @param memory all of `storage.session`
 */
export const keepOutline = async (
  memory: StorageArea,
  jar: string,
  outline: PageOutline,
): Promise<void> => {
  await forgetOutline(memory);
  await areaIn(memory, jar).set({ [OUTLINE_KEY]: outline });
};

/** The page that was described last, in whatever jar. @param memory all of `storage.session` */
export const keptOutline = async (memory: StorageArea): Promise<PageOutline | null> => {
  const stored = await Promise.all(
    (await partsOf(memory)).map((part) => itemAt(part, OUTLINE_KEY)),
  );
  return stored.flatMap((each) => outlineSchema.safeParse(each).data ?? [])[0] ?? null;
};
