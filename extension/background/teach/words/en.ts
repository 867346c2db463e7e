/** What is said where a person shows where things are, in English. */
export const en = {
  show: 'Show me where it is',
  describe: 'Describe this page',
  how: 'If this page has a form for API tokens, you can show where its parts are: you point at one after the other in the page. Nothing is pressed there, and what is remembered, for this site alone, is where they are.',
  howOne: 'You can point at “{what}” in the page. Nothing is pressed there.',
  howToken:
    'You can point at the place where the page shows its token, so that the next one is found there.',
  howLeft: 'You can point at that field, if it may stay as the page sets it.',
  goOn: 'Go on',
  underTitle: 'Where is it?',
  under: 'You are showing where the parts of the form are. Go on in the page; Esc there ends it.',
  title: 'Tenant Token: where is it?',
  keys: 'Click it, or go to it with the arrow keys and press Enter; nothing is pressed in the page. Esc ends this.',
  toCard: 'F6 goes through these buttons, Enter presses one.',
  frame:
    '“{what}” is a frame with a page of another site in it: nothing in there can be shown, or filled in.',
  mayStay: 'The page has filled in “{what}”. May it stay so for each token?',
  stays: 'It may stay',
  staysNot: 'No',
  skipAll: 'Skip all: it has only the button',
  wrong: 'That is none of the kind that is meant. Point at the field or the button itself.',
  noToken:
    'No whole token stands there. If the page shows only a part of it, copy it there yourself.',
  noDate:
    'This is a list, and no date can be put into it from here. Skip it: what is chosen there may stay, if you say so at the end.',
  all: 'That is all. Press Done, then click the extension’s icon again.',
  afterwards: 'Now open the form yourself, as you always do. Then go on here.',
  skip: 'Skip: this form has none',
  skipOpen: 'Skip: the form is open',
  skipSave: 'Skip: the token works without it',
  back: 'Back',
  end: 'End',
  done: 'Done',
  field: 'Point at the field “{what}”.',
  box: 'Point at the box or switch “{what}”, or at the list that has it.',
  expiresOn: 'Point at the field “{what}”; where it is three, at one of them.',
  open: 'Point at the button that opens the form for a new token.',
  token: 'Point at the token, where the page shows it.',
  left: 'Point at the field that may stay as the page sets it.',
  next: 'Point at the button that goes on and makes the token (“{what}”).',
  save: 'Point at the button that saves the token (“{what}”).',
  cancel: 'Point at the button that discards the token (“{what}”).',
};

/** Every text that each language has. */
export type TeachTexts = typeof en;
