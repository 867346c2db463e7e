import type { Language } from '../../shared/messages/language.ts';
import type { TokenRequest } from '../../shared/token-request.ts';

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
