import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import { itemAt } from '../../channel/storage-area.ts';
import { createOneAtATime } from '../one-at-a-time.ts';

/** What is needed of `storage.local`. */
interface Area {
  readonly get: (key: string) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
}

/** What is needed of `permissions`. */
interface HostPermissions {
  readonly contains: (wanted: { origins: string[] }) => Promise<boolean>;
  readonly remove: (given: { origins: string[] }) => Promise<boolean>;
}

const LENT_KEY = 'lent hosts';

/** For how long a form that a run came back to may be mended, before its host is given back. */
const MENDING_MS = 5 * 60_000;

/** By pattern: until when it is left although nothing is under way, in ms since the epoch; 0 for not at all. */
const lentSchema = orElse(z.record(z.string(), z.number()), {});

type Lent = Readonly<Record<string, number>>;

/** The hosts whose pages are needed for a token. */
export interface HostsInUse {
  readonly underWay: readonly string[];
  /** A run came back to its form there, for the person to mend something. */
  readonly mending: readonly string[];
}

/**
 * The hosts that a person was asked for until a token is done. They stand on the disk, so that what
 * was lent is given back even after the browser has gone in between; what a person keeps, or has
 * allowed by other means, is not among them, and is theirs to take away.
 */
export const createLentHosts = (area: Area, permissions: HostPermissions) => {
  const inTurn = createOneAtATime();
  const read = async (): Promise<Lent> => lentSchema.parse(await itemAt(area, LENT_KEY));
  const write = (lent: Lent): Promise<void> => area.set({ [LENT_KEY]: lent });
  const changeIn = <T>(task: () => Promise<T>): Promise<T> => inTurn(LENT_KEY, task);
  const allowed = (pattern: string): Promise<boolean> =>
    permissions.contains({ origins: [pattern] });

  return {
    /** Whether the browser says that the extension may work on every page of a host. */
    allowed,

    /** Called before a host is asked for: if it is given, it is to be given back. */
    lend: (pattern: string): Promise<void> =>
      changeIn(async () => {
        const lent = await read();
        if (Object.hasOwn(lent, pattern) || (await allowed(pattern))) return;
        await write({ ...lent, [pattern]: 0 });
      }),

    /** A person wants to keep a host, or no longer. */
    keep: (pattern: string, kept: boolean): Promise<void> =>
      changeIn(async () => {
        const { [pattern]: until = 0, ...others } = await read();
        await write(kept ? others : { ...others, [pattern]: until });
      }),

    /**
     * Gives back what no token needs any more.
     * @param now milliseconds since the epoch
     * @returns when to look again, in ms since the epoch; undefined where nothing waits for its time
     */
    giveBack: ({ underWay, mending }: HostsInUse, now: number): Promise<number | undefined> =>
      changeIn(async () => {
        const lent = await read();
        const left: Record<string, number> = {};
        for (const [pattern, until] of Object.entries(lent)) {
          if (underWay.includes(pattern)) left[pattern] = 0;
          else if (mending.includes(pattern)) left[pattern] = now + MENDING_MS;
          else if (until > now) left[pattern] = until;
          // What is not the browser's to take is not held here either.
          else await permissions.remove({ origins: [pattern] }).catch(() => false);
        }
        if (JSON.stringify(left) !== JSON.stringify(lent)) await write(left);
        const waiting = Object.values(left).filter((until) => until > now);
        return waiting.length > 0 ? Math.min(...waiting) : undefined;
      }),
  };
};

export type LentHosts = ReturnType<typeof createLentHosts>;
