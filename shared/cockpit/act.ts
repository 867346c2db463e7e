/** The control that a step is for, and what it must still look like. */
interface Target {
  readonly ref: string;
  readonly signature: string;
}

/** One short step on one control. Each is known to have happened, or known not to. */
export type Act =
  /** A button, a link, a tab, a box. */
  | ({ readonly kind: 'press' } & Target)
  /** Text into a field, as a person's keys would bring it, and out of it again. */
  | ({ readonly kind: 'type'; readonly text: string } & Target)
  /** A native select's choice, by its exact text. */
  | ({ readonly kind: 'select'; readonly option: string } & Target)
  /** Opens a list that is not native. */
  | ({ readonly kind: 'open' } & Target)
  /** Scrolls or searches an opened list on, towards a text. */
  | ({ readonly kind: 'seek'; readonly text: string } & Target)
  /** One row of an opened list; `option` is the row's own ref. */
  | ({ readonly kind: 'pick'; readonly option: string } & Target);

/** How a step ended. */
export type ActOutcome =
  | { readonly kind: 'done' }
  /** Certainly nothing happened, and why. */
  | {
      readonly kind: 'not_done';
      readonly because: 'gone' | 'changed' | 'covered' | 'disabled' | 'read_only' | 'hidden';
    }
  /** Nobody knows: the page went away, or kept silent. */
  | { readonly kind: 'unknown' };
