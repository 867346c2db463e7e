import type { until } from './until.ts';

/** Keys that can be pressed by name. */
export type Key =
  | 'Enter'
  | 'Tab'
  | 'Shift+Tab'
  | 'Escape'
  | 'Space'
  | 'Backspace'
  | 'Delete'
  | 'Home'
  | 'End'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'F6';

/** A rule of WCAG that a document breaks, as axe-core reports it. */
export interface AxeViolation {
  id: string;
  impact: string | null;
  help: string;
  /** The CSS selectors of the elements concerned. */
  targets: string[];
}

/**
 * A control found by its ARIA role and its accessible name, anew at each call. Each call waits for
 * the control (`exists` and `count` aside) and fails when there is more than one.
 */
export interface Control {
  /** Scrolls to it, waits until it stands still, is enabled and not covered; a real mouse click. */
  click: () => Promise<void>;
  /** Replaces a field's text at once, with real input events; `typeText` presses keys instead. */
  fill: (text: string) => Promise<void>;
  /** Chooses the option of a `<select>` that has this label or this value. */
  select: (option: string) => Promise<void>;
  value: () => Promise<string>;
  text: () => Promise<string>;
  isChecked: () => Promise<boolean>;
  isDisabled: () => Promise<boolean>;
  isFocused: () => Promise<boolean>;
  /** An attribute as it stands in the document; null when it is absent. */
  attribute: (name: string) => Promise<string | null>;
  /** The text that `aria-describedby` and `aria-errormessage` point to. */
  description: () => Promise<string>;
  /** Whether it is there now, visible to assistive technology. */
  exists: () => Promise<boolean>;
  count: () => Promise<number>;
}

/** What popups and tabs have in common: a document that a person looks at and works with. */
export interface Surface {
  /**
   * Runs a function in the page's own world.
   *
   * @param fn must stand alone: it is sent as source text
   * @param args what it is called with, as JSON
   * @returns its result, by way of JSON
   */
  evaluate: <Args extends unknown[], Result>(
    fn: (...args: Args) => Result,
    ...args: Args
  ) => Promise<Awaited<Result>>;
  /** Waits as {@link until} does, over a document that may be replaced by the next one meanwhile. */
  until: typeof until;
  /** The text that can be seen, without what fields contain. */
  text: () => Promise<string>;
  waitForText: (text: string) => Promise<void>;
  /**
   * @param role an ARIA role, explicit or an element's own
   * @param name the whole accessible name, white space aside; any name when left out
   */
  byRole: (role: string, name?: string) => Control;
  /** By accessible name alone, whatever the role: for a date field, which has none of its own. */
  byLabel: (name: string) => Control;
  waitForRole: (role: string, name?: string) => Promise<void>;
  /** Presses one key, where the focus is. */
  press: (key: Key) => Promise<void>;
  /** Types text by key presses, where the focus is. */
  typeText: (text: string) => Promise<void>;
  /**
   * Runs axe-core.
   *
   * @param rules the ids of its rules; when left out, all of WCAG 2.0, 2.1 and 2.2, levels A and AA
   * @param within the selector of the one element that is looked at, where what axe cannot decide
   *   counts as well; the whole page when left out
   */
  axe: (rules?: readonly string[], within?: string | null) => Promise<AxeViolation[]>;
  /** Writes a PNG of what can be seen, at its real size. */
  screenshot: (path: string) => Promise<void>;
}

/** Whether a click found no such point: the viewport has shrunk since somebody looked for it. */
export const isOutOfBounds = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('move target out of bounds');

/** What a browser has to offer for a {@link Surface} to be built over it. */
export interface SurfacePort {
  /** Evaluates an expression that gives a string, or a promise of one. */
  evaluate: (expression: string) => Promise<string>;
  /** Whether an error of `evaluate` only says that another document is just being loaded. */
  isBetweenDocuments: (error: unknown) => boolean;
  /**
   * A mouse click at a point of the viewport, in CSS pixels.
   * @throws Error that {@link isOutOfBounds} knows where the viewport no longer has it
   */
  clickAt: (x: number, y: number) => Promise<void>;
  press: (key: Key) => Promise<void>;
  typeText: (text: string) => Promise<void>;
  screenshot: (path: string) => Promise<void>;
}
