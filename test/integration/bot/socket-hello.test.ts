import { createServer, type Server } from 'node:http';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { createSdkLogger } from '../../../bot/log/sdk-logger.ts';
import { createNetwork } from '../../../bot/network/network.ts';
import { createIntake } from '../../../bot/receivers/intake.ts';
import type { BotReceiver } from '../../../bot/receivers/receiver.ts';
import { createSocketReceiver } from '../../../bot/receivers/socket-receiver.ts';
import { secret } from '../../../shared/secret.ts';
import { eventually } from '../../support/eventually.ts';
import { listenLocally } from '../../support/listen-locally.ts';
import { testLog } from '../../support/test-log.ts';

const HELLO = '{"type":"hello"}';

/** What becomes of each socket in turn; the last of them of those after it too. */
type Greeting = 'hello and end' | 'silence' | 'no upgrade' | 'hello';

let server: Server;
let sockets: WebSocketServer;
let opened: number;
let logged: string[];
let receiver: BotReceiver;

const startWith = async (...greetings: readonly Greeting[]): Promise<void> => {
  opened = 0;
  logged = [];
  sockets = new WebSocketServer({ noServer: true });
  let url = '';
  server = createServer((_, response) => {
    opened += 1;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url }));
  });
  server.on('upgrade', (request, socket, head) => {
    const greeting = greetings[opened - 1] ?? greetings.at(-1);
    if (greeting === 'no upgrade') return;
    sockets.handleUpgrade(request, socket, head, (link) => {
      if (greeting !== 'silence') link.send(HELLO);
      if (greeting === 'hello and end') link.close();
    });
  });
  const port = await listenLocally(server);
  url = `ws://127.0.0.1:${port}/link`;
  const log = testLog((line) => logged.push(line));
  receiver = createSocketReceiver({
    appToken: secret('xapp-1-abc'),
    slackApiUrl: `http://127.0.0.1:${port}/api/`,
    intake: createIntake(() => () => undefined),
    logger: createSdkLogger(log),
    log,
    now: Date.now,
    network: createNetwork(null, () => undefined),
    refused: () => undefined,
    helloMs: 2000,
  });
  receiver.receiver.init({ processEvent: async () => undefined } as unknown as App);
};

const lines = (event: string): string[] => logged.filter((line) => line.includes(`"${event}"`));

describe('a socket on which Slack never says hello', () => {
  afterEach(async () => {
    await receiver.receiver.stop();
    for (const each of sockets.clients) each.terminate();
    server.closeAllConnections();
    server.close();
  });

  it.each(['silence', 'no upgrade'] as const)(
    'is given up, with a line that says so, and another is opened: %s',
    async (greeting) => {
      await startWith('hello and end', greeting, greeting, 'hello');
      await receiver.receiver.start();
      await eventually(() => opened === 4 && receiver.connected());
      expect(lines('socket_not_connected')).toHaveLength(2);
      expect(lines('socket_not_connected')[0]).toContain('"no_hello"');
      expect(lines('socket_connected')).toHaveLength(2);
    },
  );

  it.each(['silence', 'no upgrade'] as const)(
    'ends a start, and is not waited for any longer: %s',
    async (greeting) => {
      await startWith(greeting);
      await expect(receiver.receiver.start()).rejects.toMatchObject({ code: 'no_hello' });
      expect(receiver.connected()).toBe(false);
      expect(opened).toBe(1);
    },
  );
});
