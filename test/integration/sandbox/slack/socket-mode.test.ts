import { SocketModeClient } from '@slack/socket-mode';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createManualClock, type ManualClock } from '../../../../sandbox/slack/clock.ts';
import type { Slack } from '../../../../sandbox/slack/handle/slack.ts';
import { startSlack } from '../../../../sandbox/slack/start-slack.ts';
import { silent, SLACK_ACCESS } from '../../../support/slack-app.ts';
import { clientOf, errorOf } from '../../../support/slack-plain-app.ts';

let clock: ManualClock;
let slack: Slack;
const clients: SocketModeClient[] = [];
beforeEach(async () => {
  clock = createManualClock();
  slack = await startSlack({ app: { ...SLACK_ACCESS, socketMode: true }, clock });
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.disconnect()));
  await slack.close();
});

interface Envelope {
  readonly ack: (response?: object) => Promise<void>;
  readonly body: Record<string, unknown>;
  readonly envelope_id: string;
  readonly accepts_response_payload: boolean;
}

/** Slack's own client, connected. */
const connect = async (onCommand: (envelope: Envelope) => unknown): Promise<SocketModeClient> => {
  const client = new SocketModeClient({
    appToken: SLACK_ACCESS.appToken,
    logger: silent,
    clientPingTimeout: 500,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  client.on('slash_commands', onCommand);
  clients.push(client);
  await client.start();
  return client;
};

const ticketUrl = async (): Promise<string> =>
  (await clientOf(slack, SLACK_ACCESS.appToken).apps.connections.open({})).url ?? '';

const refusedWith = async (url: string): Promise<number> => {
  const socket = new WebSocket(url);
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode: number; destroy: () => void },
  ];
  response.destroy();
  return response.statusCode;
};

describe('a connection', () => {
  it('needs a ticket, which is good for one', async () => {
    const url = await ticketUrl();
    const socket = new WebSocket(url);
    const [hello] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(hello.toString())).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: slack.appId },
    });
    expect(await refusedWith(url)).toBe(403);
    expect(await refusedWith(`${url}x`)).toBe(403);
    socket.close();
    await once(socket, 'close');
  });

  it('is there for the app’s token alone', async () => {
    expect(await errorOf(clientOf(slack).apps.connections.open({}))).toBe('not_allowed_token_type');
    expect(await errorOf(clientOf(slack, 'xapp-other').apps.connections.open({}))).toBe(
      'invalid_auth',
    );
  });

  it('survives the pings of Slack’s own client, and comes back when Slack renews it', async () => {
    const client = await connect(({ ack }) => ack());
    const pongs = 1;
    expect(slack.sockets()).toBe(pongs);
    const back = new Promise((resolve) => client.once('connected', resolve));
    slack.disconnectSockets('refresh_requested');
    await back;
    // The old one may still be saying goodbye.
    await expect.poll(() => slack.sockets()).toBe(1);
    expect(await slack.asPerson('ada').command('general', '/example')).toEqual({
      kind: 'acknowledged',
    });
  });
});

describe('an envelope', () => {
  it('carries the same payload as a form, and takes an answer', async () => {
    const got: Envelope[] = [];
    await connect((envelope) => {
      got.push(envelope);
      return envelope.ack({ text: 'Plain' });
    });
    const ada = slack.asPerson('ada');
    expect(await ada.command('general', '/example here')).toEqual({
      kind: 'acknowledged',
      text: 'Plain',
    });
    expect(ada.ephemerals()).toMatchObject([{ text: 'Plain' }]);
    expect(got[0]).toMatchObject({
      accepts_response_payload: true,
      body: { command: '/example', text: 'here', user_id: ada.personId },
    });
  });

  it('goes to the connections in turn', async () => {
    const got: string[] = [];
    await connect(({ ack }) => (got.push('first'), ack()));
    await connect(({ ack }) => (got.push('second'), ack()));
    const ada = slack.asPerson('ada');
    for (let count = 0; count < 4; count += 1) await ada.command('general', '/example');
    expect(got.toSorted()).toEqual(['first', 'first', 'second', 'second']);
  });

  it('fails where there is no connection, or it breaks before the answer', async () => {
    const ada = slack.asPerson('ada');
    expect(await ada.command('general', '/example')).toMatchObject({ kind: 'failed' });
    await connect(() => slack.disconnectSockets('none'));
    expect(await ada.command('general', '/example')).toMatchObject({ kind: 'failed' });
  });

  it('is over after three seconds', async () => {
    const arrived = Promise.withResolvers<Envelope>();
    await connect((envelope) => arrived.resolve(envelope));
    const command = slack.asPerson('ada').command('general', '/example');
    const envelope = await arrived.promise;
    clock.advance(3000);
    expect(await command).toMatchObject({ kind: 'timeout' });
    await envelope.ack({ text: 'too late' });
    expect(slack.asPerson('ada').ephemerals()).toEqual([]);
  });
});
