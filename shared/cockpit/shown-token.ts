/** A gap, or what stands for what is hidden: "...", "***", "xxxx-xxxx". */
const HIDDEN = String.raw`\.{3}|\*{3}|(.)\1{7}|([Xx*])\2{3}[-_.]\2{4}`;
/** A page's address, a person's, a time, or words that name a text ("errors.name.already_taken"). */
const ELSE = String.raw`[a-z]+:\/\/|[^@:]+@[^@:]+\.[A-Za-z]{2,}$|\d{4}-\d\d-\d\dT\d\d:|[a-z]+([._][a-z]+)+$`;

/** A regular expression's source: what is written without a blank, and means nothing to a shell. */
export const SHOWN_TOKEN = `^(?!.*(?:${HIDDEN}))(?!${ELSE})[A-Za-z0-9+/=_.:~@*|-]{16,500}$`;

/** Whether a text has the form that is given as {@link SHOWN_TOKEN} is: the page part is sent it. */
export const hasShownForm = (text: string, form: string): boolean =>
  // Dots and stars that stand for one are no token.
  new RegExp(form).test(text) && new Set(text).size > 7;

/**
 * Whether a text can be a token where a person has shown that tokens stand: elsewhere only the form
 * counts that is documented.
 */
export const isShownToken = (text: string): boolean => hasShownForm(text, SHOWN_TOKEN);
