import type { Shell } from '../../shared/curl.ts';
import type { FlowState } from '../../shared/flow/state.ts';
import type { Secret } from '../../shared/secret.ts';
import type { Draft } from '../../shared/token-request.ts';
import type {
  LinkNote,
  ScreenWords,
  ShareWords,
  ShowOffer,
  Trial,
  Untold,
  Waiting,
} from '../channel/reply.ts';
import type { LineKind } from '../channel/request.ts';
import type { GrantRequest } from '../channel/grant-request.ts';
import type { Texts } from '../messages/en.ts';
import type { Formats } from './formats.ts';

/** A token that this popup has been shown, for as long as it stays open. */
export interface Remembered {
  readonly id: string;
  readonly token: Secret;
}

/** What is looked for among many tenants. */
interface TenantSearch {
  /** What was typed; undefined while the field still holds the name of the chosen one. */
  readonly typed: string | undefined;
  /** Which of those found is marked; undefined for the chosen one. */
  readonly at: number | undefined;
}

/** All that the popup draws. */
export interface Model {
  readonly texts: Texts;
  readonly formats: Formats;
  /** Of the tab at the click; null where no extension may look at it. */
  readonly origin: string | null;
  readonly flow: FlowState;
  readonly waiting: readonly Waiting[];
  /** What the background says of the state, where the popup has no words of its own. */
  readonly words: ScreenWords | undefined;
  /** What the state's notice, or its error, says. */
  readonly said: string | undefined;
  /** What the run under way cannot go on without. */
  readonly grant: GrantRequest | null;
  /** What the person can show in the page, where that helps. */
  readonly offer: ShowOffer | undefined;
  /** What is said of the link that a request came by. */
  readonly link: LinkNote | undefined;
  /** How what is asked for can be passed on. */
  readonly share: ShareWords | undefined;
  /** What became of the last try of that; the line where it is to be copied by hand. */
  readonly shared: { readonly said: string; readonly line?: string } | null;
  /** The very first picture of a form: without its dates, which take a browser long to write. */
  readonly early: boolean;
  /** When that was drawn, in ms since the epoch: its dates count from then. */
  readonly drawnAt: number;
  /** Something was asked of the background and is not answered yet. */
  readonly busy: boolean;
  /** Who is signed in on the page now is not known yet. */
  readonly checking: boolean;
  /** What Next, Save or Cancel is doing, in words; null where nobody says. */
  readonly progress: string | null;
  /** The background failed to answer. */
  readonly fault: boolean;
  readonly remembered: Remembered | null;
  /** What is shown came of another window, though Next was pressed in this one. */
  readonly otherWindow: boolean;
  /** Whether the token's field shows it. */
  readonly shown: boolean;
  readonly copy: 'not_yet' | 'done' | 'failed';
  /** Whether the clipboard took the last line for a shell. */
  readonly lineCopy: 'not_yet' | 'done' | 'failed';
  readonly trial: Trial | 'running' | null;
  /** What the platform does not tell; undefined where it tells all. */
  readonly untold: Untold | undefined;
  /** The API URL as it was typed here; undefined as long as nobody did. */
  readonly apiUrl: string | undefined;
  /** For which shell there are lines. */
  readonly shell: Shell;
  /** The list of many tenants, while it is open. */
  readonly search: TenantSearch | null;
  /** How the search among tenants that are not known yet goes; undefined where it has been answered. */
  readonly searching: string | undefined;
  /** Said to screen readers, once. */
  readonly status: string;
}

/**
 * What the popup draws before anything is known.
 * @param start `early`: whether the first picture is to be a quick one
 */
export const firstModel = (
  start: Pick<Model, 'texts' | 'formats' | 'origin' | 'shell' | 'early'>,
): Model => ({
  ...start,
  flow: { step: 'loading' },
  waiting: [],
  words: undefined,
  said: undefined,
  grant: null,
  offer: undefined,
  link: undefined,
  share: undefined,
  shared: null,
  drawnAt: Date.now(),
  busy: false,
  checking: true,
  progress: null,
  fault: false,
  remembered: null,
  otherWindow: false,
  shown: false,
  copy: 'not_yet',
  lineCopy: 'not_yet',
  trial: null,
  untold: undefined,
  apiUrl: undefined,
  search: null,
  searching: undefined,
  status: '',
});

/** All that a person can do. */
export interface Actions {
  readonly edit: (change: Partial<Draft>) => void;
  /** Fills in the form from a link; goes back to what stood there before for ''. */
  readonly takeLink: (link: string) => void;
  /** Opens the list of tenants, narrows it, marks another one; null closes it. */
  readonly searchTenants: (search: TenantSearch | null) => void;
  readonly next: () => void;
  readonly askAgain: () => void;
  /** Must be called from the click itself: later, the clipboard does not take it. */
  readonly copy: () => void;
  /** A person has copied the shown token by other means. */
  readonly copiedByHand: (token: string) => void;
  readonly toggleShown: () => void;
  readonly save: () => void;
  readonly cancel: () => void;
  readonly again: () => void;
  readonly reopen: () => void;
  /** Asks the browser for a host. Must be called from the click itself: later, it is not asked. */
  readonly allow: (pattern: string) => void;
  /** Whether that host is kept after the token. */
  readonly keep: (kept: boolean) => void;
  /** Gives up waiting for it. */
  readonly stop: () => void;
  readonly chooseShell: (shell: Shell) => void;
  /** Copies a line for a shell; `field` is the id of the one that holds it. */
  readonly copyLine: (field: string, line: string) => void;
  /** Copies what is asked for, as a line that passes it on. */
  readonly share: (as: LineKind) => void;
  readonly nameApiUrl: (apiUrl: string) => void;
  readonly tryToken: () => void;
  /** Goes on in the page, where the person shows what is offered. */
  readonly show: () => void;
  /** Goes on in the options, where the page's controls are listed. */
  readonly describe: () => void;
  readonly openOptions: () => void;
}

/** What a screen is given, besides its own state. */
export interface ScreenProps<State> {
  readonly model: Model;
  readonly act: Actions;
  readonly state: State;
}
