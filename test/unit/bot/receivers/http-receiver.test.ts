import type { App, ReceiverEvent } from '@slack/bolt';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { afterEach, expect, it, vi } from 'vitest';
import { createLog } from '../../../../bot/log/log.ts';
import { createSdkLogger } from '../../../../bot/log/sdk-logger.ts';
import { EVENTS_PATH } from '../../../../bot/manifest/manifest.ts';
import { createHttpReceiver } from '../../../../bot/receivers/http-receiver.ts';
import { createIntake } from '../../../../bot/receivers/intake.ts';
import { secret } from '../../../../shared/secret.ts';
import { listenLocally } from '../../../support/listen-locally.ts';

const SIGNING_SECRET = 'a-signing-secret';

afterEach(() => vi.useRealTimers());

it('lets a listener that acknowledges late go on with its work', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const log = createLog({ level: 'debug', redact: (text) => text, write, now: Date.now });
  const receiver = createHttpReceiver({
    signingSecret: secret(SIGNING_SECRET),
    intake: createIntake(() => () => undefined),
    logger: createSdkLogger(log),
    now: Date.now,
    warn: log.warn,
    refused: () => undefined,
  });
  const taken = Promise.withResolvers<ReceiverEvent['ack']>();
  const worked = Promise.withResolvers<void>();
  const acknowledge = Promise.withResolvers<void>();
  const app = {
    processEvent: async ({ ack }: ReceiverEvent) => {
      taken.resolve(ack);
      await acknowledge.promise;
      await ack();
      worked.resolve();
    },
  } as unknown as App;
  receiver.receiver.init(app);
  const server = createServer(receiver.listener);
  const port = await listenLocally(server);

  const body = new URLSearchParams({
    command: '/tenant-token',
    text: '',
    user_id: 'U1',
    team_id: 'T1',
    channel_id: 'C1',
    trigger_id: '1',
    response_url: 'https://hooks.slack.com/commands/1',
  }).toString();
  const time = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${time}:${body}`).digest('hex');
  const answer = fetch(`http://127.0.0.1:${port}${EVENTS_PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${hash}`,
    },
    body,
  });
  await taken.promise;
  vi.advanceTimersByTime(10_000);
  acknowledge.resolve();
  await worked.promise;
  expect((await answer).status).toBe(200);
  expect(lines.join()).toContain('late');
  server.close();
});
