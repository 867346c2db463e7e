/** What is said of an error, and of what became of a token, in English. */
export const en = {
  signed_out: 'You are signed out. No token was made. Sign in on the page, then try again.',
  forbidden:
    'The platform refused: you may not do this, or no longer. Ask an administrator of the tenant.',
  not_found: 'The platform does not know this token. Make a new one.',
  conflict: 'The platform refused, because something changed meanwhile. Try again.',
  invalid: 'The platform refused a value. Check the fields and try again.',
  rate_limited: 'Too many requests. Try again in {wait}.',
  refused: 'The platform refused the request ({status}). Try again later.',
  foreign:
    'Something other than the platform answered ({status}), such as a proxy or a sign-in on the way. Try again later.',
  server_error: 'The platform has a fault ({status}). Try again later.',
  malformed: 'The answer was not one of a tenant platform. Reload the page and try again.',
  redirected:
    'The platform sent the request to another page: you are probably signed out. Sign in on the page, then try again.',
  timeout: 'The platform did not answer in time. Try again.',
  unreachable: 'The platform cannot be reached. Check the connection and try again.',
  page_gone: 'The page was closed, reloaded or left. Open the page again and click the icon there.',
  page_forbids:
    'The page forbids every connection, so the platform cannot be asked through it. Nothing was sent. Open another page of the tenant and click the icon there.',
  other_origin:
    'The tab now shows another page. Nothing was sent there. Go back to the page of the tenant and click the icon there.',
  discarded: 'Discarded. That token does not work.',
  cancelled: 'Cancelled in the cockpit.',
  other_person:
    'Someone else is signed in on the page now. No token was kept. Check who is signed in, then try again.',
  abandoned:
    'Given up. If a token was made, nobody saw it, it does not work, and the platform discards it within 15 minutes.',
  forgotten:
    'A token was open here when the browser or this extension started anew, which forgot it. If it was saved, it works: without a copy, revoke it in the cockpit, under API.',
  not_as_asked:
    'The platform made the token otherwise than you asked. It does not work: throw away any copy.',
  not_revoked:
    'A token that the platform made otherwise than you asked may still work: revoke it in the cockpit, under API.',
};

/** Every notice that each language has. */
export type Notices = typeof en;
