import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { sessionToWire, tenantToWire, tokenToWire } from '../../../shared/tenant-api/codec.ts';
import {
  ENDPOINTS,
  FIELDS,
  MAX_PAGE_SIZE,
  QUERY,
  TOKEN_FIELDS,
} from '../../../shared/tenant-api/endpoints.ts';
import type { ApiToken, Tenant } from '../../../shared/tenant-api/port.ts';
import { fromWire } from '../../../shared/tenant-api/wire.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import type { TokenRequest } from '../../../shared/token-request.ts';
import { freshToken } from '../../support/hand-over.ts';
import { listenLocally } from '../../support/listen-locally.ts';

/** A platform that keeps nothing but the tokens that are not saved yet. */
export interface LightPlatform {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const TEN_MINUTES = 10 * 60_000;

const tenantsOf = (count: number): readonly Tenant[] =>
  Array.from({ length: count }, (_, number) => ({
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name: `Plant ${number} of ${['Nord', 'Süd', 'Ost', 'West'][number % 4]}`,
    parentId: null,
    timeZone: 'Europe/Vienna',
  }));

const sessionIn = ({ id, name, timeZone }: Tenant, origin: string): object =>
  sessionToWire({
    user: null,
    tenant: { id, name, timeZone, url: origin, apiUrl: origin, language: 'en' },
    canManageTokens: true,
    canUseAllTenants: true,
    permissions: PERMISSIONS,
  });

/** @param count how many tenants it has */
export const startLightPlatform = async (count: number): Promise<LightPlatform> => {
  const tenants = tenantsOf(count);
  const [own] = tenants;
  if (!own) throw new Error('A platform has a tenant.');
  const pages = Array.from({ length: Math.ceil(count / MAX_PAGE_SIZE) }, (_, page) =>
    JSON.stringify({
      [FIELDS.list.items]: tenants
        .slice(page * MAX_PAGE_SIZE, (page + 1) * MAX_PAGE_SIZE)
        .map(tenantToWire),
      [FIELDS.list.total]: count,
    }),
  );
  const pending = new Map<string, ApiToken>();
  let origin = '';

  const next = (body: string): object => {
    const wanted = fromWire(TOKEN_FIELDS.request, JSON.parse(body)) as unknown as TokenRequest;
    const now = Date.now();
    const record: ApiToken = {
      ...wanted,
      id: randomUUID(),
      anchorTenantId: own.id,
      expiresAt: null,
      state: 'pending',
      pendingUntil: new Date(now + TEN_MINUTES).toISOString(),
      hint: 'abcd',
      generation: 1,
      version: 1,
      createdAt: new Date(now).toISOString(),
      createdBy: own.id,
      onBehalfOf: null,
      lastUsedAt: null,
    };
    pending.set(record.id, record);
    return { ...tokenToWire(record), [TOKEN_FIELDS.newToken.token]: freshToken() };
  };

  const save = (id: string): object => {
    const record = pending.get(id);
    if (!record) throw new Error('There is no such token.');
    pending.delete(id);
    return tokenToWire({ ...record, state: 'active', pendingUntil: null });
  };

  const bodyFor = async (request: IncomingMessage): Promise<string> => {
    const { pathname, searchParams } = new URL(request.url ?? '', origin);
    if (request.method === 'POST') {
      const sent = await text(request);
      const id = pathname.split('/').at(-2) ?? '';
      return JSON.stringify(pathname === ENDPOINTS.next.path ? next(sent) : save(id));
    }
    if (pathname === ENDPOINTS.session.path) return JSON.stringify(sessionIn(own, origin));
    return pages[Number(searchParams.get(QUERY.pageNumber) ?? 1) - 1] ?? pages[0] ?? '';
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyFor(request);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.keepAliveTimeout = 60_000;
  origin = `http://127.0.0.1:${await listenLocally(server)}`;
  return {
    origin,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
