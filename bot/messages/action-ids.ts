/** The buttons of messages; each carries the id of its flow or petition, but for {@link SHOW_CALL}: an origin. */
export const HIDE = 'hide';
export const REVOKE = 'revoke';
export const ASK_AGAIN = 'ask_again';
export const SHOW_CALL = 'show_call';
export const APPROVE = 'approve';
export const REFUSE = 'refuse';
export const WITHDRAW = 'withdraw';
export const DELIVER = 'deliver';
export const CREATE = 'create';
