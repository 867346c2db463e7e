import type { Secret } from '../secret.ts';
import type { Draft, FieldError, TokenRequest } from '../token-request.ts';
import type { ApiError, ApiToken, Capabilities, Session, Tenant } from '../tenant-api/port.ts';

/** Where a token is made: an origin, the person signed in there, and what they may choose. */
export interface Place {
  readonly origin: string;
  /** Who carries out what is asked: the Tenant API, or the cockpit's own wizard in the open tab. */
  readonly way: 'contract' | 'cockpit';
  readonly session: Session;
  /** The first tenants that the person may choose; `tenantsTotal` says how many there are. */
  readonly tenants: readonly Tenant[];
  readonly tenantsTotal: number;
  /** The platform gave no list of tenants: the person's own is all that can be offered. */
  readonly tenantsMissing?: boolean | undefined;
  readonly capabilities: Capabilities;
}

/** What a screen says above its content: what went wrong, or what became of the last token. */
export type Notice =
  | ApiError
  | {
      readonly code:
        | 'discarded'
        | 'cancelled'
        | 'other_person'
        | 'abandoned'
        | 'forgotten'
        /** Made otherwise than asked, and taken back; or left, while it may work. */
        | 'not_as_asked'
        | 'not_revoked';
    };

/** What is known wherever something has been filled in. */
interface Filled {
  readonly place: Place;
  readonly draft: Draft;
}

/** Nothing can be filled in, and why. */
export type Barred =
  | { readonly step: 'not_tenant'; readonly reason: 'restricted' | 'no_platform' | 'insecure' }
  /** `perhaps`: what answered may be no tenant at all. */
  | { readonly step: 'signed_out'; readonly origin: string; readonly perhaps: boolean }
  | { readonly step: 'not_allowed'; readonly place: Place }
  | { readonly step: 'unavailable'; readonly origin: string; readonly error: ApiError };

export interface Form extends Filled {
  readonly step: 'form';
  readonly errors: readonly FieldError[];
  readonly notice?: Notice | undefined;
}

/** Next is under way, under one idempotency key however often it is asked. */
export interface Working extends Filled {
  readonly step: 'working';
  readonly request: TokenRequest;
  readonly key: string;
  readonly attempt: number;
}

/** Nobody knows whether Next made a token. If it did, it is pending, unseen, and dies by itself. */
export interface Unknown extends Filled {
  readonly step: 'unknown';
  readonly request: TokenRequest;
  readonly key: string;
  readonly attempt: number;
  readonly error?: ApiError | undefined;
}

/** The token is here, shown once; it does not work yet. */
export interface Shown extends Filled {
  readonly step: 'token';
  readonly record: ApiToken;
  readonly token: Secret;
  readonly copied: boolean;
  /** Save was asked for without a copy; asked once more, it goes on. */
  readonly confirming: boolean;
  /** A Save was sent whose outcome nobody knows: the token may work already. */
  readonly saveTried: boolean;
  readonly notice?: Notice | undefined;
}

/** Save is under way. The token stays readable until the answer, unless its time has run out. */
export interface Saving extends Filled {
  readonly step: 'saving';
  readonly record: ApiToken;
  readonly token: Secret | null;
  readonly copied: boolean;
  /** An earlier Save was sent whose outcome nobody knows. */
  readonly saveTried: boolean;
}

/** Cancel is under way; the token is forgotten already. */
export interface Cancelling extends Filled {
  readonly step: 'cancelling';
  readonly record: ApiToken;
  /** It works, and is not what was asked for: nobody wanted Cancel, and nobody is to have it. */
  readonly otherwise?: boolean | undefined;
}

/** The token is forgotten here, and whether the platform did what was wanted is not known. */
export interface Unconfirmed extends Filled {
  readonly step: 'unconfirmed';
  readonly record: ApiToken;
  readonly wanted: 'save' | 'cancel';
  /** As while Cancel was under way. */
  readonly otherwise?: boolean | undefined;
  readonly error?: ApiError | undefined;
}

/** The token works. */
export interface Saved extends Filled {
  readonly step: 'saved';
  readonly record: ApiToken;
}

/** There is a record but no token that works, and never will be. */
export interface Failed extends Filled {
  readonly step: 'failed';
  /** `lapsed`: not saved in time. `dead`: the platform refused Save. `unseen`: gone before it was seen. */
  readonly reason: 'lapsed' | 'dead' | 'unseen';
  readonly record: ApiToken | null;
}

/** The steps that outlive a closed popup or a stopped process. */
export type Operation =
  Working | Unknown | Shown | Saving | Cancelling | Unconfirmed | Saved | Failed;

export type FlowState = { readonly step: 'loading' } | Barred | Form | Operation;

/** How Next ended, as a flow needs to know it. */
export type NextOutcome =
  | { readonly kind: 'made'; readonly record: ApiToken; readonly token: Secret }
  /** Certainly no token was made by this attempt. */
  | { readonly kind: 'refused'; readonly error: ApiError }
  | { readonly kind: 'unknown'; readonly error: ApiError }
  /** Someone else is signed in by now; what they would have made is discarded. */
  | { readonly kind: 'other_person' }
  /** Another token than asked for was made; nobody has seen it, and it does not work. */
  | { readonly kind: 'otherwise' }
  /** The token of this key is no longer pending, and was never shown. */
  | { readonly kind: 'unseen'; readonly record: ApiToken }
  /** A token that nobody has seen works, and could not be revoked; whether it is another than asked for. */
  | {
      readonly kind: 'left';
      readonly record: ApiToken;
      readonly otherwise: boolean;
      readonly error: ApiError;
    };

/** What the outside is to do; the answer comes back as an event. */
export type Effect =
  | {
      readonly do: 'next';
      readonly request: TokenRequest;
      readonly key: string;
      readonly place: Place;
    }
  | { readonly do: 'save'; readonly id: string; readonly generation: number }
  | { readonly do: 'cancel'; readonly id: string };
