import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { ENDPOINTS } from '../../../shared/tenant-api/endpoints.ts';
import type { Popup } from '../browsers/driver.ts';
import { listenLocally } from '../../support/listen-locally.ts';

type What = 'session' | 'tenants' | 'next' | 'save' | 'cancel' | 'probe';

/** A request as the poser saw it. */
interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** JSON with the status 200, or whatever is done to the response. */
type Reply = object | null | ((response: ServerResponse, seen: Seen) => void);

/** A server that poses as a tenant platform, on an origin of its own. */
export interface Poser {
  readonly origin: string;
  /** From now on it answers one kind of request so. */
  readonly answer: (what: What, reply: Reply) => void;
  /** From now on Next is answered with a record and a token that are changed so. */
  readonly makes: (changes: object) => void;
  /** From now on Save is answered with a record that is changed so. */
  readonly saves: (changes: object) => void;
  /** Everything that was asked of it since the last reset, its page aside. */
  readonly seen: readonly Seen[];
  readonly asked: (what: What) => readonly Seen[];
  /** For the next test: it behaves well. */
  readonly reset: () => void;
  readonly close: () => Promise<void>;
}

/** An id of the contract's form. */
export const id = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;

/** What the poser says of its tenant, unless a test has it say something else. */
export const TENANT = { id: id(1), name: 'Poser', parent_id: null, time_zone: 'Europe/Berlin' };

/** Who it says is signed in. */
export const SESSION = {
  user: { name: 'Eve', email: 'eve@poser.example', role: 'Super Admin' },
  tenant: {
    id: TENANT.id,
    name: TENANT.name,
    url: 'https://poser.example',
    api_url: 'https://api.poser.example',
    time_zone: TENANT.time_zone,
    language: 'en',
  },
  can_manage_tokens: true,
  can_use_all_tenants: true,
  permissions: ['read', 'write', 'create', 'delete'],
};

/** The token that it gives to anyone. */
export const TOKEN = Buffer.from('a poser gives this to anyone at ').toString('base64');

/** A list of one page. */
export const listOf = (items: readonly unknown[], total = items.length): object => ({
  items,
  page_number: 1,
  page_size: 200,
  total,
});

const PENDING_MS = 15 * 60_000;

const requestSchema = z.record(z.string(), z.unknown());

const recordOf = ({ body }: Seen): object => ({
  ...requestSchema.parse(JSON.parse(body)),
  id: id(9),
  anchor_tenant_id: TENANT.id,
  expires_at: null,
  state: 'pending',
  pending_until: new Date(Date.now() + PENDING_MS).toISOString(),
  hint: 'k3Qz',
  generation: 1,
  version: 1,
  created_at: new Date().toISOString(),
  created_by: SESSION.user.email,
  on_behalf_of: null,
  last_used_at: null,
});

/** Answers with a text of any type. */
export const says =
  (body: string, type = 'application/json', status = 200, headers: object = {}): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': type, ...headers }).end(body);

const METHODS: Readonly<Record<What, RegExp>> = {
  session: /^\/api\/v1\/session$/,
  tenants: /^\/api\/v1\/tenants$/,
  next: /^\/api\/v1\/api_tokens$/,
  save: /^\/api\/v1\/api_tokens\/[^/]+\/save$/,
  cancel: /^\/api\/v1\/api_tokens\/[^/]+$/,
  probe: /^\/api\/v1\/devices$/,
};

const whatOf = ({ method, path }: Seen): What | undefined => {
  const { pathname } = new URL(path, 'http://poser.localhost');
  const kinds = Object.keys(METHODS) as What[];
  return kinds.find((what) => ENDPOINTS[what].method === method && METHODS[what].test(pathname));
};

const ANYONE_MAY_ASK = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
};

/**
 * Starts a poser. Its page sets a cookie, as a session would.
 * @param host its name under `localhost`; two of one name share their cookies
 * @param page the page's markup
 */
export const startPoser = async (host: string, page = '<h1>Poser</h1>'): Promise<Poser> => {
  const answers = new Map<What, Reply>();
  const seen: Seen[] = [];
  let record: object = {};

  const makes = (changes: object): void => {
    answers.set('next', (response, request) => {
      record = { ...recordOf(request), ...changes };
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ token: TOKEN, ...record }));
    });
  };

  const saves = (changes: object): void => {
    answers.set('save', (response) => {
      const saved = { ...record, state: 'active', pending_until: null, ...changes };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(saved));
    });
  };

  const reset = (): void => {
    seen.length = 0;
    answers.clear();
    answers.set('session', SESSION);
    answers.set('tenants', listOf([TENANT]));
    makes({});
    saves({});
    answers.set('cancel', (response) => void response.writeHead(204).end());
    answers.set('probe', listOf([]));
  };
  reset();

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = incoming;
    for (const [name, value] of Object.entries(ANYONE_MAY_ASK)) response.setHeader(name, value);
    if (method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    if (url === '/') {
      response.setHeader('set-cookie', 'session=of-the-poser; HttpOnly; SameSite=Strict; Path=/');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="en"><title>Poser</title>${page}`);
      return;
    }
    const request: Seen = { method, path: url, headers, body: await text(incoming) };
    if (url !== '/favicon.ico') seen.push(request);
    const what = whatOf(request);
    const reply = what && answers.get(what);
    if (reply === undefined) response.writeHead(404).end();
    else if (typeof reply === 'function') reply(response, request);
    else {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(reply));
    }
  };

  const server = createServer((incoming, response) => void serve(incoming, response));
  const port = await listenLocally(server);
  return {
    origin: `http://${host}.localhost:${port}`,
    answer: (what, reply) => void answers.set(what, reply),
    makes,
    saves,
    seen,
    asked: (what) => seen.filter((request) => whatOf(request) === what),
    reset,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** Nothing of the poser's has been run in the popup, become an element of it, or been asked for. */
export const expectHarmless = async (popup: Popup, poser: Poser): Promise<void> => {
  const found = await popup.evaluate(() => ({
    ran: 'ran' in globalThis,
    elements: document.querySelectorAll('img, iframe, object, main script, main svg, main a')
      .length,
  }));
  expect(found).toEqual({ ran: false, elements: 0 });
  expect(poser.seen.map(({ path }) => path).filter((path) => path.includes('ran'))).toEqual([]);
};
