/** What the app sent to the Web API or to a response_url, as a fault's condition sees it. */
export interface IncomingCall {
  /** The method's name, such as `chat.postEphemeral`, or `response_url`. */
  readonly method: string;
  /** The arguments, those that came as JSON text already parsed. */
  readonly args: Readonly<Record<string, unknown>>;
}

/** How an answer of the workspace goes wrong. */
interface AnswerFault {
  /** `{ok: false, error}` with status 200. */
  readonly error?: string;
  /** An HTTP status in place of the answer, such as 429, 500 or 503. */
  readonly status?: number;
  /** Seconds, as the `Retry-After` header of `status`. */
  readonly retryAfter?: number;
  /** The body that goes with `status`; empty where absent. */
  readonly body?: string;
  /** The answer waits so many milliseconds of the workspace's clock. */
  readonly delay?: number;
  /** The answer waits until the fault is released. */
  readonly hold?: boolean;
  /** The connection is reset (`reset`), or nothing ever comes (`silence`). */
  readonly cut?: 'reset' | 'silence';
  /** Whether the call has taken effect all the same when it goes wrong. Not unless said. */
  readonly afterEffect?: boolean;
}

/** A fault of the calls that the app makes. */
export interface CallFault extends AnswerFault {
  /** A method's name, `response_url`, or `*` for all. */
  readonly method: string;
  /** How many calls it meets before it is gone: 1 unless said, `Infinity` for ever. */
  readonly times?: number;
  readonly when?: (call: IncomingCall) => boolean;
}

/** What the workspace sends to the app. */
export type RequestKind =
  'command' | 'view_submission' | 'view_closed' | 'block_actions' | 'block_suggestion' | 'event';

/** A fault of the requests that the workspace makes. */
export interface RequestFault {
  readonly request: RequestKind | '*';
  /** How many requests it meets: 1 unless said. */
  readonly times?: number;
  /** The signature or its time is wrong: times are ten minutes off. HTTP only. */
  readonly signature?: 'wrong-secret' | 'stale' | 'future' | 'missing';
  /** The content type names a charset, as some proxies do. HTTP only. */
  readonly charset?: boolean;
  /**
   * The same bytes come so many times more. Over HTTP one after another, the last answer being taken;
   * over a socket all at once, the first being taken.
   */
  readonly replays?: number;
  /** It leaves so many milliseconds later, by the workspace's clock; the deadline counts them. */
  readonly delay?: number;
  /** It gets lost before it reaches the app, or its answer does. */
  readonly lost?: 'request' | 'answer';
  /** Alters the payload before it is signed: for forged values. */
  readonly tamper?: (payload: Record<string, unknown>) => Record<string, unknown>;
}

export type Fault = CallFault | RequestFault;

/** A fault that has been set. */
export interface SetFault {
  /** How many calls or requests it has met. */
  readonly hits: () => number;
  /** Resolves once it has met so many (1 unless said). */
  readonly untilHit: (count?: number) => Promise<void>;
  /** Lets go what it holds; later ones pass. */
  readonly release: () => void;
  /** Takes it away, and lets go what it holds. */
  readonly remove: () => void;
}
