/** What a look lists of a page at most; what goes beyond is said, and never told in part as the whole. */
export const MAX_CONTROLS = 2_000;

/** Choices of one list. */
export const MAX_OPTIONS = 6_000;

/** Strings of a token's form that stand on the page before Next. */
export const MAX_OLD_TOKENS = 200;

/** For how long what is on its way out may lie over a button, or a check of its form may bar it, in ms. */
export const PASSING_MS = 2_000;

/** Names of what a closed menu has. */
export const MAX_CLOSED_MENU = 200;
