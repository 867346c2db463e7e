import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { EVENTS_PATH } from '../../../bot/manifest/manifest.ts';
import { startWebServer } from '../../../bot/receivers/web-server.ts';

const sound = async () => ({ needed: {}, told: {} });
const sockets: Socket[] = [];

const opened = async (port: number, sent = ''): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(sent);
  return socket;
};

const refused: string[] = [];

const started = (slack: (response: ServerResponse) => void) =>
  startWebServer({
    port: 0,
    host: '127.0.0.1',
    slack: (_, response) => slack(response),
    installs: undefined,
    checks: sound,
    refused: ({ reason }) => refused.push(reason),
  });

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

describe('the bot’s server', () => {
  it('says that something was sent where nothing takes it, and not what or where', async () => {
    const server = await started((response) => response.end());
    const at = (path: string, method: string) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, { method });
    expect((await at('/slack/wrong?secret=1', 'POST')).status).toBe(404);
    expect((await at('/slack/events', 'POST')).status).toBe(200);
    expect((await at('/nowhere', 'GET')).status).toBe(404);
    expect(refused).toEqual(['not_here']);
    await server.stop();
  });
});

describe('the bot’s server, as it stops', () => {
  it.each([
    ['nothing', ''],
    ['half a head', 'GET /healthz HTTP/1.1\r\nho'],
  ])('leaves whoever has sent %s', async (_, sent) => {
    const server = await started(() => undefined);
    const socket = await opened(server.port, sent);
    const left = once(socket, 'close');
    // The server has it by the time that it has answered another.
    await fetch(`http://127.0.0.1:${server.port}/healthz`);
    await server.stop();
    await left;
  });

  it('ends with the answer that is under way, and not before', async () => {
    const waiting = Promise.withResolvers<ServerResponse>();
    const server = await started(waiting.resolve);
    const socket = await opened(
      server.port,
      `POST ${EVENTS_PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n`,
    );
    const response = await waiting.promise;
    let stopped = false;
    const stop = async (): Promise<void> => {
      await server.stop();
      stopped = true;
    };
    const stopping = stop();
    const silent = await opened(server.port).catch(() => undefined);
    expect(silent).toBeUndefined();
    expect(stopped).toBe(false);
    response.end('taken');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toContain('taken');
    await stopping;
  });
});
