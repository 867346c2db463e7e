/** The control that a step is for, and what it must still look like. */
interface Target {
  readonly ref: string;
  readonly signature: string;
}

/** One short step on one control. Each is known to have happened, or known not to. */
export type Act =
  /**
   * A button, a link, a tab, a box. With `within`, only while nothing in that container of the last
   * look's paths is another than it was then, also once the pointer is down on it.
   */
  | ({ readonly kind: 'press'; readonly within?: number } & Target)
  /** Text into a field, as a person's keys would bring it, and out of it again. */
  | ({ readonly kind: 'type'; readonly text: string } & Target)
  /** A native select's choice, by its exact text: alone; or, with `on`, beside others, or no longer. */
  | ({ readonly kind: 'select'; readonly option: string; readonly on?: boolean } & Target)
  /** Opens a list that is not native. */
  | ({ readonly kind: 'open' } & Target)
  /**
   * Searches an opened list on: types `typed` where that can be done, then scrolls to its end, and back to
   * the row of that `text`; empty for no row.
   */
  | ({ readonly kind: 'seek'; readonly typed: string; readonly text: string } & Target)
  /**
   * One row of an opened list, if it still shows that text; `option` is the row's own ref. With `stay`
   * the list takes more than one, and is looked at again.
   */
  | ({
      readonly kind: 'pick';
      readonly option: string;
      readonly text: string;
      readonly stay?: boolean;
    } & Target)
  /** Closes an opened list as Escape does. */
  | ({ readonly kind: 'close' } & Target);

/** How a step ended. */
export type ActOutcome =
  | { readonly kind: 'done' }
  /** Certainly nothing happened, and why. */
  | {
      readonly kind: 'not_done';
      readonly because: 'gone' | 'changed' | 'covered' | 'disabled' | 'read_only' | 'hidden';
    }
  /** Nobody knows: the page went away, kept silent, or changed as it was pressed. */
  | { readonly kind: 'unknown' };
