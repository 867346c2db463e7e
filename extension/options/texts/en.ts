/** What the options page says in English. */
export const en = {
  title: 'Options',
  saved: 'Saved.',
  notSaved:
    'That could not be stored: the browser’s storage for this extension is full or damaged. Nothing else has changed. Start the browser anew and try again.',
  language: 'Language',
  automatic: 'As the browser',
  start: 'A new form starts with',
  clipboard: {
    title: 'Clipboard',
    label: 'Clear a copied token',
    never: 'Never',
    30: 'After 30 seconds',
    60: 'After 1 minute',
    300: 'After 5 minutes',
    hint: 'Only if it is still there. A closed popup cannot do it; then it is done when you next open it.',
    allow: 'Allow',
    ask: 'For this, the browser must let the extension look at the clipboard.',
    granted: 'The browser lets the extension look at the clipboard.',
    denied:
      'The browser forbids the extension to look at the clipboard. Change that in its settings for this page.',
    unknown: 'This browser does not let an extension clear the clipboard.',
  },
  hosts: {
    title: 'Allowed hosts',
    allowed: 'Where a cockpit loads a new page at each step, the extension may go on by itself on:',
    none: 'No host is allowed. A click on the icon lets the extension work on the page that is open.',
    withdraw: 'Withdraw',
    loading: 'These are known to load a new page at each step, so you are asked before the first:',
    forget: 'Forget',
  },
  learned: {
    title: 'What was learned of cockpits',
    hint: 'Of cockpits that do not tell it themselves. No token is kept here.',
    apiUrl: 'API URL',
    undecided: 'Whether a token works before Save has not been seen.',
    worksUnsaved: 'A token works there already before Save.',
    worksSaved: 'A token works there only once it is saved.',
    forget: 'Forget',
    forgotten: 'Forgotten.',
  },
  cockpits: {
    title: 'Cockpits whose form was shown',
    none: 'None so far. On a page that the extension does not know, it offers to be shown where things are.',
    forget: 'Forget',
    forgetAll: 'Forget all',
    forgotten: 'Forgotten.',
    exportIt: 'Export',
    importIt: 'Import a file',
    file: 'Description as a file',
    save: 'Save as a file',
    close: 'Close',
    review: 'This file is about',
    use: 'Use it',
    refuse: 'Do not',
    used: 'It will be used.',
    full: 'No room for another site. Forget one first; nothing was changed.',
    left: 'Stays as the page sets it',
    lacking: 'This form has none of: {what}.',
    instead: 'It replaces what is remembered for this site.',
    known: 'Shown or imported for this site: {what}.',
    failed: 'It led to nothing the last time; once more, and it is forgotten.',
    how: 'It can only say where controls are. Before anything is made, all of the form is read back.',
    page: 'The page that you described',
    pageHint:
      'Its controls and how they stand together, without what stands in them. Look it through before you pass it on.',
    by: {
      name: 'called “{name}”',
      attribute: 'with {attribute} “{value}”',
      css: 'at {selector}',
    },
    faults: {
      too_large: 'This file is too large to be a description. Nothing was changed.',
      no_json: 'This file is no JSON. Nothing was changed.',
      other_format: 'This file is no description of a form. Nothing was changed.',
      other_version:
        'This file is of another version than this extension understands. Nothing was changed.',
      invalid: 'This file says something that no description may say. Nothing was changed.',
      unreadable: 'This file could not be read. Nothing was changed.',
    },
  },
  storage: {
    title: 'What the extension stores',
    disk: 'On this computer: the options above, and the address of a page where a token is open, for as long as it is (30 days at most). In Firefox also that a cockpit loads pages, and which host is allowed until a token is done. For a cockpit, its API URL and whether its tokens work before Save; for a site whose form was shown or imported, where its controls are.',
    memory:
      'In memory, until the browser closes: what you have typed into a form, and, for a page on which you clicked the icon, who was signed in there and which tenants they may choose. Of a link that asks for a token: who asks for it, and for what. Of a page that you had described: which controls it has.',
    token:
      'A token, in memory only and only between Next and Save; it is erased at Save, at Cancel, or when its time is up. If it is to leave the clipboard later, a hash of it, to know it by.',
    nowhere: 'It sends nothing anywhere but to the tenant’s own page, and through that page.',
  },
};

/** Every text that each language has. */
export type OptionTexts = typeof en;
