import { format } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import type { Profile } from './profile.ts';

/** A JavaScript world of its own: values go in and out as JSON, as between a browser's processes. */
export interface Realm {
  /** Makes a value the realm's own. */
  readonly plain: <T>(value: T) => T;
  /** An error as the realm itself throws it. */
  readonly error: (message: string) => Error;
  /** Called when the realm ends. */
  readonly atEnd: (task: () => void) => void;
  readonly hasEnded: () => boolean;
  readonly end: () => void;
}

/** @param context what `node:vm` runs scripts in */
export const realmOf = (context: object): Realm => {
  const parse = runInContext('JSON.parse', context) as (text: string) => unknown;
  const error = runInContext('(message) => new Error(message)', context) as Realm['error'];
  const tasks: (() => void)[] = [];
  let ended = false;
  return {
    plain: <T>(value: T): T => (value === undefined ? value : (parse(JSON.stringify(value)) as T)),
    error,
    atEnd: (task) => void tasks.push(task),
    hasEnded: () => ended,
    end: () => {
      if (ended) return;
      ended = true;
      for (const task of tasks) task();
    },
  };
};

/** A console whose lines are kept. */
export const keptConsole = ({ console }: Profile): object => {
  const write = (...what: unknown[]): void => void console.push(format(...what));
  return { log: write, info: write, debug: write, warn: write, error: write };
};

const WEB = {
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  AbortController,
  AbortSignal,
  crypto,
  performance,
  structuredClone,
  queueMicrotask,
  atob,
  btoa,
};

/**
 * A world without a document, as a service worker has it; its timers end with it.
 * @param origin of the extension
 */
export const workerContext = (
  profile: Profile,
  origin: string,
): { context: object; realm: Realm } => {
  const timers = new Set<NodeJS.Timeout>();
  const kept = (timer: NodeJS.Timeout): NodeJS.Timeout => {
    timers.add(timer);
    return timer;
  };
  const clear = (timer: NodeJS.Timeout | undefined): void => {
    clearTimeout(timer);
    if (timer) timers.delete(timer);
  };
  const context = createContext({
    ...WEB,
    console: keptConsole(profile),
    location: { origin, href: `${origin}/background.js` },
    navigator: { language: 'en', languages: ['en'] },
    setTimeout: (task: () => void, ms?: number) => kept(setTimeout(task, ms)),
    setInterval: (task: () => void, ms?: number) => kept(setInterval(task, ms)),
    clearTimeout: clear,
    clearInterval: clear,
  });
  const realm = realmOf(context);
  realm.atEnd(() => {
    for (const timer of timers) clearTimeout(timer);
  });
  return { context, realm };
};
