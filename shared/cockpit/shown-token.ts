/** What is written without a blank, and means nothing to a shell. */
const FORM = /^[A-Za-z0-9+/=_.:~@*|-]{16,500}$/;
/** A gap, or what stands for what is hidden: "...", "***", "xxxx-xxxx". */
const HIDDEN = /\.{3}|\*{3}|(.)\1{7}|([Xx*])\2{3}[-_.]\2{4}/;
/** A page's address, a person's, or a time. */
const ELSE = /^[a-z]+:\/\/|^[^@:]+@[^@:]+\.[A-Za-z]{2,}$|^\d{4}-\d\d-\d\dT\d\d:/;

/**
 * Whether a text can be a token where a person has shown that tokens stand: elsewhere only the form
 * counts that is documented.
 */
export const isShownToken = (text: string): boolean =>
  FORM.test(text) &&
  !HIDDEN.test(text) &&
  !ELSE.test(text) &&
  // Dots and stars that stand for one are no token.
  new Set(text).size > 7;
