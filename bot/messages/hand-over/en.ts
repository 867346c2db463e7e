/** In English, what is said of tokens that people make and hand in. */
export const handOver = {
  approveText:
    'You make the API token {name} in the cockpit and hand it in to this app. Nobody but the person who asked for it is shown it.',
  open: 'Open the cockpit',
  steps:
    'Click Tenant Token there: its form is filled in. Check it, press “{next}”, copy the token, and press “{deliver}” below. Press “{save}” there once this app says so. Where the form is empty, copy the link and paste it into it.',
  byHand: 'The request does not fit into a link: fill in the form by hand, as it stands above.',
  withoutDescription: 'The description is too long for the link: copy it from above.',
  until: 'Without a token the request lapses on {date}.',
  deliver: 'Deliver',
  overdueText: 'A request that you approved still waits for its token.',
  overdueOtherText: 'A request that was approved still waits for its token.',
  handedInBy: 'For {who}, who handed it in:',
  mishapText: 'A token that you handed in was not delivered.',
  mishap:
    'The token that you handed in for {name} was not delivered for certain. Cancel it in the cockpit, and do not save it. What was asked for is kept: make another token and press “{deliver}” again, or refuse the request.',
  doubtText: 'If you see an API token, do not use it.',
  doubt:
    'Slack did not say whether it showed you the token {name}. If you see it, throw it away: it does not work, and whoever made it was asked to cancel it. You need not do anything else.',
  calledOffText: 'A token is no longer wanted.',
  calledOff:
    'The request for the token {name} has ended, and its token is no longer wanted. If you have made one, cancel it in the cockpit.',
  soon: 'The token works as soon as whoever made it has saved it, which takes minutes. Nobody can show it again. To have it revoked, ask an administrator of the tenant.',
  forAsker: {
    making:
      'Approved by {who}, who makes the token in the cockpit. You will be shown it in your messages with this app, in a message that only you see and that Slack does not keep: have Slack open.',
    handing: 'Approved by {who}. The token is on its way to you.',
    delivered:
      'Approved and made by {who}. You were shown the token in your messages with this app, in a message that only you see. If you have not seen it, tell them at once: nobody can show it again.',
    unmade:
      'Approved by {who}, but no token was delivered in time, so the request has lapsed. If you still need one, ask again.',
  },
  forApprover: {
    making: 'Approved by {who}, who makes the token.',
    handing: 'Approved by {who}. The token is on its way to the person who asked for it.',
    delivered: 'Approved by {who}. Slack has taken the token for the person who asked for it.',
    unmade: 'Approved by {who}, but lapsed: no token was delivered in time.',
  },
  delivered: 'Delivered: press “{save}” in the cockpit now.',
  away: 'Slack shows the person who asked as away. Then it may not show them the message, and it keeps none: ask them before you press “{save}”. If they have not seen it, press “{cancel}” there.',
  modal: {
    title: 'Deliver the token',
    hint: 'Slack keeps no history of what is typed here, and this app keeps nothing of it: it goes on to the person who asked, and to nobody else. Your clipboard still holds it: copy something else afterwards.',
    away: 'Slack shows the person who asked as away. It may then not show them the message, and it keeps none. Better deliver the token once they are there.',
    underWay: 'The token is being delivered…',
  },
  errors: {
    empty: 'Paste the token that the cockpit shows.',
    address: 'This is an address, not a token. Nothing was handed in.',
    name: 'This is a name, not a token. Nothing was handed in.',
    documented:
      'This is not a token of the platform: 44 characters, the last one “=”. Nothing was handed in.',
    any: 'This does not look like a token: 16 to 512 characters, without blanks. Nothing was handed in.',
    used: 'This token was handed in before. Cancel it in the cockpit and make another. Nothing was handed in.',
    unwanted: 'This token was not handed in. Cancel it in the cockpit, and do not save it.',
  },
  lost: 'The token was not delivered. Cancel it in the cockpit, and do not save it. A message says how to go on.',
};
