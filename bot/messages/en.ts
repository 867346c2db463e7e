import { en as shared } from '../../shared/messages/en.ts';

/** What the bot says in English. */
export const en = {
  ...shared,
  form: {
    title: 'New API token',
    loading: 'One moment …',
    ownDate: 'Date',
    searchTenants: 'Search tenants',
    unread: 'Not understood, and not filled in: {words}',
    notGranted: 'The policy does not grant this, so it is left empty: {words}. Ask {whom}.',
    tenantUnknown: 'There is no tenant {tenant} here. Choose one.',
    tenantAmbiguous: 'Tenant {tenant}: that can be several. Choose one.',
    tenantNotGranted:
      'No rule of the policy gives you tenant {tenant}. Choose another, or ask {whom}.',
    noTenant: 'Choose a tenant to see what the token will be able to do.',
    incomplete: 'Tick a permission and choose a date to see what the token will be able to do.',
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
    nothing_to_choose:
      'The policy names you, but no tenant or permission that this app can give. Nothing was made.',
    ask: 'Ask {whom}.',
  },
  problems: {
    platform: 'The tenant platform does not answer. Nothing was made. Try again in a minute.',
    key: 'The tenant platform refuses the key of this app. Nothing was made. Ask whoever runs the app.',
    slack: 'Slack does not say who you are. Nothing was made. Try again in a minute.',
    store: 'This could not be put on record, so nothing was made. Try again in a minute.',
    expired: 'The form could not be opened in time. Nothing was made. Run the command again.',
    fault: 'The app has a fault. Nothing was made. Try again; reference: {id}',
    kept: 'What you typed is kept.',
  },
  help: {
    title: 'API tokens of your tenants',
    unknown: 'There is no command {word}.',
    create: 'opens a form. You read the token once, in a message that only you see.',
    prefill: 'Filled in from the start; every part may be left out:',
    help: 'shows this.',
  },
  token: {
    text: 'Your API token is here, in the first box of code. Copy it now.',
    title: 'API token {name}',
    once: 'Only you see this message, and only until Slack reloads. Copy the token now: nobody can show it again.',
    soon: 'It works as soon as the receipt, without the token, is in your messages with this app.',
    revoke: 'Revoke',
    revoked: 'Revoked. This token no longer works.',
    notHidden:
      'Slack did not hide the message. Only you see it, and it is gone once you reload Slack.',
  },
  receipt: {
    activeText: 'Receipt: your API token works.',
    revokedText: 'Receipt: your API token is revoked.',
    active: 'API token {name} works',
    revoked: 'API token {name} is revoked',
    hint: 'Four of its characters: {hint}',
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
      'The platform does not answer. Your wish is on record and is tried until it is done; a word follows.',
    refused:
      'The platform refuses this app. The token still works: ask an administrator of the tenant to revoke it in the cockpit, under API.',
    not_yours: 'Only the person who asked for this token can do that. Nothing was changed.',
    failed: 'This could not be put on record. Nothing was changed. Try again in a minute.',
    not_found: 'This app does not know that token. Nothing was changed.',
  },
  announcements: {
    text: 'About an API token that you asked for: see this message.',
    title: 'API token {name}',
    askAgain: 'Ask again',
    undeliverable:
      'It could not be delivered: Slack took the message nowhere. Nobody has seen the token, and it does not work.',
    delivery_unknown:
      'Slack did not say whether it delivered the token. If you see it, throw it away: it does not work.',
    save_refused:
      'The platform did not save it. The token that you were shown does not work: throw it away.',
    save_unknown:
      'The platform has not said yet whether it saved it. Until another word follows, take it that the token does not work.',
    swallowed:
      'Your request was interrupted. Nobody has seen a token, and none works from it. What you asked for is kept.',
    next_invalid: 'The platform refused a value. No token was made. What you asked for is kept.',
    next_refused:
      'The platform refuses this app. No token was made. Ask whoever runs the app; what you asked for is kept.',
    next_failed:
      'The platform did not answer. Nobody has seen a token, and none works from this. What you asked for is kept.',
  },
};

/** Every text that each language has. */
export type Texts = typeof en;
