import { en as shared } from '../../shared/messages/en.ts';

/** What the popup says in English. */
export const en = {
  ...shared,
  title: 'New API token',
  loading: 'Asking the page…',
  options: 'Options',
  tryAgain: 'Try again',
  askAgain: 'Ask again',
  startAgain: 'Start again',
  waiting: 'A token is waiting at {origin}: “{name}”. Open that page and click the icon there.',
  waitingHere: 'A token is waiting at this page for the person who made it.',
  fault:
    'The extension has a fault. Nothing you typed is lost. Close this and click the icon again.',
  faultAtLast: 'The extension has a fault. The token is saved: copy it here before you close this.',
  otherWindow:
    'Another window was quicker: this is its token. What you typed in this one was not sent.',
  form: {
    noList: 'The platform gave no list of tenants, so only your own can be chosen.',
    ownDate: 'Date',
    lastDay: 'Last day: {date}',
    lastDayInZone: 'Last day: {date} ({zone})',
    noEnd: 'Works until someone revokes it',
    lacking: 'you do not have it',
    filter: 'Search tenants',
    noMatch: 'No tenant matches.',
  },
  working: {
    title: 'Making the token…',
    text: 'You can close this. The token will be waiting here.',
  },
  unknown: {
    title: 'No certain answer',
    text: 'Perhaps a token “{name}” was made. Nobody has seen it, and it does not work. Asking again never makes a second one.',
    giveUp: 'Give up',
  },
  token: {
    title: 'Copy the token, then save it',
    text: 'It is shown only now, and works only once it is saved.',
    until: 'It is discarded in {minutes} unless you save it.',
    masked: 'Hidden. Copy works all the same.',
    copied: 'Copied.',
    copyFailed: 'The browser did not copy it. It is shown and selected: copy it with the keyboard.',
    mayWork: 'It is not known whether it has been saved. Save again to be sure.',
  },
  saving: 'Saving…',
  cancelling: 'Discarding…',
  saved: {
    title: 'Saved',
    here: 'Until you close this, you can copy the token here. After that, nobody can show it again.',
    gone: 'The token is not kept. If you have not copied it, revoke it in the cockpit, under API, and make another.',
    call: 'Use it in a shell',
    copyCommand: 'Copy command',
    tryIt: 'Try it',
    trying: 'Trying…',
    another: 'Create another',
  },
};

/** Every text that each language has. */
export type Texts = typeof en;
