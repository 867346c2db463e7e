/** The buttons of messages; each carries the flow's id for its value. */
export const HIDE = 'hide';
export const REVOKE = 'revoke';
export const ASK_AGAIN = 'ask_again';
