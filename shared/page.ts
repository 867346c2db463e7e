/** The longest address of a page, so that it fits into a message together with a request. */
const MAX_PAGE = 500;

const NAME = String.raw`[a-z0-9](?:[a-z0-9-]*[a-z0-9])?`;
const HOST = String.raw`${NAME}(?:\.${NAME})*`;
const LOOPBACK = String.raw`(?:${HOST}\.)?localhost|127\.0\.0\.1|\[::1\]`;
// Nothing in it ends a link or begins markup, and what follows is the fragment's place.
const PAGE = new RegExp(
  String.raw`^(?:https:\/\/(?:${HOST}|\[[0-9a-f:]+\])|http:\/\/(?:${LOOPBACK}))(?::\d{1,5})?(?:[/?][\w.~:/?@!$&()*+,;=%-]*)?$`,
  'i',
);

/**
 * Whether an address is a page that people may be sent to, with a request in its fragment: https, or http
 * on this machine, without a password or a fragment of its own.
 */
export const isPage = (text: string): boolean => text.length <= MAX_PAGE && PAGE.test(text);
