/** In English, what the app's Home says. */
export const home = {
  create: 'New API token',
  waits: 'Waits for you',
  nothingWaits: 'Nothing waits for you.',
  asked: 'Asked for by you',
  nothingAsked: 'You have asked for no API token yet.',
  more: 'There is more in your messages with this app.',
  groupsUnknown:
    'Slack does not say which groups you are in, so requests to a group may be missing.',
  failed: 'What concerns you could not be read. Nothing was lost; open this again in a minute.',
  flow: {
    under_way: 'On its way.',
    works: 'Saved, and it works.',
    expired: 'Expired: it no longer works.',
    revoked: 'Revoked: it no longer works.',
    none: 'No token that works came of it; a message said why.',
    open: 'It may work, though it should not: its message says what to do.',
  },
};
