/** What is written without a blank, and means nothing to a shell; nor has it a gap, as where a part is hidden. */
const FORM = /^(?!.*(\.{3}|\*{3}|(.)\2{7}))[A-Za-z0-9+/=_.:~@*|-]{16,500}$/;

/**
 * Whether a text can be a token where a person has shown that tokens stand: elsewhere only the form
 * counts that is documented.
 */
export const isShownToken = (text: string): boolean =>
  FORM.test(text) &&
  // Dots and stars that stand for one are no token.
  new Set(text).size > 7;
