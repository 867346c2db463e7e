import type { AppsManifestCreateArguments } from '@slack/web-api';

/** Slack's own type. */
type Manifest = AppsManifestCreateArguments['manifest'];

export type TransportKind = 'http' | 'socket';

/** Stands for the address at which Slack reaches the bot, until it is known. */
export const EXAMPLE_ORIGIN = 'https://bot.example.com';

/** The command, with its slash. */
export const COMMAND = '/tenant-token';

/** The one path of the bot that Slack calls. */
export const EVENTS_PATH = '/slack/events';

/** Where a browser goes to install the app, and where Slack sends it back to. */
export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

/** What the app asks to be allowed; {@link appManifest} says why. */
export const SCOPES = [
  'commands',
  'chat:write',
  'im:write',
  'users:read',
  'usergroups:read',
] as const;

/** What an app hears of that workspaces install: that one has removed it. */
const INSTALL_EVENTS = ['app_uninstalled', 'tokens_revoked'] as const;

/**
 * The Slack app, as Slack's app page takes it.
 *
 * Its scopes are the fewest that do: `commands` for the command and its modal; `chat:write` for the
 * message that only its reader sees, and the receipt; `im:write` to open that person's DM;
 * `users:read` for their language and whether they are guests; `usergroups:read` for rules that name
 * a group. It reads no channel and no message; the one event that it hears of needs no scope.
 * @param origin where Slack reaches the bot over HTTP, and browsers where workspaces install the app
 * @param installs whether they do: then tokens rotate, and an organisation may install it in all of itself
 */
export const appManifest = (
  transport: TransportKind,
  origin = EXAMPLE_ORIGIN,
  installs = false,
) => {
  const url = `${origin}${EVENTS_PATH}`;
  const http = transport === 'http';
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Tenant Token',
      description: 'API tokens for G-IoT tenants, shown only to whom asks.',
      background_color: '#14532d',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'tenant-token', always_online: true },
      slash_commands: [
        {
          command: COMMAND,
          description: 'Create an API token of a tenant',
          usage_hint: 'create "CI uploader" --tenant Nord --expires 30d --permissions read,write',
          should_escape: false,
          ...(http ? { url } : {}),
        },
      ],
    },
    oauth_config: {
      ...(installs ? { redirect_urls: [`${origin}${REDIRECT_PATH}`] } : {}),
      scopes: { bot: [...SCOPES] },
    },
    settings: {
      event_subscriptions: {
        bot_events: ['app_home_opened', ...(installs ? INSTALL_EVENTS : [])],
        ...(http ? { request_url: url } : {}),
      },
      interactivity: {
        is_enabled: true,
        ...(http ? { request_url: url, message_menu_options_url: url } : {}),
      },
      org_deploy_enabled: installs,
      socket_mode_enabled: !http,
      token_rotation_enabled: installs,
    },
  } satisfies Manifest;
};

/** The manifest's file, as the repository has it. */
export const manifestText = (
  transport: TransportKind,
  origin?: string,
  installs?: boolean,
): string => `${JSON.stringify(appManifest(transport, origin, installs), null, 2)}\n`;
