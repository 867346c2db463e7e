/** What a browser's storage area does, in this process: it takes and gives JSON. */
export const createMemoryArea = (first: Record<string, unknown> = {}) => {
  const items = new Map(Object.entries(first).map(([key, value]) => [key, JSON.stringify(value)]));
  const entry = (key: string): [string, unknown][] => {
    const text = items.get(key);
    return text === undefined ? [] : [[key, JSON.parse(text)]];
  };
  return {
    get: async (keys: string | null): Promise<Record<string, unknown>> =>
      Object.fromEntries((keys === null ? [...items.keys()] : [keys]).flatMap(entry)),
    set: async (changes: Record<string, unknown>): Promise<void> => {
      for (const [key, value] of Object.entries(changes)) items.set(key, JSON.stringify(value));
    },
    remove: async (key: string): Promise<void> => void items.delete(key),
    /** All that is kept, as text, to be searched. */
    text: (): string => [...items].flat().join('\n'),
    keys: (): string[] => [...items.keys()],
  };
};

const broken = (): Promise<never> => Promise.reject(new Error('An unexpected error occurred'));

/** The disk of a broken profile. */
export const BROKEN_AREA = { get: broken, set: broken, remove: broken };
