import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createPrivateAuthority } from './tls.ts';
import { listenLocally } from './listen-locally.ts';

/** A network whose names exist behind a proxy alone, and whose certificates a private authority signs. */
export interface CorporateNetwork {
  /** Where the proxy is, with the password that it wants. */
  readonly proxyUrl: string;
  readonly password: string;
  /** The authority's certificate, PEM. */
  readonly ca: string;
  /** Where the proxy was asked to lead to, each once, as `host:port`. */
  readonly asked: () => readonly string[];
  readonly close: () => Promise<void>;
}

const join = (one: Duplex, other: Duplex): void => {
  one.on('error', () => other.destroy());
  other.on('error', () => one.destroy());
  one.pipe(other).pipe(one);
};

const PASSWORD = 'a proxy’s password';
const USER = 'bot';

/** @param hosts the network's names, and the port of this machine where each really is, by plain http */
export const startCorporateNetwork = async (
  hosts: Readonly<Record<string, number>>,
): Promise<CorporateNetwork> => {
  const names = Object.keys(hosts);
  const { ca, cert, key } = createPrivateAuthority(names);
  const open = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  };

  const behind = (incoming: IncomingMessage) => {
    const port = hosts[(incoming.headers.host ?? '').split(':')[0] ?? ''];
    const { method, url: path, headers } = incoming;
    return request({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...headers, host: `127.0.0.1:${port}` },
    });
  };
  const front = createTlsServer({ cert, key }, (incoming, response) => {
    const inner = behind(incoming);
    inner.on('error', () => response.destroy());
    inner.on('response', (answer) => {
      const pass = async (): Promise<void> => {
        // Slack says where its sockets are; here they are behind the same front.
        const said = (await text(answer)).replace(/ws:\/\/127\.0\.0\.1:\d+/, `wss://${names[0]}`);
        const { 'content-length': _, ...headers } = answer.headers;
        response.writeHead(answer.statusCode ?? 500, headers).end(said);
      };
      void pass();
    });
    incoming.pipe(inner);
  });
  front.on('upgrade', (incoming, socket) => {
    const inner = behind(incoming);
    inner.on('error', () => socket.destroy());
    inner.on('upgrade', (answer, innerSocket, head) => {
      const lines = Object.entries(answer.headers).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.write(head);
      join(socket, innerSocket);
    });
    inner.end();
  });
  front.on('connection', keep);
  const frontPort = await listenLocally(front);

  const asked = new Set<string>();
  const wanted = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on('connection', keep);
  proxy.on('connect', (incoming, socket: Duplex) => {
    if (incoming.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const target = incoming.url ?? '';
    asked.add(target);
    if (!names.includes(target.replace(/:443$/, ''))) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const inner = connect(frontPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      join(socket, inner);
    });
  });
  const port = await listenLocally(proxy);
  return {
    proxyUrl: `http://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    password: PASSWORD,
    ca,
    asked: () => [...asked],
    close: async () => {
      for (const socket of open) socket.destroy();
      proxy.close();
      front.close();
      await Promise.all([once(proxy, 'close'), once(front, 'close')]);
    },
  };
};
