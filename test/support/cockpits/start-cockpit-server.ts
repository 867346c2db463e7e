import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import * as z from 'zod/mini';
import { createTokenRecord, type TokenRecord } from './token-record.ts';
import { listenLocally } from '../listen-locally.ts';

/** What a cockpit answers at one address. */
interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a cockpit is asked. */
interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly record: TokenRecord;
}

/** What a cockpit serves besides the calls that all have; undefined for what it does not know. */
export type Pages = (asked: Asked) => Answer | undefined | Promise<Answer | undefined>;

/** A running server behind the cockpits. */
export interface CockpitServer {
  readonly url: string;
  readonly record: TokenRecord;
  readonly close: () => Promise<void>;
}

const sentSchema = z.object({
  name: z.string(),
  description: z.optional(z.string()),
  expires: z.optional(z.string()),
  order: z.optional(z.enum(['iso', 'dmy', 'mdy'])),
  tenant: z.optional(z.string()),
  permissions: z.optional(z.array(z.string())),
  more: z.optional(z.record(z.string(), z.string())),
});

const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

const END = { save: 'saved', cancel: 'cancelled' } as const;

/** The calls that the pages make which run in a browser: make, save, cancel, list. */
const api: Pages = ({ method, url, body, record }) => {
  if (!url.pathname.startsWith('/api/')) return undefined;
  const [, , , id, verb] = url.pathname.split('/');
  if (method === 'GET') {
    const saved = record.all().filter(({ state }) => state === 'saved');
    return json(saved.map(({ name }) => name));
  }
  if (id === undefined) {
    const made = record.make(sentSchema.parse(JSON.parse(body)));
    return json(made, 'error' in made ? 422 : 201);
  }
  const state = verb === 'save' || verb === 'cancel' ? END[verb] : undefined;
  return state && record.finish(id, state) ? json({}) : json({}, 404);
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/**
 * Starts a server on loopback with a record of its own.
 * @param pages what the cockpits serve
 * @param upgrade takes a WebSocket's handshake, where a cockpit has one
 */
export const startCockpitServer = async (
  pages: Pages,
  upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer, record: TokenRecord) => void,
): Promise<CockpitServer> => {
  const record = createTokenRecord();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', `http://${headers.host}`);
    const asked: Asked = { method, url, body: await bodyOf(request), headers, record };
    const {
      status = 200,
      type,
      body,
      headers: more,
    } = (await api(asked)) ??
      (await pages(asked)) ?? { status: 404, type: 'text/plain', body: 'Nothing is here.' };
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...more });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  });
  if (upgrade) {
    server.on('upgrade', (request, socket, head) => upgrade(request, socket, head, record));
  }
  const port = await listenLocally(server);
  return {
    url: `http://127.0.0.1:${port}`,
    record,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
};
