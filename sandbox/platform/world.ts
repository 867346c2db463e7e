import type { Throttle } from './rules/throttle.ts';
import type { ServedFiles } from './pages/files.ts';
import type { Database } from './store/database.ts';

/** What the server works with. */
export interface PlatformWorld {
  readonly db: Database;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called with each line of the log, which never holds a token. */
  readonly log: (line: string) => void;
  /** The port it listens on. */
  readonly port: () => number;
  /** Failed attempts to sign in, by account and by client. */
  readonly signInThrottles: { readonly account: Throttle; readonly client: Throttle };
  /** The built cockpit, empty where there is none. */
  readonly cockpit: ServedFiles;
  /** What the API's interactive reference page loads. */
  readonly reference: ServedFiles;
}
