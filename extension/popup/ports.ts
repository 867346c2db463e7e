import type { Reply } from '../channel/reply.ts';
import type { PopupRequest } from '../channel/request.ts';
import type { ActiveTab } from './active-tab.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Actions, Model } from './model.ts';

/**
 * Where the keyboard goes after drawing: nowhere, or to the place of the step or of the event.
 * `anew`: to the name of one more token, to be typed over.
 */
export type Focus =
  | 'stay'
  | 'step'
  | 'anew'
  | 'fault'
  | 'save'
  | 'token'
  /** Selects what stands in a field, to be copied by hand. */
  | { readonly field: string };

/** What the popup needs of the outside. */
export interface PopupPorts {
  readonly tab: ActiveTab | undefined;
  readonly ask: (request: PopupRequest) => Promise<Reply>;
  readonly drafts: DraftKeeper;
  readonly writeClipboard: (text: string) => Promise<void>;
  /** Called after each copy of a token: sees to it that it leaves the clipboard in time. */
  readonly clearClipboardAfter: (token: string, seconds: number) => void;
  readonly openOptions: () => void;
  /** Asks the browser for a host, and closes the popup, under which the question would lie. */
  readonly requestHost: (pattern: string) => void;
  readonly close: () => void;
  /** Calls back after so many ms. @returns what calls it off */
  readonly after: (ms: number, then: () => void) => () => void;
  /** Calls back once what is drawn can be seen. */
  readonly afterPaint: (then: () => void) => void;
  readonly draw: (model: Model, act: Actions, focus: Focus) => void;
}

/** What the actions do their work with. */
export interface ActionPorts {
  readonly model: () => Model;
  readonly update: (change: Partial<Model>, focus?: Focus) => void;
  /** Asks the background, and draws what it answers. @param elsewhere called where it goes on elsewhere */
  readonly ask: (request: PopupRequest, elsewhere?: () => void) => Promise<void>;
  /** Draws who is there now, or a fault, which was the answer to something else. */
  readonly receive: (reply: Reply) => Promise<void>;
  /** Asks the page anew who is signed in there. */
  readonly reopen: () => void;
  /** Resolves when it is known who is signed in on the page now. */
  readonly opened: () => Promise<void>;
  /** Called at each change of the form: what the page answers later is not to undo it. */
  readonly typed: () => void;
  readonly clipboardSeconds: () => number;
}
