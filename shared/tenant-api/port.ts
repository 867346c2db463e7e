import type { Permission } from '../permissions.ts';
import type { RequestField } from '../request-fields.ts';
import type { Result } from '../result.ts';
import type { Secret } from '../secret.ts';
import type { FieldError, TokenRequest } from '../token-request.ts';

/** How a person makes and hands in a token that no call makes. */
export interface HandOver {
  /** The page of the cockpit where they make it. */
  readonly page: string;
  /** `documented`: its tokens have the documented form; `any`: a form that is not known. */
  readonly tokens: 'documented' | 'any';
}

/** A tenant that the caller may choose. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  /** IANA name, perhaps one that this runtime does not know, or '' where the platform names none. */
  readonly timeZone: string;
  /** Where only people make its tokens; missing where `next` does. */
  readonly handOver?: HandOver | undefined;
}

/** Who calls: a signed-in person or a key, in which tenant, with which rights. */
export interface Session {
  readonly user: { readonly name: string; readonly email: string; readonly role: string } | null;
  readonly key?: { readonly id: string; readonly name: string } | undefined;
  readonly tenant: {
    readonly id: string;
    readonly name: string;
    readonly url: string;
    readonly apiUrl: string;
    /** As a {@link Tenant}'s. */
    readonly timeZone: string;
    readonly language: string;
    /** As a {@link Tenant}'s. */
    readonly handOver?: HandOver | undefined;
  };
  readonly canManageTokens: boolean;
  readonly canUseAllTenants: boolean;
  readonly permissions: readonly Permission[];
}

export const TOKEN_STATES = ['pending', 'active', 'expired', 'discarded', 'revoked'] as const;

export type TokenState = (typeof TOKEN_STATES)[number];

/** A token's record. It never holds the token. */
export interface ApiToken extends TokenRequest {
  readonly id: string;
  /** One tenant's id, or `all`; '' where the platform names neither. */
  readonly tenantId: string;
  readonly anchorTenantId: string;
  /** None where the platform names one that this client does not know. */
  readonly permissions: readonly Permission[];
  /** RFC 3339, UTC: the first instant at which the token is dead. */
  readonly expiresAt: string | null;
  readonly state: TokenState;
  /** RFC 3339, UTC: when a pending token is discarded; null once it is not pending. */
  readonly pendingUntil: string | null;
  /** Four random characters of the token, to tell tokens apart. */
  readonly hint: string;
  readonly generation: number;
  readonly version: number;
  readonly createdAt: string;
  /** The person's e-mail address, or the key's id. */
  readonly createdBy: string;
  readonly onBehalfOf: string | null;
  readonly lastUsedAt: string | null;
}

/** What can go wrong between a caller and a platform, with a code to decide on. */
export type ApiError = (
  | { readonly code: 'signed_out' }
  | { readonly code: 'forbidden' }
  | { readonly code: 'not_found' }
  | { readonly code: 'conflict' }
  | {
      readonly code: 'invalid';
      readonly fields: readonly FieldError[];
      /** The tenants that can be chosen, from a platform that tells only when one was wrong. */
      readonly tenants?: readonly Tenant[] | undefined;
    }
  | { readonly code: 'rate_limited'; readonly retryAfterSeconds: number }
  /** `foreign`: not in the platform's own form, so that something in between may have answered. */
  | { readonly code: 'refused'; readonly status: number; readonly foreign?: true | undefined }
  | { readonly code: 'server_error'; readonly status: number }
  | { readonly code: 'malformed' }
  /** Sent to another page, as an expired session is to its login. */
  | { readonly code: 'redirected' }
  | { readonly code: 'timeout' }
  | { readonly code: 'unreachable' }
  /** The page through which the call went is gone, or the browser's grant on it is. */
  | { readonly code: 'page_gone' }
  /** The page forbids requests (its CSP, in Firefox; a sandbox): nothing was sent. */
  | { readonly code: 'page_forbids' }
  /** The page is not the one whose origin was shown; nothing was sent. */
  | { readonly code: 'other_origin' }
  /** The cockpit's own wizard could not be used, and why in the person's words: nothing was made, saved or discarded. */
  | { readonly code: 'not_filled_in'; readonly said: string }
  /** A button of the wizard was pressed, and the page does not show what became of it. */
  | { readonly code: 'no_sign'; readonly said: string }
) & {
  /** The platform's own reference for the call, where it gave one. */
  readonly requestId?: string | undefined;
};

const REQUEST_TIMEOUT = 408;

/**
 * Whether a call that ended so may have had its effect all the same. The others were most likely
 * refused, or never left.
 */
export const mayHaveHappened = (error: ApiError): boolean =>
  ['timeout', 'unreachable', 'server_error', 'malformed', 'page_gone', 'no_sign'].includes(
    error.code,
  ) ||
  (error.code === 'refused' && error.status === REQUEST_TIMEOUT);

/**
 * Whether something in between may have answered for the platform. Next can be asked again, and what it
 * made dies by itself; of a token that exists nothing is known then, not even whether the platform has heard.
 */
export const isFromBetween = (error: ApiError): boolean =>
  error.code === 'redirected' || (error.code === 'refused' && error.foreign === true);

/** What a platform can do; the flow reads it, so that no screen needs a special case. */
export interface Capabilities {
  /**
   * A new token is pending until it is saved; without it a token works as soon as it exists. `unknown`:
   * nobody has said, so it may work, and Save completes it all the same.
   */
  readonly pending: boolean | 'unknown';
  /** A request can be repeated under its key without making a second token. */
  readonly idempotency: boolean;
  /** What a token can be asked for with; whatever else a form elsewhere has is not asked for. */
  readonly fields: readonly RequestField[];
  /** Who is signed in can be known; else a flow is that of whoever sits before the page. */
  readonly person: boolean;
  /**
   * Which tenants a token can be for: `listed`; `named`, of which one must be chosen, the page's own too;
   * or `unknown` until one was wrong, and then only the page's own, or all, can be asked for.
   */
  readonly tenants: 'listed' | 'named' | 'unknown';
  /** What was under way when a process ended can be taken up by the next, where it was. */
  readonly resumes: boolean;
}

/** The answer to Next. A repetition after the token has left `pending` carries no token. */
export interface NewToken {
  readonly record: ApiToken;
  readonly token: Secret | undefined;
}

/** A page of the tenants that match a search. */
export interface TenantPage {
  readonly items: readonly Tenant[];
  /** How many there are in all. */
  readonly total: number;
  /** Whether there is a page after this one. */
  readonly more: boolean;
}

/**
 * What the flow asks of a platform, whatever the platform speaks. The HTTP contract is its first
 * implementation (`client.ts`). No method throws for anything that a platform or a network does.
 */
export interface TenantApi {
  readonly capabilities: Capabilities;
  readonly whoAmI: () => Promise<Result<Session, ApiError>>;
  /** The tenants that match, page by page. @param page from 1, which is the first without it */
  readonly tenants: (search: string, page?: number) => Promise<Result<TenantPage, ApiError>>;
  /** Next: a pending token. The same key again: the same token, with a fresh secret. */
  readonly next: (
    request: TokenRequest,
    options: { readonly idempotencyKey: string; readonly onBehalfOf?: string },
  ) => Promise<Result<NewToken, ApiError>>;
  /** Save: pending becomes active. May be repeated. */
  readonly save: (id: string, generation: number) => Promise<Result<ApiToken, ApiError>>;
  /** Cancel a pending token, revoke an active one. May be repeated. */
  readonly cancel: (id: string) => Promise<Result<void, ApiError>>;
}
