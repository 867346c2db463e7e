import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { text } from 'node:stream/consumers';
import { listenLocally } from '../../support/listen-locally.ts';

/** The arguments of a call of the Web API. */
type Args = Readonly<Record<string, string>>;

/** A Slack that keeps nothing: it answers each call from memory, so that what is measured is the bot. */
export interface LightSlack {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  /**
   * Waits for a call, which must not have come yet.
   * @param key a trigger's id for a new view, a view's for one that changes, a conversation's for a message
   */
  readonly call: (method: string, key: string) => Promise<Args>;
  /** Waits for it no longer. */
  readonly forget: (method: string, key: string) => void;
  readonly close: () => Promise<void>;
}

export const TEAM = 'T0BENCH';

/** Someone's conversation with the bot. */
export const dmOf = (user: string): string => `D${user}`;

/** The view that a trigger opened. */
export const viewOf = (trigger: string): { readonly id: string; readonly hash: string } => ({
  id: `V${trigger}`,
  hash: `${trigger}.0`,
});

const ANSWERS: Readonly<Record<string, (args: Args) => object>> = {
  'auth.test': () => ({ team_id: TEAM, team: 'Bench', bot_id: 'B0BENCH', user_id: 'U0BENCH' }),
  'users.info': ({ user = '' }) => ({
    user: { id: user, team_id: TEAM, name: user, real_name: `Person ${user}`, locale: 'en-US' },
  }),
  'views.open': ({ trigger_id: trigger = '' }) => ({ view: viewOf(trigger) }),
  'conversations.open': ({ users = '' }) => ({ channel: { id: dmOf(users) } }),
  'chat.postMessage': ({ channel }) => ({ channel, ts: '1790000000.000100' }),
};

const keyOf = ({ trigger_id: trigger, view_id: view, channel = '' }: Args): string =>
  trigger ?? view ?? channel;

export const startLightSlack = async (): Promise<LightSlack> => {
  const waiting = new Map<string, (args: Args) => void>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const args = parse(await text(request)) as Args;
    const method = (request.url ?? '').split('/').at(-1)?.split('?')[0] ?? '';
    const body = JSON.stringify({ ok: true, ...ANSWERS[method]?.(args) });
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    const name = `${method} ${keyOf(args)}`;
    waiting.get(name)?.(args);
    waiting.delete(name);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.keepAliveTimeout = 60_000;
  const port = await listenLocally(server);
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    call: (method, key) => new Promise((resolve) => waiting.set(`${method} ${key}`, resolve)),
    forget: (method, key) => void waiting.delete(`${method} ${key}`),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
