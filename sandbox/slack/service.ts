import type { Faults } from './faults/faults.ts';
import type { OauthOptions } from './handle/oauth.ts';
import type { Outcome } from './web-api/outcome.ts';
import type { Journal } from './journal.ts';
import type { Sockets } from './outbound/sockets.ts';
import type { SentRequest } from './outbound/sent-request.ts';
import type { RequestKind } from './handle/faults.ts';
import type { RateLimits } from './web-api/rate-limits.ts';
import type { World } from './world/world.ts';

/** A token of the app's bot. */
interface BotToken {
  /** Milliseconds since the epoch; undefined for never. */
  readonly expires: number | undefined;
  /** Whether it is good in all workspaces of the organisation. */
  readonly org: boolean;
}

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
    readonly appToken: string | undefined;
  };
  /** The bot's tokens in this workspace; none where the app is not installed. */
  readonly tokens: Map<string, BotToken>;
  /** Undefined where nobody can install the app: it is there from the start. */
  readonly oauth: Oauth | undefined;
  /** How requests reach the app; both can change. */
  readonly route: { requestUrl: string | undefined; socketMode: boolean };
  /** The last request of each kind, to send it again. */
  readonly sent: Map<RequestKind, SentRequest>;
  /** Requests under way, by what ends with them. */
  readonly underWay: Set<Promise<unknown>>;
  /** `http://127.0.0.1:port` */
  readonly origin: () => string;
}

/** What somebody allowed. `org`: in all workspaces of the organisation. */
export interface Consent {
  readonly service: Service;
  readonly org: boolean;
  readonly personId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | undefined;
}

/** How workspaces come to have the app. */
export interface Oauth {
  readonly options: OauthOptions;
  /** The address that a code goes back to; undefined where the app has not named it. */
  readonly redirectFor: (wanted: string | undefined) => string | undefined;
  /** A code for what somebody allowed. */
  readonly issueCode: (consent: Consent) => string;
  /** `oauth.v2.access` */
  readonly access: (args: Readonly<Record<string, unknown>>) => Outcome;
  /** Every token that was given out, to be searched for. */
  readonly issued: readonly string[];
  /** Ends what the app may do in a workspace, or with one token of it. */
  readonly revoke: (service: Service, token?: string) => void;
}
