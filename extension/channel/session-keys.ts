import type { Place } from '../../shared/flow/state.ts';

/** Whose operation it is: never a tab's. */
export interface Person {
  /** Of the page, as the browser says it. */
  readonly origin: string;
  readonly email: string;
}

/**
 * The person signed in at a place, without an address where nobody can tell who it is; undefined where
 * a key is, which the popup never lets in.
 */
export const personAt = ({ origin, session, capabilities }: Place): Person | undefined => {
  if (!capabilities.person) return { origin, email: '' };
  return session.user ? { origin, email: session.user.email } : undefined;
};

// `storage.session` lives in memory, dies with the browser and with each update of the extension,
// and no page can read or write it. An origin has no spaces, so that no two keys are alike.

/** The state of an operation; the background's alone. */
export const operationKey = ({ origin, email }: Person): string => `operation ${origin} ${email}`;

/** What stands in a form, as typed; the popup's alone. */
export const draftKey = ({ origin, email }: Person): string => `draft ${origin} ${email}`;

/** What a form starts with where nothing was typed; the background's alone. */
export const firstDraftKey = ({ origin, email }: Person): string => `first ${origin} ${email}`;

/** Who was signed in at an origin, and what they may choose, as last seen; the background's alone. */
export const placeKey = (origin: string): string => `place ${origin}`;

/** What was written down of a run through the cockpit's wizard; the background's alone. */
export const runKey = ({ origin, email }: Person): string => `run ${origin} ${email}`;

/** What a run is doing, in words; written by the background, read by the popup. */
export const progressKey = ({ origin, email }: Person): string => `progress ${origin} ${email}`;

/** What a run asks for before it can go on in a new document; written by the background. */
export const grantKey = ({ origin, email }: Person): string => `grant ${origin} ${email}`;

/** The link that a form was filled in from; the background's alone. */
export const linkKey = ({ origin, email }: Person): string => `link ${origin} ${email}`;

/** The mark of a copied token that is to leave the clipboard; the popup's alone. */
export const CLIPBOARD_KEY = 'clipboard';

/** How tall the line of the last day was in the form, in CSS pixels: the next one keeps room for it. */
export const HINT_HEIGHT_KEY = 'hint height';

export const OPERATION_PREFIX = 'operation ';

export const GRANT_PREFIX = 'grant ';
