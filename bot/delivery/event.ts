import type {
  CancelMeaning,
  FailureKind,
  NextMeaning,
  SaveMeaning,
} from '../../shared/flow/meaning.ts';
import type { Route } from '../flow/delivery-routes.ts';
import type { KnownToken } from '../flow/progress.ts';
import type { Receipt, Word } from '../flow/word.ts';

/** How Next ended without a token to deliver, and without one to undo. */
export type NextFailure = Extract<NextMeaning, { readonly kind: FailureKind }>;

/** What happens to a delivery. */
export type DeliveryEvent =
  | { readonly kind: 'generated'; readonly token: KnownToken }
  | { readonly kind: 'next_failed'; readonly meaning: NextFailure }
  /** Next made a token that nobody is to have, and `works` says whether it works all the same. */
  | {
      readonly kind: 'unusable';
      readonly token: KnownToken;
      readonly works: 'no' | 'yes';
      readonly reason: 'not_as_asked' | 'next_failed';
    }
  /** Another process was sent the same form, and answers for it. */
  | { readonly kind: 'elsewhere' }
  /** `because`: why the route before did not take the message; null for the first. */
  | { readonly kind: 'trying'; readonly route: Route; readonly because: string | null }
  | { readonly kind: 'delivered' }
  /** Every route refused, so nobody has the message. */
  | { readonly kind: 'undeliverable'; readonly because: string | null }
  | { readonly kind: 'delivery_unknown'; readonly because: string }
  | { readonly kind: 'save_answered'; readonly meaning: SaveMeaning }
  | { readonly kind: 'cancel_answered'; readonly meaning: CancelMeaning }
  | { readonly kind: 'said'; readonly word: Word; readonly receipt: Receipt | null }
  /** The word was said, and its record is overtaken by what someone else wrote meanwhile. */
  | { readonly kind: 'said_late'; readonly word: Word; readonly receipt: Receipt }
  /** No route took the word; not before `waitMs` where a route said so. */
  | { readonly kind: 'unsaid'; readonly waitMs: number; readonly because: string | null }
  /** There is nobody any more to be told. */
  | { readonly kind: 'person_gone'; readonly because: string }
  /** Its owner wants the token gone. `receipt`: the one whose button was pressed, where it was one. */
  | { readonly kind: 'revoke'; readonly receipt: Receipt | null }
  /** Whoever worked on it is gone, at an unknown point of the step. */
  | { readonly kind: 'recovered' }
  /** A retry that was due is taken up. */
  | { readonly kind: 'resumed' };
