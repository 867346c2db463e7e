import type { Clock } from '../clock.ts';
import type { Seed } from '../seed/seed-schema.ts';
import type { OauthOptions } from './oauth.ts';
import type { Fault, RequestKind, SetFault } from './faults.ts';
import type { PersonWindow } from './person-window.ts';
import type { SeenBlock } from './seen.ts';

/** What the workspace knows of the installed app beyond its seed. */
interface AppAccess {
  readonly signingSecret: string;
  /** `xoxb-…`, where it is installed from the start. */
  readonly botToken?: string;
  /** `xapp-…`, for Socket Mode. */
  readonly appToken?: string;
  /** Where commands and interactions go over HTTP; can be set later. */
  readonly requestUrl?: string;
  /** Whether they go over the app's sockets instead. */
  readonly socketMode?: boolean;
  /** Where workspaces install it. */
  readonly oauth?: OauthOptions;
}

export interface SlackOptions {
  readonly app: AppAccess;
  /** More workspaces of the same Slack, with the same app: see {@link Slack.others}. */
  readonly others?: readonly Seed[];
  /** The organisation that all of them belong to. */
  readonly enterprise?: { readonly id: string; readonly name: string };
  readonly clock?: Clock;
  /** 0, any free one, unless said. */
  readonly port?: number;
  readonly seed?: Seed;
  /** On unless said. */
  readonly rateLimits?: boolean;
  /** Hears of every call and request as it ends. */
  readonly observe?: (entry: JournalEntry) => void;
  /** How many entries the journal keeps: 1000 unless said. */
  readonly journalLength?: number;
  /** The folder of the built page. */
  readonly pageDir?: string;
}

interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
}

interface KnownChannel {
  readonly id: string;
  readonly name: string;
}

/** An ephemeral message that the workspace took from the app. */
export interface AcceptedEphemeral {
  /** In order of acceptance, from 1. */
  readonly number: number;
  /** Milliseconds since the epoch, by the workspace's clock. */
  readonly at: number;
  readonly via: 'chat.postEphemeral' | 'response_url' | 'ack';
  readonly to: string;
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  /** Everything that stands in it, as plain text. */
  readonly words: string;
  readonly preformatted: readonly string[];
  readonly blocks: readonly SeenBlock[];
  /** How many of the person's windows showed it: 0 where nobody was there. */
  readonly windows: number;
}

/** A message that stands in a channel's history, as it is now. */
interface KeptMessage {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly words: string;
  readonly blocks: readonly SeenBlock[];
}

/** One call of the app or request to it. It never holds a secret, nor what a message says. */
export interface JournalEntry {
  readonly number: number;
  readonly at: number;
  readonly direction: 'from-app' | 'to-app';
  /** A Web API method, `response_url`, or a {@link RequestKind}. */
  readonly what: string;
  readonly transport: 'http' | 'socket';
  /** The HTTP status; 0 where the connection broke or nothing came in time. */
  readonly status: number;
  /** The Web API's error, or why a request to the app failed. */
  readonly error?: string;
  readonly user?: string;
  readonly channel?: string;
  /** A view's id or an ack's kind. */
  readonly about?: string;
  /** Milliseconds it took, in real time. */
  readonly took: number;
}

/** An answer to bytes that a test sent to the app by itself. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

/** A running workspace. */
export interface Slack {
  readonly port: number;
  readonly origin: string;
  /** For the SDK's `slackApiUrl`: it ends in `/api/`. */
  readonly apiUrl: string;
  readonly teamId: string;
  readonly appId: string;
  readonly botUserId: string;
  readonly botId: string;

  /** Somebody by name or id. @throws Error where there is nobody */
  readonly person: (nameOrId: string) => KnownPerson;
  /** A channel by name or id. @throws Error where there is none */
  readonly channel: (nameOrId: string) => KnownChannel;
  /**
   * A person's window: the same for the same name (`main` unless said). Opens it at first. Whoever
   * has hundreds at work at once seeds as many people: what one of them waits for is looked at
   * whenever something changes for that person.
   */
  readonly asPerson: (nameOrId: string, window?: string) => PersonWindow;

  /** Every ephemeral message that was accepted, hidden and replaced ones too, oldest first. */
  readonly accepted: readonly AcceptedEphemeral[];
  /** Everything in all histories, bot's direct messages included. */
  readonly history: () => readonly KeptMessage[];
  readonly journal: () => readonly JournalEntry[];

  readonly fault: (fault: Fault) => SetFault;
  /** Takes all faults away. */
  readonly clearFaults: () => void;

  /** Where requests go from now on; null where nothing listens. */
  readonly setRequestUrl: (url: string | null) => void;
  readonly setSocketMode: (on: boolean) => void;
  readonly setRateLimits: (on: boolean) => void;
  /** The bot token's scopes from now on. */
  readonly setScopes: (scopes: readonly string[]) => void;
  /** Open sockets of the app. */
  readonly sockets: () => number;
  /** Ends the app's sockets: with the notice that Slack sends first, or without any. */
  readonly disconnectSockets: (
    reason: 'warning' | 'refresh_requested' | 'link_disabled' | 'none',
  ) => void;

  /** Changes who is where and what they are; what is absent stays. */
  readonly changePerson: (
    nameOrId: string,
    change: {
      readonly deleted?: boolean;
      readonly away?: boolean;
      readonly locale?: string;
      readonly timeZone?: string;
    },
  ) => void;
  readonly changeChannel: (
    nameOrId: string,
    change: {
      readonly archived?: boolean;
      readonly restricted?: boolean;
      readonly join?: readonly string[];
      readonly leave?: readonly string[];
    },
  ) => void;
  /** Sets a user group's members, by name or id; or whether it is disabled. */
  readonly changeGroup: (
    handleOrId: string,
    change: { readonly members?: readonly string[]; readonly disabled?: boolean },
  ) => void;

  /** Sends the last request of a kind once more, byte by byte. HTTP only. */
  readonly replay: (kind: RequestKind) => Promise<RawAnswer>;
  /**
   * Sends any bytes to the app's request URL, soundly signed unless said.
   * @param options headers that replace the workspace's own; null leaves one out
   */
  readonly sendRaw: (
    body: string | Uint8Array,
    options?: { readonly headers?: Readonly<Record<string, string | null>> },
  ) => Promise<RawAnswer>;

  /**
   * Tells the app of an event, with Slack's three retries where it does not take it.
   * @returns what became of the first attempt
   */
  readonly event: (event: {
    readonly type: string;
    readonly [name: string]: unknown;
  }) => Promise<'acknowledged' | 'timeout' | 'failed'>;

  /** Every token that an install or a rotation gave out, in whichever workspace. */
  readonly issuedTokens: () => readonly string[];
  /** Whether the app is installed here. */
  readonly installed: () => boolean;
  /**
   * Takes the app out of the workspace, or of all of the organisation, and tells it.
   * @returns what became of the news
   */
  readonly uninstall: () => Promise<'acknowledged' | 'timeout' | 'failed'>;
  /** The other workspaces. What is one for all of them, such as the request URL, is so for each. */
  readonly others: readonly Slack[];

  /** Resolves once no request to the app is under way. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}
