import { DATES, ENDED, READABLE, TITLES } from './labels.ts';
import { NOT_CHOSEN, NOTHING_HERE } from './nothing-here.ts';

/** The words that a look goes by, as `bare` gives them: the page part is sent them, and knows none. */
export interface LookWords {
  /** The labels of the fields whose values may be read. */
  readonly readable: readonly string[];
  /** The labels of the groups whose fields are read as a date's parts. */
  readonly dates: readonly string[];
  /** What a list calls a token that is over. */
  readonly ended: readonly string[];
  /** What a heading over the list of tokens says. */
  readonly titles: readonly string[];
  /** A regular expression's source: what stands in the place of rows where there are none. */
  readonly nothing: string;
  /** Another: what stands in the place of a choice that was not made. */
  readonly unset: string;
}

export const LOOK_WORDS: LookWords = {
  readable: READABLE,
  dates: DATES,
  ended: ENDED,
  titles: TITLES,
  nothing: NOTHING_HERE,
  unset: NOT_CHOSEN,
};
