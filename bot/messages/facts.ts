import type { KnownBlock } from '@slack/types';
import type { TokenRequest } from '../../shared/request-fields.ts';

/** What a message says about a token, without the token. */
export interface TokenFacts extends TokenRequest {
  /** The flow's id, which may stand in a button's value. */
  readonly requestId: string;
  /** The anchor's name for `all`. */
  readonly tenantName: string;
  /** The tenant's IANA zone. */
  readonly timeZone: string;
  /** An origin, for the `curl` line. */
  readonly apiUrl: string;
  /** Four characters of the token, once there is one. */
  readonly hint: string | null;
}

/** A message as Slack takes it: `text` for notifications and screen readers, `blocks` for the eye. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}
