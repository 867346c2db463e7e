import type { Route } from './delivery-routes.ts';
import type { AnnouncementReason, Receipt, Word } from './word.ts';

/**
 * Where a delivery is. Nobody can have seen a token before `delivering`, none works before
 * `delivered`; `saved`, `discarded`, `dead` and `revoked` are the ends.
 */
export const DELIVERY_STATES = [
  /** Claimed; Next may have been asked. */
  'intended',
  /** The platform holds a pending token. */
  'generated',
  /** Slack is being asked to take the message. */
  'delivering',
  /** Slack took the message; Save may have been asked. */
  'delivered',
  /** The token works. */
  'saved',
  /** The token must not work; the platform has yet to be told, or does not hear. */
  'discarding',
  'discarded',
  /** It was delivered, and the platform no longer saves it. */
  'dead',
  /** Its owner wants it gone; the platform has yet to be told. */
  'revoking',
  'revoked',
] as const;

type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Whether the token works at the platform: a Save whose answer was lost leaves it open. */
export const WORKS = ['no', 'maybe', 'yes'] as const;

/** What the platform told of a token. */
export interface KnownToken {
  readonly id: string;
  readonly generation: number;
  /** Milliseconds since the epoch: when a token that was not saved dies by itself. */
  readonly pendingUntil: number;
  readonly hint: string;
}

/** All of a flow that changes. Times are milliseconds since the epoch. */
export interface Progress {
  readonly state: DeliveryState;
  readonly token: KnownToken | null;
  /** The route that is being tried, or that took the message. */
  readonly route: Route | null;
  readonly works: (typeof WORKS)[number];
  readonly reason: AnnouncementReason | null;
  /** What the person has yet to be told. */
  readonly owed: Word | null;
  /** What the person was told last. */
  readonly said: Word | null;
  readonly receipt: Receipt | null;
  /** When the state's next step is due; null where there is none. */
  readonly stepAt: number | null;
  readonly stepAttempts: number;
  /** When the owed word is to be tried next. */
  readonly wordAt: number | null;
  readonly wordAttempts: number;
  /** Since when the person has yet to be told it; null where that was not written down. */
  readonly wordSince: number | null;
}

/** A flow as it begins. */
export const begun = (now: number): Progress => ({
  state: 'intended',
  token: null,
  route: null,
  works: 'no',
  reason: null,
  owed: null,
  said: null,
  receipt: null,
  stepAt: now,
  stepAttempts: 0,
  wordAt: null,
  wordAttempts: 0,
  wordSince: null,
});
