/** What is said about trying a token, and whether it works already, in English. */
export const en = {
  works: '{status}: the token works.',
  lacksRead: '{status}: the token works, but lacks Read, which this call needs.',
  dead: '{status}: the token does not work.',
  unclear: '{status}: the platform says nothing about the token. Try again later.',
  noAnswer: 'No answer from {origin}.',
  instead: 'The API URL cannot be reached from this page, so {origin} was asked.',
  /** Where nobody has told where tokens work. */
  noApiUrl:
    'The API URL is not known, so the token was sent nowhere. Enter it above; in the cockpit it stands under Administration → Tenant.',
  noSuchApiUrl:
    'This cannot be an API URL, so the token was sent nowhere. It begins with https:// and ends with the host: https://api.example.com',
  worksUnsaved: '{status}: the token works already, before Save.',
  notYet: '{status}: the token does not work yet. Save it, then try it again.',
  deadThere: '{status}: the token does not work at {origin}. Perhaps that is not its API URL.',
  openDoor: '{status}: {origin} answers so without a token too. Perhaps that is not its API URL.',
  /** Above a new token of a platform that does not tell whether it works before Save. */
  shown: {
    perhaps: 'It is shown only now. It may work already.',
    yes: 'It is shown only now. It works already, before Save.',
    no: 'It is shown only now, and works only once it is saved.',
  },
  apiUrl: 'API URL',
  /** In the place of an API URL that is not known, within an address: letters and hyphens alone. */
  yourApiUrl: 'your-api-url',
};

/** Every text that each language has. */
export type TrialTexts = typeof en;
