import type { Showable } from '../../shared/cockpit/description.ts';
import type { FlowState, Notice, Place } from '../../shared/flow/state.ts';
import type { PartOfDraft } from '../../shared/same-draft.ts';
import type { LineKind } from './request.ts';
import type { GrantRequest } from './grant-request.ts';
import { type Secret, secret } from '../../shared/secret.ts';

type Plain<State> = State extends { readonly token: Secret | null }
  ? Omit<State, 'token'> & { readonly token: string | null }
  : State;

/** A flow's state as it crosses to the popup: JSON, the token unredacted. */
export type PlainState = Plain<FlowState>;

/** A token that waits somewhere else, or for someone else. */
export interface Waiting {
  readonly origin: string;
  /** The token's name; null on the page where it waits, for another person than is there. */
  readonly name: string | null;
}

/** What became of a token as its owner wanted it: no error. */
export const isCalm = ({ code }: Notice): boolean =>
  code === 'discarded' || code === 'cancelled' || code === 'abandoned';

/** What is said where there is nothing to fill in; each value goes in its `{name}` place. */
export interface ScreenWords {
  readonly title: string;
  readonly text: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** What a person can show in the page, with the words for it. */
export interface ShowOffer {
  readonly label: string;
  readonly describe: string;
  readonly hint: string;
  readonly subjects: readonly Showable[];
}

/** What is said of the link that a request came by; each value goes in its `{name}` place. */
export interface LinkNote {
  readonly kind: 'info' | 'warning';
  readonly text: string;
  readonly values: Readonly<Record<string, string>>;
  /** What of the form came from it, and how that is marked. */
  readonly came?: PartOfDraft;
  readonly legend?: string;
  /** What was typed before is kept, and how to go back to it. */
  readonly before?: { readonly text: string; readonly label: string };
  /** For screen readers, where it is news. */
  readonly said?: string;
}

/** How what is asked for can be passed on, with the words for it. */
export interface ShareWords {
  readonly label: string;
  readonly hint: string;
  readonly kinds: readonly (readonly [LineKind, string])[];
}

/** How one call with a token went, in words. */
export interface Trial {
  readonly kind: 'done' | 'warning' | 'error';
  readonly text: string;
  readonly hint?: string | undefined;
}

/** What a platform does not tell, as far as it was learned, for the screens that show a token. */
export interface Untold {
  /** Where tokens work: as a person named it, or as the page does, to be confirmed; else empty. */
  readonly apiUrl: string;
  readonly label: string;
  /** What stands in a line for a shell in the place of an API URL that nobody has named. */
  readonly placeholder: string;
  /** Whether a token that is not saved works, in words. */
  readonly works: string;
  /** Nobody knows that yet: trying one can tell. */
  readonly undecided: boolean;
}

/** What the background answers. `fault`: something that should not happen did. */
export type Reply =
  | {
      readonly kind: 'state';
      readonly state: PlainState;
      readonly waiting: readonly Waiting[];
      /** For a state of which the popup has no words of its own. */
      readonly words?: ScreenWords | undefined;
      /** What the state's notice, or its error, says. */
      readonly said?: string | undefined;
      /** What the run under way cannot go on without. */
      readonly grant: GrantRequest | null;
      readonly untold?: Untold | undefined;
      readonly offer?: ShowOffer | undefined;
      readonly link?: LinkNote | undefined;
      readonly share?: ShareWords | undefined;
      /** For how long a copied token may stay on the clipboard; 0 for as long as it likes. */
      readonly clipboardSeconds: number;
    }
  /** A place with the tenants that a search found; why it found none out, where it did not. */
  | { readonly kind: 'place'; readonly place: Place; readonly said?: string | undefined }
  | {
      readonly kind: 'trial';
      readonly trial: Trial;
      readonly untold?: Untold | undefined;
    }
  /** What was asked for as a line; null where it cannot be one, which is said. */
  | { readonly kind: 'line'; readonly line: string | null; readonly said: string }
  /** What was asked for goes on elsewhere: in the page, or in the options. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'fault' };

/** Makes a state ready to cross: the one place where the background gives a token away. */
export const toPlain = (state: FlowState): PlainState =>
  'token' in state ? { ...state, token: state.token?.reveal() ?? null } : state;

/**
 * Takes a state in. It comes from the background of this very build, which has checked each part
 * of it where it entered, so that the popup need not carry the schemas.
 */
export const fromPlain = (plain: PlainState): FlowState => {
  if (!('token' in plain)) return plain;
  const token = plain.token === null ? null : secret(plain.token);
  return { ...plain, token } as FlowState;
};
