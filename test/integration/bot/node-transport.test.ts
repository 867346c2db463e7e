import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { secret } from '../../../shared/secret.ts';
import type { WireAnswer, WireRequest } from '../../../shared/tenant-api/client.ts';
import { nodeTransport } from '../../../bot/tenant-api/node-transport.ts';
import { listenLocally } from '../../support/listen-locally.ts';

const REQUEST: WireRequest = {
  method: 'POST',
  path: '/api/v1/api_tokens?a=1',
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: '{"name":"Größe"}',
};

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  return `http://127.0.0.1:${await listenLocally(server)}`;
};

const ask = async (listener: RequestListener, timeoutMs?: number): Promise<WireAnswer> =>
  nodeTransport(await serve(listener), secret('a-key'), timeoutMs)(REQUEST);

describe('the bot’s way to the platform', () => {
  it('sends the request with the key, and brings back all that the client reads', async () => {
    let seen = '';
    const answer = await ask((request, response) => {
      const { method, url, headers } = request;
      seen = [method, url, headers['api-key'], headers['content-type']].join(' ');
      request.on('data', (chunk: Buffer) => {
        seen += ` ${chunk.toString()}`;
      });
      request.on('end', () => {
        response.writeHead(429, {
          'content-type': 'application/json',
          'retry-after': '7',
          'x-request-id': 'r-1',
        });
        response.end('{"ü":1}');
      });
    });
    expect(seen).toBe('POST /api/v1/api_tokens?a=1 a-key application/json {"name":"Größe"}');
    expect(answer).toEqual({
      kind: 'answer',
      status: 429,
      contentType: 'application/json',
      retryAfter: '7',
      requestId: 'r-1',
      body: '{"ü":1}',
    });
  });

  it('brings back an answer without a body', async () => {
    const answer = await ask((_request, response) => response.writeHead(204).end());
    expect(answer).toMatchObject({ kind: 'answer', status: 204, body: '' });
  });

  it('does not follow a redirect, with which the key would go', async () => {
    let elsewhere = 0;
    const target = await serve((_request, response) => {
      elsewhere += 1;
      response.end();
    });
    const answer = await ask((_request, response) =>
      response.writeHead(302, { location: target }).end('x'),
    );
    expect(answer).toEqual({ kind: 'redirected' });
    expect(elsewhere).toBe(0);
  });

  it('reads no more than a mebibyte', async () => {
    const chunk = Buffer.alloc(256 * 1024, 'x');
    const exact = await ask((_request, response) => {
      for (let part = 0; part < 4; part += 1) response.write(chunk);
      response.end();
    });
    expect(exact).toMatchObject({ kind: 'answer' });
    const endless = await ask((_request, response) => {
      const more = (): void => {
        if (response.write(chunk)) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    });
    expect(endless).toEqual({ kind: 'too_large' });
  });

  it('waits for an answer only so long, for its head and for its body', async () => {
    expect(await ask(() => undefined, 50)).toEqual({ kind: 'timeout' });
    const stuck = await ask((_request, response) => void response.writeHead(200).write('{'), 50);
    expect(stuck).toEqual({ kind: 'timeout' });
  });

  it('says that the platform cannot be reached where the connection breaks, or never stands', async () => {
    expect(await ask((request) => request.socket.destroy())).toEqual({ kind: 'unreachable' });
    const half = await ask((request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('half', () => request.socket.destroy());
    });
    expect(half).toEqual({ kind: 'unreachable' });
    const nobody = nodeTransport('http://127.0.0.1:1', secret('a-key'));
    expect(await nobody(REQUEST)).toEqual({ kind: 'unreachable' });
  });
});
