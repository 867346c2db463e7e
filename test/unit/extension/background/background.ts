import { createOneAtATime } from '../../../../extension/background/one-at-a-time.ts';
import { createOpenMarks } from '../../../../extension/background/open-marks.ts';
import { createOperations } from '../../../../extension/background/operations.ts';
import { createSessionStore } from '../../../../extension/background/session-store.ts';
import type { Person } from '../../../../extension/channel/session-keys.ts';
import type { Effect } from '../../../../shared/flow/state.ts';
import type { Session, TenantApi } from '../../../../shared/tenant-api/port.ts';
import { NOW, place, session } from '../../shared/examples.ts';
import { createPlatform } from '../../shared/model-platform.ts';
import { createMemoryArea } from '../memory-area.ts';

export const TAB = 7;
export const PLACE = place();
export const ADA: Person = { origin: PLACE.origin, email: 'ada@example.com' };

/** A call of the platform that a test holds back: before its effect, or after. */
export interface Hold {
  readonly arrived: Promise<void>;
  readonly release: () => void;
}

/**
 * A background over a model of the platform, with a clock to move, calls to hold back, and a
 * process to kill: what is kept survives, what is under way is lost.
 */
export const createBackground = () => {
  let time = NOW;
  const area = createMemoryArea();
  const disk = createMemoryArea();
  const store = createSessionStore(area);
  const platform = createPlatform(() => time);
  const calls: string[] = [];
  const holds = new Map<string, { arrive: () => void; released: Promise<void> }>();
  let signedIn: Session | null = session();
  let keys = 0;

  let processes = 0;
  const never = new Promise<never>(() => {});

  const through =
    <Args extends unknown[], T>(
      inProcess: number,
      name: string,
      call: (...args: Args) => Promise<T>,
    ) =>
    async (...args: Args): Promise<T> => {
      calls.push(name);
      const hold = holds.get(name);
      holds.delete(name);
      hold?.arrive();
      await hold?.released;
      const answer = await call(...args);
      // The platform does its part for a killed process too; nobody is there to hear of it.
      return inProcess === processes ? answer : never;
    };

  const api = (inProcess: number): TenantApi => {
    const real = platform.as(signedIn);
    return {
      capabilities: real.capabilities,
      whoAmI: through(inProcess, 'whoAmI', real.whoAmI),
      tenants: through(inProcess, 'tenants', real.tenants),
      next: through(inProcess, 'next', real.next),
      save: through(inProcess, 'save', real.save),
      cancel: through(inProcess, 'cancel', real.cancel),
    };
  };

  let works: Promise<unknown>[] = [];
  const start = () => {
    processes += 1;
    works = [];
    const inProcess = processes;
    return createOperations({
      store,
      marks: createOpenMarks(disk, '', () => time),
      inTurn: createOneAtATime(),
      platform: () => api(inProcess),
      outOfReach: async () => undefined,
      preferred: async () => ({ expiry: '30d', permissions: ['read', 'write'] }),
      now: () => time,
      freshKey: () => `key-${(keys += 1)}`,
      stayAwake: (work) => {
        works.push(work);
        return work;
      },
      changed: async () => {},
    });
  };

  return {
    area,
    /** What outlives the browser. */
    disk,
    /** The browser closes, or an update of the extension comes: the memory is empty. */
    wipe: async (): Promise<void> => {
      for (const key of area.keys()) await area.remove(key);
    },
    store,
    platform,
    calls,
    /** Starts the background's process, where one runs already after having killed it. */
    start,
    signIn: (who: Session | null): void => {
      signedIn = who;
    },
    wait: (ms: number): void => {
      time += ms;
    },
    hold: (name: Effect['do'] | 'whoAmI'): Hold => {
      let arrive = (): void => {};
      let release = (): void => {};
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      holds.set(name, { arrive, released });
      return { arrived, release };
    },
    /** Resolves when no effect is under way. */
    settled: async (): Promise<void> => {
      while (works.length > 0) {
        const under = works;
        works = [];
        await Promise.all(under);
      }
    },
  };
};
