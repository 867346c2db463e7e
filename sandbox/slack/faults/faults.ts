import type {
  CallFault,
  Fault,
  IncomingCall,
  RequestFault,
  RequestKind,
  SetFault,
} from '../handle/faults.ts';

/** A fault that has met a call, with the wait that it may ask for. */
interface MetFault {
  readonly fault: CallFault;
  /** Resolves once the fault is released. */
  readonly released: Promise<void>;
}

/** The faults that are set. */
export interface Faults {
  readonly set: (fault: Fault) => SetFault;
  readonly clear: () => void;
  /** How many are set. */
  readonly count: () => number;
  /** Asked at each call of the app's: what goes wrong with it; counts as a hit. */
  readonly meetCall: (call: IncomingCall) => MetFault | undefined;
  /** Asked before each request to the app: what goes wrong with it; counts as a hit. */
  readonly meetRequest: (kind: RequestKind) => RequestFault | undefined;
}

interface Entry<F extends Fault> {
  readonly fault: F;
  readonly set: SetFault;
  readonly released: Promise<void>;
  readonly hit: () => void;
  left: number;
}

const createEntry = <F extends Fault>(fault: F, entries: Entry<F>[]): Entry<F> => {
  const gate = Promise.withResolvers<void>();
  let hits = 0;
  const waiting = new Set<{ readonly count: number; readonly resolve: () => void }>();
  const entry: Entry<F> = {
    fault,
    left: fault.times ?? 1,
    released: gate.promise,
    hit: () => {
      hits += 1;
      entry.left -= 1;
      for (const one of waiting) {
        if (hits < one.count) continue;
        waiting.delete(one);
        one.resolve();
      }
    },
    set: {
      hits: () => hits,
      untilHit: async (count = 1) => {
        if (hits >= count) return;
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.add({ count, resolve });
        await promise;
      },
      release: () => gate.resolve(),
      remove: () => {
        entry.left = 0;
        const index = entries.indexOf(entry);
        if (index >= 0) entries.splice(index, 1);
        gate.resolve();
      },
    },
  };
  return entry;
};

const meet = <F extends Fault>(
  entries: Entry<F>[],
  fits: (fault: F) => boolean,
): Entry<F> | undefined => {
  const entry = entries.find(({ left, fault }) => left > 0 && fits(fault));
  if (!entry) return undefined;
  entry.hit();
  if (entry.left <= 0) entries.splice(entries.indexOf(entry), 1);
  return entry;
};

/** Keeps faults; the one that was set first is met first. */
export const createFaults = (): Faults => {
  const calls: Entry<CallFault>[] = [];
  const requests: Entry<RequestFault>[] = [];
  const all = new Set<SetFault>();
  const add = <F extends Fault>(fault: F, entries: Entry<F>[]): SetFault => {
    const entry = createEntry(fault, entries);
    entries.push(entry);
    all.add(entry.set);
    return entry.set;
  };
  return {
    set: (fault) => ('request' in fault ? add(fault, requests) : add(fault, calls)),
    clear: () => {
      for (const one of all) one.remove();
      all.clear();
    },
    count: () => calls.length + requests.length,
    meetCall: (call) => {
      if (calls.length === 0) return undefined;
      return meet(
        calls,
        ({ method, when }) =>
          (method === '*' || method === call.method) && (when === undefined || when(call)),
      );
    },
    meetRequest: (kind) => {
      if (requests.length === 0) return undefined;
      return meet(requests, ({ request }) => request === '*' || request === kind)?.fault;
    },
  };
};
