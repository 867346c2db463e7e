import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH } from '../manifest/manifest.ts';
import type { Refusal } from './receiver.ts';

const INSTALL_PATHS: readonly string[] = [INSTALL_PATH, REDIRECT_PATH];

type Found = Readonly<Record<string, boolean>>;

/**
 * What `/readyz` says, by name. Where one of `needed` fails, the bot cannot do its work; `told` is for
 * whoever looks after it.
 */
export type Checks = () => Promise<{ readonly needed: Found; readonly told: Found }>;

/** A running server. */
export interface WebServer {
  readonly port: number;
  /** Takes no more connections; those on which an answer is under way end with it, the others at once. */
  readonly stop: () => Promise<void>;
}

const json = (response: ServerResponse, status: number, body: object): void => {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
};

const REQUEST_MS = 10_000;
/** Longer than the minute after which proxies drop an idle connection: else both close at once. */
const IDLE_MS = 65_000;
/** Longer than Slack waits for an answer: who has not sent a whole request by then, gets none. */
const LAST_ANSWERS_MS = 5000;

/**
 * Serves `/healthz` (the process lives), `/readyz` (it can do its work) and, each with a listener, Slack's
 * requests and the way of an install.
 * @param host undefined for every address of this machine
 * @throws Error where the port is taken
 */
export const startWebServer = async (options: {
  readonly port: number;
  readonly host: string | undefined;
  readonly slack: RequestListener | undefined;
  /** Where workspaces install the app: what browsers come to for it. */
  readonly installs: RequestListener | undefined;
  readonly checks: Checks;
  /** Told of what is sent where nothing takes it: Slack may have another address than this. */
  readonly refused: Refusal;
}): Promise<WebServer> => {
  const { slack, installs, checks, refused } = options;
  const sayReady = async (response: ServerResponse): Promise<void> => {
    try {
      const { needed, told } = await checks();
      const ready = Object.values(needed).every(Boolean);
      json(response, ready ? 200 : 503, { ready, ...needed, ...told });
    } catch {
      json(response, 503, { ready: false });
    }
  };
  const answering = new Set<ServerResponse>();
  let stopping = false;
  const closeUnused = (): void => {
    if (stopping && answering.size === 0) server.closeAllConnections();
  };
  const server = createServer(
    { requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS },
    (request, response) => {
      answering.add(response);
      response.once('close', () => {
        answering.delete(response);
        // The last bytes are on their way first.
        setImmediate(closeUnused);
      });
      const path = (request.url ?? '').split('?')[0];
      if (path === EVENTS_PATH && slack && request.method === 'POST') slack(request, response);
      else if (request.method !== 'GET') {
        refused({ reason: 'not_here' });
        json(response, 404, { error: 'not found' });
      } else if (path === '/healthz') json(response, 200, { healthy: true });
      else if (path === '/readyz') {
        void sayReady(response);
      } else if (installs && INSTALL_PATHS.includes(path ?? '')) installs(request, response);
      else json(response, 404, { error: 'not found' });
    },
  );
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    stop: async () => {
      const closed = once(server, 'close');
      stopping = true;
      server.close();
      server.closeIdleConnections();
      closeUnused();
      const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
      await closed;
      clearTimeout(late);
    },
  };
};
