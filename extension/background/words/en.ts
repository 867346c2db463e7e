/** What is said where there is nothing to fill in, in English. */
export const en = {
  insecureTitle: 'Not over plain http',
  notTenant: {
    insecure:
      'This page comes over plain http: whoever is on the way could read the token, so none is made or sent here. Open the cockpit of your tenant over https and click the icon there.',
    title: 'Not a tenant page',
    no_platform:
      'No G-IoT tenant answers on this page. Open the cockpit of your tenant and click the icon there.',
    restricted:
      'The browser lets no extension work on this page. Open the cockpit of your tenant and click the icon there.',
  },
  signedOut: {
    title: 'Signed out',
    text: 'Nobody is signed in on this page. Sign in, then click the icon again. Nothing you typed is lost.',
  },
  perhapsSignedOut: {
    title: 'Signed out?',
    text: 'The platform sent the question elsewhere or refused it. If this is the cockpit of your tenant, perhaps you are signed out: reload the page, sign in, then click the icon again. Nothing you typed is lost.',
  },
  notAllowed: {
    title: 'Not allowed',
    text: '{person} ({role}) may not make API tokens in {tenant}. Ask a Super Admin of the tenant, or sign in as one.',
    withoutRole:
      '{person} may not make API tokens in {tenant}. Ask a Super Admin of the tenant, or sign in as one.',
    withoutPerson:
      'You may not make API tokens in {tenant}. Ask a Super Admin of the tenant, or sign in as one.',
  },
  unavailable: 'The platform does not answer',
  failed: {
    lapsed: {
      title: 'Not saved in time',
      text: '“{name}” was not saved in time and is discarded. It never worked. What you typed is kept.',
    },
    dead: {
      title: 'Not saved',
      text: 'The platform refused to save “{name}”. That token does not work: throw away any copy. What you typed is kept.',
    },
    unseen: {
      title: 'Gone before it was seen',
      text: 'The platform no longer has “{name}” to show. Nobody has seen that token. What you typed is kept.',
    },
  },
  unconfirmed: {
    title: 'Not certain yet',
    save: 'It is not known whether “{name}” has been saved. The extension has forgotten the token; if you have copied it, ask again.',
    cancel:
      'It is not known whether “{name}” has been discarded. Ask again; if that keeps failing, look for it in the cockpit, under API.',
    refused: {
      title: 'Not discarded',
      text: 'The platform did not discard “{name}”. Unless you saved it, it does not work and is discarded by itself within 15 minutes; if you did, revoke it in the cockpit, under API.',
    },
    otherwise: {
      title: 'Not the token you asked for',
      text: 'The platform made “{name}” otherwise than you asked, and it works. It is not certain that it has been revoked: ask again; if that keeps failing, revoke it in the cockpit, under API.',
    },
  },
  kept: 'Nothing you typed is lost.',
  nowhere: 'No tokens can be made here, or not by you (404). Reload the page and try again.',
  confirm: 'You have not copied it, and it is never shown again. Save it all the same?',
  made: {
    signed_out: 'You are signed out. Sign in on the page, then try again.',
    not_found: 'The platform does not know this token, or no longer.',
  },
};

/** Every text that each language has. */
export type ScreenTexts = typeof en;
