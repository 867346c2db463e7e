/** What is said about filling in the cockpit's wizard, in English. */
export const en = {
  title: 'Tenant Token is at work in this page',
  stop: 'Stop',
  going: 'Going to the form…',
  filling: 'Filling in: {what}',
  waiting: 'Waiting for the token…',
  saving: 'Saving…',
  cancelling: 'Cancelling…',
  token: 'the token',
  form: 'the form',
  unnamed: 'a field without a name',
  /** After whatever came before Next was pressed in the page. */
  notMade: 'No token was made, and nothing you typed here is lost.',
  /** After whatever came before Save or Cancel was pressed there. */
  notPressed: 'Nothing was pressed in the cockpit.',
  stopped: 'You stopped it.',
  /** After whatever came before the second of the two was pressed there. */
  pressedBefore:
    'Earlier, “{what}” was pressed in the cockpit: look there, under API, what became of “{name}”.',
  lost: {
    tab_closed: 'The tab was closed.',
    page_gone: 'The page was closed, reloaded or left meanwhile.',
    other_origin: 'The tab shows another page by now. Go back to the cockpit.',
    not_granted: 'The cockpit loaded another page, and the extension was not let in there.',
    timeout: 'The page kept silent for too long; perhaps it shows a dialog of its own.',
    hidden:
      'The tab was out of sight for too long, and a page is filled in only where it can be seen.',
    elsewhere: 'It was begun in another tab, and broke off there.',
    not_there:
      'The page that showed “{name}” was closed, reloaded or left, or the token was saved or cancelled there. It may work: look in the cockpit, under API.',
    other_tab:
      '“{name}” stands in another tab of this cockpit, and can be saved or cancelled only there: go to that tab and click the icon.',
  },
  /** After the two before, while the token is still in the popup. */
  keptHere: 'The token stays here until you press Cancel once more.',
  owed: 'In this page Next was pressed before, for “{name}”, and its token was not seen. Look in the cockpit, under API, whether it exists; if it does and nobody has it, revoke it. Then reload the page and try again. Nothing you typed here is lost.',
  unreadable: {
    next: 'What was noted about “{name}” cannot be read, so it is not known whether Next was pressed. Perhaps a token of that name exists. Look in the cockpit, under API; if it is there and nobody has it, revoke it.',
    finish:
      'What was noted about this token cannot be read, so nothing was pressed in the cockpit now. Look there, under API, what became of it.',
  },
  noSign: {
    next: 'Perhaps a token “{name}” exists: Next was pressed in the cockpit, or may have been, and no single new token was seen. Look there, under API; if it is there and nobody has it, revoke it.',
    save: 'Save was pressed in the cockpit, or may have been, and no sign was seen that “{name}” was saved. Look there, under API, before you use it.',
    cancel:
      'Cancel was pressed in the cockpit, or may have been, and it was not seen what became of “{name}”. Look there, under API; if it is there, revoke it.',
    notCounted:
      'Save was pressed in the cockpit, and its list shows “{name}”. Whether that is this token or an older one of the same name is not known: nobody saw the list before. Try the token before you rely on it.',
  },
  refusals: {
    no_wizard:
      'No form for API tokens was found. Open it in the cockpit (Administration → Tenant → API → Create), then try again.',
    ambiguous: 'Two things on the page could be “{what}”, and it cannot be told which is meant.',
    missing: 'The form shows no “{what}”.',
    disabled:
      '“{what}” is disabled there now: perhaps something else in the form has to be changed first, such as a ticked box.',
    read_only: '“{what}” cannot be changed there.',
    covered: 'Something lies over “{what}”. Close it, then try again.',
    changed: '“{what}” changed or went away meanwhile.',
    not_kept: '“{what}” does not keep what it is given.',
    date_format: 'It cannot be told in which form “{what}” wants a date.',
    not_offered: '“{what}” does not offer what was asked for, or offers it twice.',
    tenant_unknown: 'The form offers no tenant, or more than one, of that name.',
    too_many: '“{what}” offers more choices than can be looked through.',
    unknown_field: 'The form also has “{what}”, of which nothing was said here.',
    unset:
      '“{what}” is not filled in there, and nothing is asked about it here. Fill it in in the page, then press Next again.',
    named:
      '“{what}” is filled in there already: perhaps this is the form of a token that exists. Open the form for a new one, or empty that field, then press Next again.',
    unknown_permission: '“{what}” is ticked there, and nobody asked for it.',
    other_tokens:
      '“{what}” may change or end other tokens too, so it is left to you: if it is right, press it in the page.',
    too_large: 'The page is too large to be looked through.',
    unsaved:
      'Something is open or half filled in on the page, and may be lost. Finish or close it; or press Next again to go on all the same.',
    two_tokens: 'The page shows more than one new token.',
    unread:
      'Where tokens were shown to stand, the page shows none, or only a part of one. Perhaps you can copy it there.',
    no_answer: 'The page did not go on.',
  },
};

/** Every text that each language has. */
export type WizardWords = typeof en;
