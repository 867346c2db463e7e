import type { StorageArea } from '../browsers/driver.ts';

type Items = Record<string, unknown>;

/** What changed in a storage area, by key. */
export type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

/** A storage area of the extension, for all its pages and its background. */
export interface SharedArea {
  readonly get: (keys: string | readonly string[] | null) => Items;
  readonly set: (items: Items) => void;
  readonly remove: (keys: string | readonly string[]) => void;
  readonly clear: () => void;
  /** @returns how to hear no more of it */
  readonly onChanged: (told: (changes: Changes) => void) => () => void;
}

const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const createArea = (): SharedArea => {
  const items = new Map<string, unknown>();
  const listeners = new Set<(changes: Changes) => void>();
  const tell = (changes: Changes): void => {
    if (Object.keys(changes).length === 0) return;
    for (const told of listeners) {
      // In a turn of its own, as between a browser's processes; whoever has gone hears nothing.
      setImmediate(() => {
        if (listeners.has(told)) told(copied(changes));
      });
    }
  };
  const remove = (keys: string | readonly string[]): void => {
    const changes: Changes = {};
    for (const key of [keys].flat()) {
      if (!items.has(key)) continue;
      changes[key] = { oldValue: items.get(key) };
      items.delete(key);
    }
    tell(changes);
  };
  return {
    get: (keys) =>
      copied(
        Object.fromEntries(
          [...items].filter(([key]) => keys === null || [keys].flat().includes(key)),
        ),
      ),
    set: (given) => {
      const changes: Changes = {};
      for (const [key, newValue] of Object.entries(copied(given))) {
        const oldValue = items.get(key);
        items.set(key, newValue);
        if (JSON.stringify(oldValue) !== JSON.stringify(newValue)) {
          changes[key] = oldValue === undefined ? { newValue } : { oldValue, newValue };
        }
      }
      tell(changes);
    },
    remove,
    clear: () => remove([...items.keys()]),
    onChanged: (told) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
  };
};

/** What a browser keeps for the extension beside its tabs. */
export const createProfile = () => ({
  areas: {
    local: createArea(),
    session: createArea(),
    sync: createArea(),
  } satisfies Record<StorageArea, SharedArea>,
  badge: '',
  title: '',
  clipboard: '',
  /** What the extension's parts wrote to their consoles. */
  console: [] as string[],
});

export type Profile = ReturnType<typeof createProfile>;
