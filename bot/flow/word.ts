/** Why a token that was asked for does not work; the words differ, the one click to ask again does not. */
export const ANNOUNCEMENT_REASONS = [
  /** No route took the message. Nobody has seen the token. */
  'undeliverable',
  /** Slack did not say whether it took the message. Someone may have seen the token. */
  'delivery_unknown',
  /** The message was taken, but the platform no longer saves the token: it never worked. */
  'save_refused',
  /** The message was taken; whether the token works is not known yet, and another word follows. */
  'save_unknown',
  /** The bot was stopped in the middle, before anyone saw a token. */
  'swallowed',
  /** The platform refused a value. */
  'next_invalid',
  /** The platform refused the bot: key, permission or scope. */
  'next_refused',
  /** The platform could not be reached, was busy or did not answer; nobody has seen a token. */
  'next_failed',
  /** The platform made another token than the one that was asked for. It is taken back. */
  'not_as_asked',
  /** Another process of this app was sent the same form, and answers for its token. */
  'taken_elsewhere',
] as const;

export type AnnouncementReason = (typeof ANNOUNCEMENT_REASONS)[number];

/** The lasting message in the DM. */
export interface Receipt {
  readonly channel: string;
  readonly ts: string;
}

/**
 * What a receipt says of its token. `not_taken_back`: it may work, though it should not, and the
 * platform does not end it.
 */
export const RECEIPT_STATES = ['active', 'revoked', 'not_taken_back'] as const;

export type ReceiptState = (typeof RECEIPT_STATES)[number];

/** What a person can be told: why a token does not work, or what it is now, as its receipt says. */
export type Word = AnnouncementReason | ReceiptState;
