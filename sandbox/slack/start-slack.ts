import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { createPersonWindow } from './client/person-window.ts';
import { type Clock, completeClock } from './clock.ts';
import { createFaults } from './faults/faults.ts';
import type { PersonWindow } from './handle/person-window.ts';
import type { Slack, SlackOptions } from './handle/slack.ts';
import { clientRoutes } from './client-api/routes.ts';
import { createApp } from './http/app.ts';
import type { Env } from './http/env.ts';
import { pageRoutes, readPageFiles } from './http/page-files.ts';
import { isOwnHost, namesOneHost } from './http/hosts.ts';
import { createJournal } from './journal.ts';
import { authorizeRoutes } from './oauth/authorize.ts';
import { createOauth } from './oauth/oauth.ts';
import { createOperations } from './operations.ts';
import { createSockets } from './outbound/sockets.ts';
import { DEFAULT_SEED } from './seed/default-seed.ts';
import { type Seed, seedSchema } from './seed/seed-schema.ts';
import type { Service } from './service.ts';
import { createRateLimits } from './web-api/rate-limits.ts';
import { createWorld } from './world/create-world.ts';
import { findChannel, findPerson } from './world/find.ts';
import { openWindow } from './world/windows.ts';

const LOOPBACK = '127.0.0.1';
const SOCKET_PATH = '/link/';

/** What all workspaces of one Slack have together. */
type Common = Pick<Service, 'access' | 'route' | 'sockets' | 'oauth' | 'origin'>;

/** One workspace: everything but the server. */
const createService = (
  options: SlackOptions,
  clock: Required<Clock>,
  seed: Seed,
  common: (appId: string) => Common,
): Service => {
  const world = createWorld(seedSchema.parse(seed), clock, options.enterprise);
  return {
    world,
    faults: createFaults(),
    journal: createJournal(options.journalLength, options.observe),
    rateLimits: createRateLimits(clock.now, options.rateLimits ?? true),
    tokens: new Map(),
    sent: new Map(),
    underWay: new Set(),
    ...common(world.app.id),
  };
};

/** All workspaces; the app is installed from the start in the first alone, where it has a token. */
const createServices = (
  options: SlackOptions,
  port: () => number,
): readonly [Service, ...Service[]] => {
  const { app, seed = DEFAULT_SEED, others = [] } = options;
  const clock = completeClock(options.clock);
  const all: Service[] = [];
  let known: Common | undefined;
  const common = (appId: string): Common => {
    known ??= {
      sockets: createSockets(appId),
      access: { signingSecret: app.signingSecret, appToken: app.appToken },
      route: { requestUrl: app.requestUrl, socketMode: app.socketMode ?? false },
      oauth: app.oauth && createOauth(app.oauth, () => all, clock.now),
      origin: () => `http://${LOOPBACK}:${port()}`,
    };
    return known;
  };
  const first = createService(options, clock, seed, common);
  if (app.botToken !== undefined) {
    first.tokens.set(app.botToken, { expires: undefined, org: false });
  }
  all.push(first, ...others.map((other) => createService(options, clock, other, common)));
  return [first, ...all.slice(1)];
};

/**
 * How long a connection may be idle before it is closed here, in ms. Longer than apps keep theirs: what is
 * sent as the other side closes is lost, and nobody knows what became of it.
 */
const IDLE_MS = 65_000;

/** Listens for apps and browsers. @throws Error where the port is taken */
const listen = async (service: Service, app: Hono<Env>, wanted: number) => {
  const answer = getRequestListener((request, env) => app.fetch(request, env), {
    overrideGlobalObjects: false,
  });
  const server = createServer(
    { keepAliveTimeout: IDLE_MS },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  server.on('upgrade', (request, socket, head) => {
    const url = URL.parse(request.url ?? '', service.origin());
    const ticket = url?.pathname === SOCKET_PATH ? url.searchParams.get('ticket') : null;
    const own = isOwnHost(request.headers.host, Number(new URL(service.origin()).port));
    const fromPage = request.headers.origin !== undefined;
    if (own && namesOneHost(request) && !fromPage && ticket !== null) {
      if (service.sockets.upgrade(request, socket, head, ticket)) return;
    }
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  server.listen(wanted, LOOPBACK);
  await once(server, 'listening');
  return server;
};

/** People's windows, each made once. */
const createWindows = (service: Service): Slack['asPerson'] => {
  const windows = new Map<string, PersonWindow>();
  return (name, windowName = 'main') => {
    const person = findPerson(service.world, name);
    const key = `${person.id} ${windowName}`;
    const existing = windows.get(key);
    if (existing) return existing;
    const created = createPersonWindow(
      service,
      person,
      openWindow(service.world, person.id, windowName),
    );
    const window = {
      ...created,
      leave: () => {
        created.leave();
        windows.delete(key);
      },
    };
    windows.set(key, window);
    return window;
  };
};

/**
 * Starts a Slack workspace on this machine's loopback address, with one app installed.
 * @returns once it listens
 * @throws Error where the seed is unsound or the port taken
 */
export const startSlack = async (options: SlackOptions): Promise<Slack> => {
  let port = options.port ?? 0;
  const services = createServices(options, () => port);
  const [service] = services;
  const asPerson = createWindows(service);
  const app = createApp(services, () => port);
  clientRoutes(app, service, { ...createOperations(service), asPerson });
  if (service.oauth) authorizeRoutes(app, services, service.oauth);
  pageRoutes(app, await readPageFiles(options.pageDir));
  const server = await listen(service, app, port);
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : port;

  const handleOf = (own: Service, others: readonly Slack[]): Slack => {
    const { world } = own;
    return {
      port,
      origin: own.origin(),
      apiUrl: `${own.origin()}/api/`,
      teamId: world.team.id,
      appId: world.app.id,
      botUserId: world.app.botUserId,
      botId: world.app.botId,
      person: (name) => {
        const { id, name: short, realName } = findPerson(world, name);
        return { id, name: short, realName };
      },
      channel: (name) => {
        const { id, name: short } = findChannel(world, name);
        return { id, name: short };
      },
      asPerson: own === service ? asPerson : createWindows(own),
      ...createOperations(own),
      others,
      close: async () => {
        for (const each of services) each.faults.clear();
        await service.sockets.close();
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
      },
    };
  };
  return handleOf(
    service,
    services.slice(1).map((each) => handleOf(each, [])),
  );
};
