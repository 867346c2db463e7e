import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createEmulator } from 'emulate';
import { Hono } from 'hono';
import * as z from 'zod';
import { freePort } from './free-port.ts';
import { listenLocally } from './listen-locally.ts';

/** The app as it is installed in the emulated workspace. */
export const EMULATED = {
  botToken: 'xoxb-emulated-bot-token',
  signingSecret: 'an-emulated-signing-secret',
  clientId: '1234567890.9876543210',
  clientSecret: 'an-emulated-client-secret',
  appId: 'A000000001',
  botId: 'B0TENANT',
  botUserId: 'U0TENANT',
  teamId: 'T000000001',
} as const;

const SCOPES = ['commands', 'chat:write', 'im:write', 'users:read'];

const answerSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/** A call of the bot's, and what the emulator answered. */
export interface EmulatedCall {
  readonly method: string;
  readonly args: Readonly<Record<string, string>>;
  readonly answer: z.output<typeof answerSchema>;
}

/** Somebody else's Slack, with an ear in between. */
export interface EmulatedSlack {
  readonly origin: string;
  /** For the bot. */
  readonly apiUrl: string;
  readonly calls: readonly EmulatedCall[];
  /** What came to a response_url, which the emulator does not have. */
  readonly answered: readonly string[];
  /** Whether response_urls are worn out: 404 from now on. */
  readonly wearOut: (worn: boolean) => void;
  /** Asks the emulator something with the bot's token. @throws Error where it says no */
  readonly ask: (
    method: string,
    args?: Readonly<Record<string, string>>,
  ) => Promise<Readonly<Record<string, unknown>>>;
  /**
   * Somebody allows what a bot asks for at the emulator's own page.
   * @returns where the browser is sent then
   */
  readonly consent: (authorizeUrl: string, userId: string, redirectUri: string) => Promise<string>;
  /** Everything that the emulator's inspector shows. */
  readonly inspect: () => Promise<string>;
  readonly close: () => Promise<void>;
}

const startEmulator = async () =>
  createEmulator({
    service: 'slack',
    // The emulator takes a port, and not any free one.
    port: await freePort(),
    seed: {
      slack: {
        users: [
          { name: 'ivo', real_name: 'Ivo Keller' },
          { name: 'ada', real_name: 'Ada Berger' },
        ],
        channels: [{ name: 'operations' }],
        oauth_apps: [
          {
            app_id: EMULATED.appId,
            client_id: EMULATED.clientId,
            client_secret: EMULATED.clientSecret,
            name: 'Tenant Token',
            redirect_uris: ['http://127.0.0.1/oauth'],
            scopes: SCOPES,
            bot_id: EMULATED.botId,
            bot_user_id: EMULATED.botUserId,
            bot_name: 'tenant-token',
          },
        ],
        tokens: [
          {
            token: EMULATED.botToken,
            type: 'bot',
            user_id: EMULATED.botUserId,
            app_id: EMULATED.appId,
            bot_id: EMULATED.botId,
            bot_user_id: EMULATED.botUserId,
            scopes: [...SCOPES, 'channels:read', 'channels:history', 'im:history'],
          },
        ],
        strict_scopes: true,
      },
    },
  });

/** Starts the emulator of the package `emulate`, which knows nothing of this project's own stand-in. */
export const startEmulatedSlack = async (): Promise<EmulatedSlack> => {
  const emulator = await startEmulator();
  const calls: EmulatedCall[] = [];
  const answered: string[] = [];
  let worn = false;
  const forward = async (
    method: string,
    body: string,
    authorization = `Bearer ${EMULATED.botToken}`,
  ) => {
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  };
  const app = new Hono();
  app.post('/api/:method', async (c) => {
    const body = await c.req.text();
    const method = c.req.param('method');
    // Whoever installs the app has no token yet.
    const { status, text } = await forward(method, body, c.req.header('authorization') ?? '');
    const args = Object.fromEntries(new URLSearchParams(body));
    calls.push({ method, args, answer: answerSchema.parse(JSON.parse(text)) });
    return new Response(text, { status, headers: { 'content-type': 'application/json' } });
  });
  app.post('/commands/*', async (c) => {
    const body = await c.req.text();
    if (worn) return c.text('used_url', 404);
    answered.push(body);
    return c.text('ok');
  });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  const origin = `http://127.0.0.1:${await listenLocally(server)}`;
  return {
    origin,
    apiUrl: `${origin}/api/`,
    calls,
    answered,
    wearOut: (to) => {
      worn = to;
    },
    ask: async (method, args = {}) => {
      const { text } = await forward(method, new URLSearchParams(args).toString());
      const answer = answerSchema.parse(JSON.parse(text));
      if (!answer.ok) throw new Error(`${method}: ${answer.error}`);
      return answer;
    },
    consent: async (authorizeUrl, userId, redirectUri) => {
      const { pathname, search, searchParams } = new URL(authorizeUrl);
      const page = await fetch(`${emulator.url}${pathname}${search}`);
      if (!page.ok) throw new Error(`The emulator shows no page: ${page.status}.`);
      // It does not know an app's first address by itself, as Slack does.
      const asked = { ...Object.fromEntries(searchParams), redirect_uri: redirectUri };
      const answer = await fetch(`${emulator.url}${pathname}/callback`, {
        method: 'POST',
        body: new URLSearchParams({ ...asked, user_id: userId }),
        redirect: 'manual',
      });
      return answer.headers.get('location') ?? '';
    },
    inspect: async () => (await fetch(`${emulator.url}/`)).text(),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await emulator.close();
    },
  };
};
