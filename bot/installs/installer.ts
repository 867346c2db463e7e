import { InstallProvider } from '@slack/oauth';
import type { InstallationStore as BoltStore, Logger, StateStore } from '@slack/bolt';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { WebClientOptions } from '@slack/web-api';
import type { InstallSettings } from '../config/installs.ts';
import { errorFields } from '../log/error-fields.ts';
import type { Log } from '../log/log.ts';
import { REDIRECT_PATH } from '../manifest/manifest.ts';
import { installPage, type Said } from '../messages/installs/page.ts';
import { StateRefused } from './state-store.ts';

/** The pages by which the app is installed, and what Bolt authorizes by. */
export interface Installer {
  readonly provider: InstallProvider;
  /** Answers GET at the two paths that browsers come to. */
  readonly listener: RequestListener;
}

/** The address holds a code and a state: nobody else is to read it, and nothing on the page is to run. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
} as const;

const REFUSALS: readonly string[] = [
  'slack_oauth_invalid_state',
  'slack_oauth_missing_state',
  'slack_oauth_missing_code',
];

/** What Slack says in the place of a code; null where it sends one. */
const errorIn = (request: IncomingMessage): string | null =>
  URL.parse(request.url ?? '', 'http://host')?.searchParams.get('error') ?? null;

const say = (
  request: IncomingMessage,
  response: ServerResponse,
  said: Said,
  workspace?: string,
): void => {
  const accepted = request.headers['accept-language'] ?? '';
  const { status, html } = installPage(said, accepted, workspace);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.writeHead(status).end(html);
};

/**
 * Bolt's installer, which has the browser's cookie and the state agree before it exchanges a code. It goes
 * on to Slack at once: a page of ours in between would say nothing that Slack's own does not.
 * @param options `clientOptions`: how Slack's Web API is called
 */
export const createInstaller = (options: {
  readonly settings: Pick<InstallSettings, 'clientId' | 'clientSecret'>;
  readonly scopes: readonly string[];
  readonly slackApiUrl: string;
  readonly stateStore: StateStore;
  readonly installations: BoltStore;
  readonly clientOptions: WebClientOptions;
  readonly logger: Logger;
  readonly log: Log;
}): Installer => {
  const { settings, scopes, slackApiUrl, log } = options;
  const provider = new InstallProvider({
    clientId: settings.clientId,
    clientSecret: settings.clientSecret.reveal(),
    stateStore: options.stateStore,
    installationStore: options.installations,
    installUrlOptions: { scopes: [...scopes] },
    directInstall: true,
    authorizationUrl: new URL('../oauth/v2/authorize', slackApiUrl).href,
    clientOptions: options.clientOptions,
    logger: options.logger,
  });

  const comeBack = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    provider.handleCallback(request, response, {
      success: ({ team, enterprise, isEnterpriseInstall }) =>
        isEnterpriseInstall
          ? say(request, response, 'everywhere', enterprise?.id)
          : say(request, response, 'installed', team?.id),
      failure: (error) => {
        const said = errorIn(request);
        if (said === 'access_denied') {
          log.info('install_cancelled');
          return say(request, response, 'cancelled');
        }
        const own = error instanceof StateRefused || REFUSALS.includes(error.code);
        const refused = own && said === null;
        log.warn(refused ? 'install_refused' : 'install_failed', errorFields(error));
        return say(request, response, refused ? 'refused' : 'failed');
      },
    });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const [path] = (request.url ?? '').split('?');
    if (path === REDIRECT_PATH) await comeBack(request, response);
    else await provider.handleInstallPath(request, response);
  };

  return {
    provider,
    listener: (request, response) => {
      answer(request, response).catch((error: unknown) => {
        log.error('install_failed', errorFields(error));
        if (response.headersSent) response.destroy();
        else say(request, response, 'failed');
      });
    },
  };
};
