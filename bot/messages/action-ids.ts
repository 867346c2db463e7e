/** The buttons of messages; each carries the flow's id for its value, but for {@link SHOW_CALL}: an origin. */
export const HIDE = 'hide';
export const REVOKE = 'revoke';
export const ASK_AGAIN = 'ask_again';
export const SHOW_CALL = 'show_call';
