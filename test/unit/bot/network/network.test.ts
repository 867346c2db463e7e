import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNetwork } from '../../../../bot/network/network.ts';
import { secret } from '../../../../shared/secret.ts';
import { listenLocally } from '../../../support/listen-locally.ts';

/** What the proxy was asked for, whether or not as a tunnel. */
const asked: string[] = [];
const proxy = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.writeHead(403).end();
});
proxy.on('connect', ({ url }, socket) => {
  asked.push(url ?? '');
  socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
});
const own = createServer((_, response) => response.end('here'));
let proxyPort: number;
let ownPort: number;

beforeAll(async () => {
  proxyPort = await listenLocally(proxy);
  own.listen(0);
  await once(own, 'listening');
  const address = own.address();
  ownPort = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
  proxy.close();
  own.close();
});

const ask = async (except: string, url: string): Promise<void> => {
  asked.length = 0;
  const through = { url: secret(`http://127.0.0.1:${proxyPort}`), except };
  const network = createNetwork(through, () => undefined);
  await network.fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  await network.close();
};

it.each(['localhost', '127.0.0.1', '127.0.0.2', '127.1.2.3', '[::1]'])(
  'asks no proxy for what is on this machine, whatever its address: %s',
  async (host) => {
    await ask('', `http://${host}:${ownPort}/`);
    expect(asked).toEqual([]);
  },
);

// Of a network that is kept for documents, where nobody answers.
const ADDRESS = 'https://192.0.2.7:8443/';

it.each([
  '*',
  '192.0.2.7',
  '192.0.2.7:8443',
  'example.com 192.0.2.7',
  '192.0.2.0/24',
  'example.com,192.0.2.0/28',
])('asks no proxy for an address that NO_PROXY means by %s', async (except) => {
  await ask(except, ADDRESS);
  expect(asked).toEqual([]);
});

it.each([
  '',
  '192.0.2.8',
  '192.0.2.7:2',
  '192.0.2.8/29',
  '192.0.2.0/99',
  'not.a.net/24',
  '2001:db8::/32',
])('asks the proxy for an address that NO_PROXY does not mean by %s', async (except) => {
  await ask(except, ADDRESS);
  expect(asked).toEqual(['192.0.2.7:8443']);
});

it.each(['2001:db8::/32', '2001:db8::7'])(
  'knows addresses of six bytes more by %s',
  async (except) => {
    await ask(except, 'https://[2001:db8::7]:8443/');
    expect(asked).toEqual([]);
  },
);
