/** One run that waits until it may look at a page. */
export interface GrantWait {
  /** The person wants it to end. */
  readonly stopped: () => boolean;
  /** The extension's own key was pressed, which allows the page that is there. */
  readonly goneOn: () => boolean;
  readonly close: () => void;
}

/** The runs of this process that wait until they may look at a page, and what the person does meanwhile. */
export const createGrants = () => {
  const waits = new Map<string, { jar: string; stopped: boolean; goneOn: boolean }>();
  return {
    /** @param name whose run it is, unlike any other's in any jar */
    open: (jar: string, name: string): GrantWait => {
      const wait = { jar, stopped: false, goneOn: false };
      waits.set(name, wait);
      return {
        stopped: () => wait.stopped,
        goneOn: () => wait.goneOn,
        close: () => {
          if (waits.get(name) === wait) waits.delete(name);
        },
      };
    },
    stop: (name: string): void => {
      const wait = waits.get(name);
      if (wait) wait.stopped = true;
    },
    goOn: (): void => {
      for (const wait of waits.values()) wait.goneOn = true;
    },
    isAny: (): boolean => waits.size > 0,
    /** How many wait in a jar. */
    count: (jar: string): number => [...waits.values()].filter((wait) => wait.jar === jar).length,
  };
};

export type Grants = ReturnType<typeof createGrants>;
