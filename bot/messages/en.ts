import { en as shared } from '../../shared/messages/en.ts';
import { handOver } from './hand-over/en.ts';
import { home } from './home/en.ts';

/** What the bot says in English. */
export const en = {
  ...shared,
  handOver,
  home,
  form: {
    title: 'New API token',
    loading: 'One moment…',
    ownDate: 'Date',
    searchTenants: 'Search tenants',
    unread: 'Not understood, and not filled in: {words}',
    tenantUnknown: 'There is no tenant {tenant} here. Choose one.',
    tenantAmbiguous: 'Tenant {tenant}: that can be several. Choose one.',
    tenantNotGranted: 'No rule of the policy gives you tenant {tenant}. Choose another.',
    tenantAnother: 'What {tenant} means has changed since. Choose a tenant.',
    groupsUnknown:
      'Slack does not say which user groups you are in, so what those are granted cannot be chosen. Try again in a minute.',
    notGivable: 'This app cannot give: {permissions}.',
    listMissing:
      'The platform does not say which tenants there are. For now only this one can be chosen.',
    away: 'Tenants are missing here, since no answer comes from: {platforms}. Try again in a minute.',
  },
  refusals: {
    guest: 'Guests get API tokens only where the policy names them one by one.',
    bot: 'Bots get API tokens only where the policy names them one by one.',
    outsider:
      'People of other workspaces get API tokens only where the policy names them one by one.',
    gone: 'This account is deactivated, so it gets no API token.',
    no_rule: 'No rule of the policy gives you API tokens here.',
    tenant: 'No rule of the policy gives you this tenant.',
    all_tenants: 'No rule of the policy gives you all tenants.',
    permissions: 'No rule of the policy gives you this here: {permissions}.',
    lifetime: 'The policy lets you choose {date} at the latest.',
    never: 'The policy lets no token of yours last for ever: {date} at the latest.',
    approvals:
      'Parts of this need the approval of different people. Ask for them as separate tokens.',
    no_maker:
      'People make the tokens of this tenant, and the policy names nobody who does. Whoever keeps it has to add handOver, or approval to the rule.',
    nothing_to_choose:
      'The policy names you, but no tenant or permission that this app can give. Nothing was made.',
    ask: 'Ask {whom}.',
  },
  problems: {
    often: 'You have asked many times in a short while. Nothing was made. Try again in a minute.',
    no_list:
      'The platform does not say which tenants there are, so none can be offered. Nothing was made. Try again in a minute.',
    platform: 'The tenant platform does not answer. Nothing was made. Try again in a minute.',
    key: 'The tenant platform refuses the key of this app. Nothing was made. Ask whoever runs the app.',
    slack: 'Slack does not say who you are. Nothing was made. Try again in a minute.',
    store: 'This could not be put on record, so nothing was made. Try again in a minute.',
    expired: 'The form could not be opened in time. Nothing was made. Try again.',
    fault: 'The app has a fault. Nothing was made. Try again; reference: {id}',
    kept: 'What you typed is kept.',
  },
  help: {
    title: 'API tokens of your tenants',
    unknownText: 'There is no such command. This message says what there is.',
    unknown: 'There is no command {word}.',
    create: 'opens a form. You read the token once, in a message that only you see.',
    prefill: 'Filled in from the start; every part may be left out:',
    name: 'the token’s name, in quotes',
    tenant: 'the name or the id of a tenant, or all for “{allTenants}”',
    expires:
      'for how long: 7d, 30d, 90d, 1y, any number of days (10d) or weeks (2w), the last day (2027-01-31), or never',
    permissions: 'one or more of read, write, create, delete, with commas',
    text: 'a text in quotes',
    link: 'opens it filled in from a link that the browser’s popup, or whoever asked, has copied.',
    help: 'shows this.',
  },
  token: {
    text: 'Your new API token is here. Copy it now: nobody can show it again.',
    title: 'API token {name}',
    copy: 'Copy the token now. Nobody can show it again.',
    once: 'Only you see this message. Slack does not say when it goes away: choose “{hide}” once you have copied the token.',
    soon: 'The token works as soon as its receipt arrives. The receipt does not hold the token.',
    call: 'Use with curl',
    revoke: 'Revoke',
    notHidden:
      'Slack did not hide the message. Only you see it. Try again in a minute, or reload Slack: most often that takes it away.',
  },
  receipt: {
    activeText: 'Receipt: your API token is saved and works.',
    revokedText: 'Receipt: your API token is revoked and no longer works.',
    active: 'API token {name} is saved and works',
    revoked: 'API token {name} is revoked',
    openText: 'Receipt: your API token may still work.',
    open: 'API token {name} may still work',
    notTakenBack:
      'The platform has not taken it back. Ask an administrator of the tenant to revoke it in the cockpit, under API. Revoke tries once more, unless that is under way already.',
    hint: 'To know it by, four of its characters: {hint}',
    lost: 'If you have not copied it, revoke it and create another. Nobody can show it again.',
    dead: 'It no longer works, wherever it is used.',
  },
  revoking: {
    title: 'Revoke this token?',
    confirm: '{name} stops working at once, wherever it is used. This cannot be undone.',
    revoked: 'Revoked. The token no longer works.',
    already_revoked: 'It was revoked already. The token does not work.',
    dead: 'There is nothing to revoke: that token does not work.',
    later:
      'Not done yet: the platform has not confirmed it. Your request is on record and is tried until it is done; a message follows.',
    refused:
      'The platform does not revoke it for this app. Take it that the token still works: ask an administrator of the tenant to revoke it in the cockpit, under API.',
    not_yours: 'Only the person who asked for this token can do that. Nothing was changed.',
    failed: 'This could not be put on record. Nothing was changed. Try again in a minute.',
    not_found: 'This app does not know that token. Nothing was changed.',
  },
  announcements: {
    title: 'API token {name}',
    askAgain: 'Ask again',
    undeliverable:
      'Your API token could not be delivered: Slack took the message nowhere. Nobody has seen the token, and it does not work.',
    delivery_unknown:
      'Slack did not say whether it delivered your API token. If you see it, throw it away: it does not work.',
    save_refused:
      'The platform did not save your API token. The token that you were shown does not work: throw it away.',
    save_unknown:
      'The platform has not said yet whether it saved your API token. Until another message follows, take it that the token does not work.',
    not_as_asked:
      'The platform made another API token than the one you asked for: with other permissions, for another tenant, or until another date. It was taken back and does not work: if you see it, throw it away. Tell whoever runs the app.',
    taken_elsewhere:
      'Another copy of this app took your request for an API token as well, and answers for it. This copy made none.',
    swallowed:
      'Your request for an API token was interrupted. Nobody has seen a token, and none works from it. What you asked for is kept.',
    next_invalid:
      'The platform refused a value, so no API token was made. What you asked for is kept.',
    next_refused:
      'The platform refuses this app, so no API token was made. Ask whoever runs the app; what you asked for is kept.',
    next_failed:
      'The platform did not answer your request for an API token. Nobody has seen a token, and none works from it. What you asked for is kept.',
  },
  petitions: {
    needed: 'Before the token is made, someone has to approve it:',
    sent: 'Your request was put to those who may approve it. What becomes of it stands in your messages with this app.',
    close: 'Close',
    double:
      'You have asked for exactly this already, and it waits for approval. Your messages with this app have it.',
    many: 'Too many of your requests wait for approval. Withdraw one in your messages with this app, or wait for an answer.',
    rule: 'Policy: {rule}',
    purpose: 'Purpose',
    noPurpose: 'The request gives no purpose.',
    asks: '{who} asks for the API token {name}',
    place: 'Asked in {place}',
    until: 'Without an answer the request lapses on {date}.',
    approve: 'Approve',
    refuse: 'Refuse',
    withdraw: 'Withdraw',
    approveTitle: 'Approve this request?',
    approveText:
      'The API token {name} is made at once and shown to nobody but the person who asked for it.',
    withdrawTitle: 'Withdraw this request?',
    withdrawText: 'No token comes of it. Those who were asked are told.',
    refuseTitle: 'Refuse request',
    refuseReason: 'Reason',
    refuseHint: 'The person who asked can read it.',
    askText: 'A request for an API token needs your approval.',
    askChannelText: 'A request for an API token needs approval.',
    remindText: 'A request for an API token still waits for your approval.',
    remindChannelText: 'A request for an API token still waits for approval.',
    ownText: 'What has become of your request for an API token.',
    standsText: 'How a request for an API token stands.',
    endedText: {
      refused: 'Your request for an API token was refused.',
      lapsed: 'Your request for an API token has lapsed.',
      void: 'Your request for an API token has ended, and no token came of it.',
    },
    forAsker: {
      waiting: 'Waiting for approval. Asked: {who}',
      approved:
        'Approved by {who}. The token is being made and will be shown in your messages with this app.',
      delivered: 'Approved by {who}, made and delivered. The receipt is a message of its own.',
      failed:
        'Approved by {who}, but something went wrong with the token. A message of its own says what.',
      refused: 'Refused by {who}. No token came of it.',
      withdrawn: 'You have withdrawn this request. No token came of it.',
      lapsed: 'Nobody answered in time, so the request has lapsed. No token was made.',
    },
    forApprover: {
      approved: 'Approved by {who}. The token is being made.',
      delivered: 'Approved by {who}. The token has reached the person who asked for it.',
      failed:
        'Approved by {who}, but something went wrong with the token. The person who asked knows what.',
      refused: 'Refused by {who}.',
      withdrawn: 'Withdrawn by the person who asked.',
      lapsed: 'Lapsed: nobody answered in time.',
    },
    void: {
      policy: 'The policy no longer gives this. No token came of the request.',
      asker:
        'The person who asked is no longer a member of the workspace. No token came of the request.',
      tenant: 'The tenant is no longer there for this app. No token came of the request.',
      date: 'The day until which the token was to work has passed. No token came of the request.',
      nobody:
        'Nobody is there who may approve this. No token came of the request. Whoever keeps the policy has to name someone.',
      removed:
        'The app was removed from the workspace in the meantime. No token came of the request.',
    },
    answers: {
      may_not:
        'Only people whom the policy names for it can answer this request. Nothing was changed.',
      own: 'This request is your own, so someone else has to answer it. Nothing was changed.',
      late: 'This request has been answered or has ended. Its message says how.',
      not_found: 'This app does not know that request. Nothing was changed.',
      not_yours: 'Only the person who asked can withdraw this request. Nothing was changed.',
    },
  },
};

/** Every text that each language has. */
export type Texts = typeof en;
