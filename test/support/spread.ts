import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenLocally } from './listen-locally.ts';

/** What stands before several bots, as a load balancer does. */
export interface Spread {
  readonly url: string;
  /** The ports behind it, from now on. */
  readonly lead: (...ports: readonly number[]) => void;
  /** How many requests each port has answered. */
  readonly answered: ReadonlyMap<number, number>;
  /** How many requests nobody has answered. */
  readonly lost: () => number;
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const send = (port: number, from: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, headers, url: path } = from;
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      buffer(response).then(
        (answer) =>
          resolve({ status: response.statusCode ?? 502, headers: response.headers, body: answer }),
        reject,
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** Gives requests to the ports in turn, and to the next where one is not there or takes no more work. */
export const startSpread = async (): Promise<Spread> => {
  let ports: readonly number[] = [];
  let turn = 0;
  const answered = new Map<number, number>();
  let lost = 0;

  const pass = async (from: IncomingMessage, to: ServerResponse): Promise<void> => {
    const body = await buffer(from);
    turn += 1;
    let answer: Answer | undefined;
    for (let tried = 0; tried < ports.length; tried += 1) {
      const port = ports[(turn + tried) % ports.length] ?? 0;
      try {
        answer = await send(port, from, body);
        if (answer.status === 503) continue;
        answered.set(port, (answered.get(port) ?? 0) + 1);
        break;
      } catch (error) {
        // What broke off may have been taken: whoever sent it decides whether to send it again.
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') break;
      }
    }
    if (!answer) lost += 1;
    to.writeHead(answer?.status ?? 502, answer?.headers);
    to.end(answer?.body);
  };

  const server = createServer((from, to) => void pass(from, to));
  const port = await listenLocally(server);
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    lead: (...next) => {
      ports = next;
    },
    answered,
    lost: () => lost,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
