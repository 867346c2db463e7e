import { isValidSlackRequest, type App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { SLACK_ACCESS, startSlackWithApp, type SlackWithApp } from '../../../support/slack-app.ts';
import { startSlackWithPlainApp } from '../../../support/slack-plain-app.ts';

let running: SlackWithApp | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

let commands = 0;
const count = (app: App): void => {
  commands = 0;
  app.command('/example', async ({ ack }) => {
    commands += 1;
    await ack();
  });
};
const start = async () => {
  running = await startSlackWithApp('http', count);
  return running.slack;
};

describe('a request to the app', () => {
  it('is signed over its very bytes, as Bolt’s own verifier has it', async () => {
    const world = await startSlackWithPlainApp();
    try {
      await world.slack.asPerson('ada').command('general', '/example späße & 100 % “more”');
      const [request] = world.requests;
      if (!request) throw new Error('Nothing came.');
      const check = (body: string, signingSecret: string): boolean =>
        isValidSlackRequest({
          signingSecret,
          body,
          headers: {
            'x-slack-signature': String(request.headers['x-slack-signature']),
            'x-slack-request-timestamp': Number(request.headers['x-slack-request-timestamp']),
          },
        });
      expect(check(request.body, SLACK_ACCESS.signingSecret)).toBe(true);
      expect(check(`${request.body} `, SLACK_ACCESS.signingSecret)).toBe(false);
      expect(check(request.body, 'another')).toBe(false);
      expect(request.headers).toMatchObject({
        'content-type': 'application/x-www-form-urlencoded',
      });
      expect(request.headers['user-agent']).toContain('Slackbot');
    } finally {
      await world.close();
    }
  });

  it.each(['wrong-secret', 'stale', 'missing'] as const)(
    'with a signature that is %s is refused by Bolt, and the person sees it fail',
    async (signature) => {
      const slack = await start();
      slack.fault({ request: 'command', signature });
      const ada = slack.asPerson('ada');
      expect(await ada.command('general', '/example')).toMatchObject({ kind: 'failed' });
      expect(slack.journal().at(-1)).toMatchObject({ what: 'command', status: 401 });
      expect(await ada.command('general', '/example')).toEqual({ kind: 'acknowledged' });
      expect(commands).toBe(1);
    },
  );

  it('from the future is let through by Bolt, which is why apps check for themselves', async () => {
    const slack = await start();
    slack.fault({ request: '*', signature: 'future' });
    expect(await slack.asPerson('ada').command('general', '/example')).toEqual({
      kind: 'acknowledged',
    });
  });

  it('whose content type names a charset is not understood by Bolt', async () => {
    const slack = await start();
    slack.fault({ request: 'command', charset: true });
    expect(await slack.asPerson('ada').command('general', '/example')).toMatchObject({
      kind: 'failed',
    });
  });

  it('can come again, byte by byte', async () => {
    const slack = await start();
    slack.fault({ request: 'command', replays: 2 });
    await slack.asPerson('ada').command('general', '/example');
    expect(commands).toBe(3);
    expect(await slack.replay('command')).toEqual({ status: 200, body: '' });
    expect(commands).toBe(4);
    await expect(slack.replay('event')).rejects.toThrow('No event');
  });

  it('can be anything that a test makes up, soundly signed or not', async () => {
    const slack = await start();
    const body = 'command=%2Fexample&text=made+up&team_id=T1&user_id=U1&channel_id=C1';
    expect((await slack.sendRaw(body)).status).toBe(200);
    expect((await slack.sendRaw(body, { headers: { 'x-slack-signature': 'v0=00' } })).status).toBe(
      401,
    );
    expect((await slack.sendRaw(body, { headers: { 'x-slack-signature': null } })).status).toBe(
      401,
    );
    expect(commands).toBe(1);
  });

  it('can be altered before it is signed', async () => {
    const world = await startSlackWithPlainApp();
    try {
      world.slack.fault({
        request: 'command',
        tamper: (payload) => ({ ...payload, text: 'forged' }),
      });
      await world.slack.asPerson('ada').command('general', '/example true');
      expect(world.requests[0]?.payload['text']).toBe('forged');
    } finally {
      await world.close();
    }
  });
});
