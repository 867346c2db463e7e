import type { Language } from '../../shared/messages/language.ts';
import type { Secret } from '../../shared/secret.ts';
import type { AnnouncementReason, ReceiptState } from '../flow/word.ts';
import type { SlackMessage, TokenFacts } from './facts.ts';

/** The words of delivery; pure. The token is revealed inside `tokenMessage` and nowhere else. */
export interface DeliveryWords {
  /** The ephemeral message that shows the token; with Hide and Revoke. */
  readonly tokenMessage: (facts: TokenFacts, token: Secret, language: Language) => SlackMessage;
  /** The lasting message in the DM; with Revoke unless the token is revoked. */
  readonly receipt: (facts: TokenFacts, state: ReceiptState, language: Language) => SlackMessage;
  /** The message that says why there is no token that works; with one click to ask again. */
  readonly announcement: (
    facts: TokenFacts,
    why: AnnouncementReason,
    language: Language,
  ) => SlackMessage;
}
