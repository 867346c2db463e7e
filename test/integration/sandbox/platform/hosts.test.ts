import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import { anyText, textLike } from '../../../support/matchers.ts';
import { startTestPlatform, type TestPlatform } from '../../../support/test-platform.ts';

let t: TestPlatform;
beforeAll(async () => {
  t = await startTestPlatform();
});
afterAll(() => t.close());

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Sends what no client would. @returns the whole answer, as text */
const raw = (sent: string): Promise<string> => {
  const socket = createConnection(t.platform.port, '127.0.0.1');
  socket.write(sent);
  socket.end();
  return text(socket);
};

describe('hosts', () => {
  it.each([
    ['127.0.0.1', 200],
    ['localhost', 200],
    ['LOCALHOST', 200],
    ['nord.localhost', 200],
    ['api.nord.localhost', 200],
    ['hafen.nord.localhost', 200],
    ['api.hafen.nord.localhost', 200],
    ['labor.nord.localhost', 200],
    ['sol.localhost', 401],
    ['api.sol.localhost', 401],
    ['api.east.sol.localhost', 401],
    ['evil.example', 421],
    ['nord.localhost.evil.example', 421],
    ['nord.localhost.', 421],
    ['xnord.localhost', 421],
    ['api.api.nord.localhost', 421],
    ['0.0.0.0', 421],
    ['127.0.0.2', 421],
    ['[::1]', 421],
  ])('a key of Nord at %s is answered with %i', async (host, status) => {
    const answer = await t.call('GET', '/api/v1/session', { host, key: t.key() });
    expect(answer.status).toBe(status);
    expect(answer.headers['x-request-id']).toMatch(UUID);
  });

  it.each(['nord.localhost', '127.0.0.1', 'nord.localhost:1', 'nord.localhost:80'])(
    'the host %s is foreign without this port',
    async (host) => {
      const answer = await t.call('GET', '/api/v1/session', { key: t.key(), headers: { host } });
      expect(answer.status).toBe(421);
    },
  );

  it.each([
    ['hafen', 'api.labor.nord.localhost', 401],
    ['hafen', 'api.hafen.nord.localhost', 200],
    ['hafen', 'api.nord.localhost', 200],
    ['east', 'api.pacific.sol.localhost', 401],
    ['east', 'api.sol.localhost', 200],
  ] as const)('a key of %s at %s is answered with %i', async (tenant, host, status) => {
    const answer = await t.call('GET', '/api/v1/session', { host, key: t.key({ tenant }) });
    expect(answer.status).toBe(status);
  });

  it('a request line for another host than the header’s is refused', async () => {
    const answer = await t.call('GET', 'http://evil.example/api/v1/session', { key: t.key() });
    expect(answer.status).toBe(421);
  });

  it.each([
    ['its own and a foreign one', 'evil.example'],
    ['its own twice', undefined],
    ['two of its own', 'nord.localhost'],
  ])('a request with two Host headers is refused: %s', async (_name, other) => {
    const own = `127.0.0.1:${t.platform.port}`;
    for (const hosts of [
      [own, other ?? own],
      [other ?? own, own],
    ]) {
      const lines = hosts.map((host) => `host: ${host}\r\n`).join('');
      const answer = await raw(`GET /api/v1/session HTTP/1.1\r\n${lines}connection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
    }
  });

  it('shows links to all tenants on the machine’s own address, and only there', async () => {
    const index = await t.call('GET', '/');
    expect(index.status).toBe(200);
    for (const { url, apiUrl } of Object.values(t.platform.tenants)) {
      expect(index.text).toContain(`href="${url}"`);
      expect(index.text).toContain(apiUrl);
    }
    expect((await t.call('GET', '/', { host: 'api.nord.localhost' })).status).toBe(404);
  });
});

describe('every answer', () => {
  it.each([
    ['GET', '/api/v1/session', 'nord.localhost', 401],
    ['GET', '/nowhere', 'nord.localhost', 404],
    ['GET', '/api/v1/nowhere', '127.0.0.1', 404],
    ['PATCH', '/api/v1/api_tokens', 'nord.localhost', 405],
    ['GET', '/', 'evil.example', 421],
    ['GET', '/', 'nord.localhost', 200],
    ['GET', '/api/docs', 'nord.localhost', 200],
    ['GET', '/api/v1/openapi.json', 'api.nord.localhost', 200],
    ['OPTIONS', '/api/v1/api_tokens', 'nord.localhost', 204],
    ['HEAD', '/api/v1/session', 'nord.localhost', 401],
    ['DELETE', '/api/v1/devices/%E0%A4%A', 'nord.localhost', 401],
  ])('%s %s at %s (%i) has an id and safe headers', async (method, path, host, status) => {
    const answer = await t.call(method, path, {
      host,
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers['x-request-id']).toMatch(UUID);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    const cors = Object.keys(answer.headers).filter((name) => name.startsWith('access-control'));
    expect(cors).toEqual([]);
    if (status >= 400 && method !== 'HEAD') {
      expect(answer.json).toEqual({ error: anyText, code: status });
    }
  });

  it('never takes over a request id that the caller sends', async () => {
    const answer = await t.call('GET', '/api/v1/session', { headers: { 'x-request-id': 'mine' } });
    expect(answer.headers['x-request-id']).toMatch(UUID);
  });

  it('tells what a path allows', async () => {
    const answer = await t.call('OPTIONS', '/api/v1/api_tokens/some-id');
    expect(answer.headers.allow).toBe('DELETE, GET, HEAD, OPTIONS, PUT');
    const refused = await t.call('POST', '/api/v1/session');
    expect([refused.status, refused.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('answers HEAD as GET, without the body', async () => {
    const key = t.key();
    const head = await t.call('HEAD', '/api/v1/devices', { key });
    const get = await t.call('GET', '/api/v1/devices', { key });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
    expect(
      (await t.call('HEAD', '/api/v1/devices', { key: t.key({ permissions: [] }) })).status,
    ).toBe(403);
  });

  it.each([
    ['GARBAGE\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nhost: a b\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nexpect: a miracle\r\nconnection: close\r\n\r\n', 421],
    [`GET / HTTP/1.1\r\nx: ${'a'.repeat(70_000)}\r\n\r\n`, 431],
  ])('what is no sound HTTP (%j, %i) gets an id too', async (garbage, status) => {
    const answer = await raw(garbage);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/x-request-id: [0-9a-f-]{36}/i);
  });
});

describe('a connection', () => {
  it('is kept longer than those who use it do, so that none ends as it is used again', async () => {
    const { headers } = await fetch(`http://127.0.0.1:${t.platform.port}/api/v1/session`);
    expect(headers.get('keep-alive')).toBe('timeout=65');
  });
});

describe('the access log', () => {
  it('has method, path without query, status and id of each request, and no token', async () => {
    const key = t.key();
    const encoded = encodeURIComponent(key);
    const paths = [
      `/api/v1/devices?api_key=${encoded}`,
      `/api/v1/devices/${encoded}`,
      `/api/v1/devices/${key}`,
      `/${encoded}.js`,
    ];
    for (const path of paths) await t.call('GET', path, { key });
    const lines = t.log.slice(-paths.length);
    expect(lines).toEqual([
      textLike(/^GET \/api\/v1\/devices 422 [0-9a-f-]{36}$/),
      textLike(/^GET \/api\/v1\/devices\/\* 404 [0-9a-f-]{36}$/),
      textLike(/^GET \/api\/v1\/devices\/\S+ 404 [0-9a-f-]{36}$/),
      textLike(/^GET \/\* 404 [0-9a-f-]{36}$/),
    ]);
    for (const line of lines) expect(line).not.toContain(key.slice(4, 12));
  });
});
