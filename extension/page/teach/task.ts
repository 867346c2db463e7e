import type { Description, Locator, Showable } from '../../../shared/cockpit/description.ts';
import type { ControlKind } from '../../../shared/cockpit/observation.ts';

/** One control that is to be shown. Nothing in it is null, which Chromium leaves out on the way to a page. */
export interface Wanted {
  readonly subject: Showable;
  /** What to point at, in words. */
  readonly text: string;
  /** None for what is no control: a text that stands there. */
  readonly kinds: readonly ControlKind[];
  /** What it may be called, as `bare` gives it: the only one of such a name is marked at once. */
  readonly labels: readonly string[];
  /** What shows it as well, together with all that follow and have the same: a list of permissions. */
  readonly inList: readonly ControlKind[];
  /** The words of the button for a form without it; empty where there is no form without it. */
  readonly skip: string;
  /** What the person is to do themselves once it was shown; empty for nothing. */
  readonly afterwards: string;
}

/** What the card says besides what is wanted. */
interface PointingTexts {
  readonly title: string;
  readonly keys: string;
  /** How to come back to the card while the page hears the keys. */
  readonly toCard: string;
  /** For what cannot be what is wanted. */
  readonly wrong: string;
  /** For a list in the place of a date. */
  readonly noDate: string;
  /** For what is no token where one is wanted. */
  readonly noToken: string;
  /** For a frame of another origin: `{what}` is its name. */
  readonly frame: string;
  /** Of a field that the page has filled in: `{what}` is its name. */
  readonly mayStay: string;
  readonly stays: string;
  readonly staysNot: string;
  readonly skipAll: string;
  readonly all: string;
  readonly back: string;
  readonly end: string;
  readonly goOn: string;
  readonly done: string;
}

/** What was shown of one control. */
export interface Shown {
  readonly subject: Showable;
  readonly locators: readonly Locator[];
  /** The form has none, as the person said. */
  readonly lacking: boolean;
}

/** How far the pointing is. */
export interface Progress {
  /** Index of what is wanted now; past the last one when all was shown. */
  readonly at: number;
  readonly shown: readonly Shown[];
  readonly ended: 'done' | 'left' | null;
}

/** What is to be shown, from where on. */
export interface Task {
  readonly wanted: readonly Wanted[];
  readonly texts: PointingTexts;
  readonly at: number;
  readonly shown: readonly Shown[];
  /** What was shown of the form before this; absent where nothing counts. */
  readonly known?: Description;
}
