import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { HEADERS } from '../../shared/tenant-api/endpoints.ts';
import { readReferenceAssets } from './api/reference-page.ts';
import { createApp } from './app.ts';
import { createSignInThrottles } from './cockpit-api/sign-in.ts';
import { originsOf } from './hosts.ts';
import { errorBody } from './http/answer.ts';
import { readServedFiles } from './pages/files.ts';
import { seed } from './seed/seed.ts';
import { SEED_TENANTS, type TenantSlug } from './seed/tenants.ts';
import { openDatabase } from './store/database.ts';
import { issueKey, type KeyOptions } from './tokens/issue-key.ts';
import type { PlatformWorld } from './world.ts';

export interface PlatformOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** A path, or `:memory:`. */
  readonly dataFile: string;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly log?: (line: string) => void;
  /** For tests: called around each request; makes faults before or after its effect. */
  readonly intercept?: (request: Request, next: () => Promise<Response>) => Promise<Response>;
  /** The folder of the built cockpit. */
  readonly cockpitDir?: string;
}

/** Where a seeded tenant is. */
interface PlatformTenant {
  readonly id: string;
  /** Its URL's origin: cockpit, and the API for sessions and keys. */
  readonly url: string;
  /** Its API URL's origin: the API for keys. */
  readonly apiUrl: string;
}

/** A running tenant platform. */
export interface Platform {
  readonly port: number;
  readonly tenants: Readonly<Record<TenantSlug, PlatformTenant>>;
  /** Makes an active key, in process. */
  readonly issueKey: (options: KeyOptions) => string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/**
 * How long a connection may be idle before it is closed here, in ms. Longer than clients keep theirs, as the
 * bot's own: what is sent as the other side closes is lost, and nobody knows what became of it.
 */
const IDLE_MS = 65_000;

const NOT_HTTP = 'The request is not sound HTTP.';

const failure = (status: number, error: string): Response =>
  Response.json(errorBody(status, error), {
    status,
    headers: { [HEADERS.requestId]: randomUUID(), 'cache-control': 'no-store' },
  });

/** What does not even parse as HTTP has no request to answer; it gets the same form all the same. */
const refuseGarbage = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const [status, reason] = tooLarge
    ? [431, 'Request Header Fields Too Large']
    : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [408, 'Request Timeout']
      : [400, 'Bad Request'];
  const body = JSON.stringify(errorBody(status, NOT_HTTP));
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\ncontent-type: application/json\r\n` +
      `${HEADERS.requestId}: ${randomUUID()}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
};

/**
 * Starts the tenant platform on this machine's loopback address.
 * @returns once it listens
 * @throws Error where the data file cannot be opened or the port is taken
 */
export const startPlatform = async (options: PlatformOptions): Promise<Platform> => {
  const { now = Date.now, log = () => undefined, intercept, cockpitDir } = options;
  const db = openDatabase(options.dataFile);
  let port = options.port;
  const world: PlatformWorld = {
    db,
    now,
    log,
    port: () => port,
    signInThrottles: createSignInThrottles(),
    cockpit: cockpitDir === undefined ? new Map() : await readServedFiles(cockpitDir),
    reference: await readReferenceAssets(),
  };
  await seed(db);
  const app = createApp(world);
  const fetch = async (request: Request, env: unknown): Promise<Response> => {
    const next = async (): Promise<Response> => app.fetch(request, env as HttpBindings);
    return intercept ? intercept(request, next) : next();
  };
  const listener = getRequestListener(fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => failure(400, NOT_HTTP),
  });
  // What Node would refuse by itself is refused here, in the contract's form.
  const server = createServer({ requireHostHeader: false, keepAliveTimeout: IDLE_MS });
  const answer: RequestListener = (incoming, outgoing) => void listener(incoming, outgoing);
  server.on('request', answer).on('checkExpectation', answer);
  server.on('clientError', refuseGarbage);
  server.listen(options.port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (error) {
    db.close();
    throw error;
  }
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : options.port;

  return {
    port,
    tenants: Object.fromEntries(
      SEED_TENANTS.map((tenant) => [tenant.slug, { id: tenant.id, ...originsOf(tenant, port) }]),
    ) as Record<TenantSlug, PlatformTenant>,
    issueKey: (key) => issueKey(db, now(), key),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      db.close();
    },
  };
};
