import type { SeenMessage, SeenModal, SeenOption } from './seen.ts';

/** What became of a request to the app, as the person notices it. */
export type Reaction =
  /** Answered in time. */
  | { readonly kind: 'acknowledged'; /** What an ack said. */ readonly text?: string }
  /** No answer within three seconds ("operation_timeout", "did not respond"). */
  | { readonly kind: 'timeout'; readonly shown: string }
  /** Not reachable, another status than 200, or an answer that makes no sense ("dispatch_failed"). */
  | { readonly kind: 'failed'; readonly shown: string }
  /** Nothing was sent: the client itself would not, for the reasons shown. */
  | { readonly kind: 'refused'; readonly shown: string };

/** What a submit led to. */
export type Submission =
  /** This view is gone; the one below is on top, if there is one. */
  | { readonly kind: 'closed' }
  /** All views are gone. */
  | { readonly kind: 'cleared' }
  | { readonly kind: 'updated' | 'pushed'; readonly modal: SeenModal }
  /** The app's errors stand beside the fields. */
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  /** The client did not send it: required, too short, too long. By block_id. */
  | { readonly kind: 'incomplete'; readonly errors: Readonly<Record<string, string>> }
  /** Something else went wrong, and the view stays. */
  | { readonly kind: 'trouble'; readonly shown: string };

/**
 * One window of one person's client: a session. What is ephemeral reaches the windows that are open
 * when it comes, and is gone from each when it reloads. A modal opens in the window that its
 * trigger_id came from. Windows of one person are told apart by a name.
 *
 * Fields are named by their label, block_id or action_id; options by their text or value; buttons by
 * their label or action_id; channels and people by their name or id.
 */
export interface PersonWindow {
  readonly personId: string;

  /** Types a command, such as `/deploy now`, into a channel. Resolves with the app's answer or its lack. */
  readonly command: (channel: string, text: string) => Promise<Reaction>;

  /** Writes a message into a channel. The app does not hear of it. @throws Error where one may not */
  readonly say: (channel: string, text: string) => void;

  /** The view on top, or undefined. */
  readonly modal: () => SeenModal | undefined;
  /** Types into a text, number, e-mail or URL field, in place of what stood there. */
  readonly type: (field: string, text: string) => Promise<Reaction | undefined>;
  /** Presses Enter in a text field: only one with `dispatch_action` tells the app. */
  readonly enter: (field: string) => Promise<Reaction | undefined>;
  /** Chooses one option of a select or of radio buttons; null empties a select. */
  readonly choose: (field: string, option: string | null) => Promise<Reaction | undefined>;
  /** Picks a date (`YYYY-MM-DD`), a time (`HH:mm`), or both as seconds since the epoch; null empties. */
  readonly pick: (field: string, value: string | number | null) => Promise<Reaction | undefined>;
  /** Ticks exactly these, of checkboxes or of a select that takes several. */
  readonly check: (field: string, options: readonly string[]) => Promise<Reaction | undefined>;
  /** Types into an external select. @returns what the app suggested; empty after a failure */
  readonly suggest: (field: string, query: string) => Promise<readonly SeenOption[]>;
  readonly submit: () => Promise<Submission>;
  /** Closes the view on top, or all of them where it says `clear_on_close` or `all` is set. */
  readonly close: (options?: { readonly all?: boolean }) => Promise<void>;

  /**
   * Presses a button in a message, in the view on top (`modal`) or in the Home tab (`home`).
   * @param options `confirm: false` answers no to the question asked first; yes unless said
   */
  readonly press: (
    place: Pick<SeenMessage, 'channel' | 'ts'> | 'modal' | 'home',
    button: string,
    options?: { readonly confirm?: boolean },
  ) => Promise<Reaction>;

  /** Opens the app's Home tab, of which the app hears. */
  readonly openHome: () => Promise<Reaction>;
  /** The app's Home tab as it is now, or undefined. Its buttons are pressed with `press('home', …)`. */
  readonly home: () => SeenModal | undefined;

  /** What only this window shows, oldest first. */
  readonly ephemerals: (channel?: string) => readonly SeenMessage[];
  /** A channel's messages, oldest first, without what is ephemeral. */
  readonly messages: (channel: string) => readonly SeenMessage[];
  /** The person's conversation with the app's bot: its id, opened where it is not. */
  readonly directMessage: () => string;
  /** Reloads: what was ephemeral is gone, and so are open views, of which the app hears nothing. */
  readonly reload: () => void;
  /** Goes offline for good: nothing reaches this window any more. */
  readonly leave: () => void;

  /**
   * Waits until something is there, looking again at whatever changes for this person.
   * @param look gives undefined or false as long as it is not
   * @throws Error after `timeoutMs` (60 s unless said) of real time
   */
  readonly until: <T>(look: () => T | undefined | false, timeoutMs?: number) => Promise<T>;
}
