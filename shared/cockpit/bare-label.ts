/** Text without the marks of no width. */
export const unmarked = (text: string): string =>
  text.replaceAll(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');

/** A label with all that stands in it, its characters in one form and without marks of no width. */
export const whole = (label: string): string => unmarked(label.normalize('NFKC'));

/** A label with its case, its apostrophes and its white space made even, and nothing left off but what leads it. */
export const even = (label: string): string =>
  whole(label)
    .replaceAll(/[\u2018\u2019\u02BC]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s*:·•+]+/, '')
    .toLowerCase();

/**
 * A label as it is compared: case, accents' encoding, apostrophes, white space, and the marks that a
 * form hangs on it (an asterisk, a colon, "(optional)", three dots) count for nothing.
 */
export const bare = (label: string): string =>
  even(label)
    // NFKC has made three dots of an ellipsis.
    .replace(/\s*\([^()]*\)(?:[\s*:]|\.{3})*$/, '')
    .replace(/(?:[\s*:]|\.{3})+$/, '');
