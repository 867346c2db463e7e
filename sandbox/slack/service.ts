import type { Faults } from './faults/faults.ts';
import type { Journal } from './journal.ts';
import type { Sockets } from './outbound/sockets.ts';
import type { SentRequest } from './outbound/sent-request.ts';
import type { RequestKind } from './handle/faults.ts';
import type { RateLimits } from './web-api/rate-limits.ts';
import type { World } from './world/world.ts';

/** What the running workspace works with. */
export interface Service {
  readonly world: World;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly rateLimits: RateLimits;
  readonly sockets: Sockets;
  /** The app's credentials. */
  readonly access: {
    readonly signingSecret: string;
    readonly botToken: string;
    readonly appToken: string | undefined;
  };
  /** How requests reach the app; both can change. */
  readonly route: { requestUrl: string | undefined; socketMode: boolean };
  /** The last request of each kind, to send it again. */
  readonly sent: Map<RequestKind, SentRequest>;
  /** Requests under way, by what ends with them. */
  readonly underWay: Set<Promise<unknown>>;
  /** `http://127.0.0.1:port` */
  readonly origin: () => string;
}
