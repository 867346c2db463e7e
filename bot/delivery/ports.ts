import type { Language } from '../../shared/messages/language.ts';
import type { Result } from '../../shared/result.ts';
import type { Secret } from '../../shared/secret.ts';
import type { TokenRequest } from '../../shared/token-request.ts';
import type { SlackMessage, TokenFacts } from '../messages/facts.ts';

/** Milliseconds since the epoch, and waiting in the same time. */
export interface Clock {
  readonly now: () => number;
  /** Resolves after the time, or at once where the signal is given. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A person in a workspace. */
export interface SlackPerson {
  readonly teamId: string;
  readonly userId: string;
}

/** A submission that the listener has checked: form, policy, options that were offered. */
export interface Submission extends SlackPerson {
  /** What a second submission of the same modal is recognised by. */
  readonly viewId: string;
  readonly userName: string;
  /** Where the command was typed or the button pressed; null where that is not known. */
  readonly channelId: string | null;
  readonly responseUrl: string | null;
  /** Milliseconds since the epoch; a `response_url` wears out after 30 minutes. */
  readonly responseUrlIssuedAt: number;
  readonly language: Language;
  readonly request: TokenRequest;
  /** The anchor's for all tenants. */
  readonly tenantName: string;
  /** The tenant's IANA zone. */
  readonly timeZone: string;
  /** An origin. */
  readonly apiUrl: string;
  /** The key's own tenant, whose descendants "all tenants" are; null where it was not written down. */
  readonly anchorTenantId: string | null;
}

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

/** The words of delivery; pure. The token is revealed inside `tokenMessage` and nowhere else. */
export interface DeliveryWords {
  /** Ephemeral; with Hide and Revoke. */
  readonly tokenMessage: (facts: TokenFacts, token: Secret, language: Language) => SlackMessage;
  /** Lasting, in the DM; with Revoke unless the token is revoked. */
  readonly receipt: (facts: TokenFacts, state: ReceiptState, language: Language) => SlackMessage;
  /** Says why there is no token that works, and offers one click to ask again. */
  readonly announcement: (
    facts: TokenFacts,
    why: AnnouncementReason,
    language: Language,
  ) => SlackMessage;
}

/**
 * What came of a Revoke. `later`: the platform does not answer, the wish is on record and is tried
 * until it is done. `refused`: the platform refuses the bot; an administrator has to do it. `dead`:
 * the token had not worked in the first place. `failed`: the store is down and nothing was done.
 */
type RevokeOutcome =
  | 'revoked'
  | 'already_revoked'
  | 'dead'
  | 'later'
  | 'refused'
  | 'not_yours'
  | 'not_found'
  | 'failed';

/** What a flow was asked for, for a fresh modal with the same values. */
interface FlowValues {
  readonly request: TokenRequest;
  readonly tenantName: string;
}

/** What the listeners call. */
export interface TokenFlows {
  /**
   * In one transaction claims the modal and writes the intent; to be called before the ack.
   * `already`: this modal was claimed before. `store_down`: nothing was written.
   */
  readonly claim: (
    submission: Submission,
  ) => Promise<Result<{ readonly flowId: string }, 'already' | 'store_down'>>;
  /** Next, delivery, Save, receipt; to be called after the ack. Never rejects. */
  readonly run: (flowId: string) => Promise<void>;
  /**
   * Only for its owner; works after a restart; may be repeated.
   * @param receipt the one whose button was pressed; null for another message
   */
  readonly revoke: (
    flowId: string,
    who: SlackPerson,
    receipt: Receipt | null,
  ) => Promise<RevokeOutcome>;
  /** Only for its owner. */
  readonly valuesOf: (
    flowId: string,
    who: SlackPerson,
  ) => Promise<Result<FlowValues, 'not_yours' | 'not_found' | 'store_down'>>;
  /** Takes up whatever is due: crashed flows, retries, words that are owed. Never rejects. */
  readonly sweep: () => Promise<void>;
  /** Sweeps now and then at intervals. @returns stops it, once what is under way has ended */
  readonly startSweeping: (everyMs: number) => () => Promise<void>;
  /** Resolves once nothing is in flight; for an orderly end. */
  readonly idle: () => Promise<void>;
}
