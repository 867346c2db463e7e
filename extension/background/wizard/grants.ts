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
  const waits = new Map<string, { stopped: boolean; goneOn: boolean }>();
  return {
    /** @param name whose run it is, unlike any other's */
    open: (name: string): GrantWait => {
      const wait = { stopped: false, goneOn: false };
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
    count: (): number => waits.size,
  };
};

export type Grants = ReturnType<typeof createGrants>;
