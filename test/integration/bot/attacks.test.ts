import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { TEXTS } from '../../../bot/messages/texts.ts';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../../sandbox/slack/handle/seen.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { eventually } from '../../support/eventually.ts';
import { SLACK_ACCESS } from '../../support/slack-app.ts';

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld('http', { rateLimits: false });
});
beforeEach(() => {
  world.slack.clearFaults();
  world.faults.clear();
  world.slack.asPerson('ivo').reload();
});
afterAll(async () => world.close());

const FORM = 'application/x-www-form-urlencoded';

const made = (): number => world.faults.count('POST', /\/api_tokens$/);
/** Forms that the bot has opened, or was too late for; none by a trigger that a test made up. */
const opened = (): number =>
  world.slack
    .journal()
    .filter(({ what, error }) => what === 'views.open' && error !== 'invalid_trigger_id').length;

/** The token that the bot shows ivo. */
const token = (window: PersonWindow): Promise<SeenMessage> =>
  window.until(() => window.ephemerals().find(({ preformatted }) => preformatted.length > 0));

const commandBody = (changes: Record<string, string> = {}): string =>
  new URLSearchParams({
    command: COMMAND,
    text: 'create',
    user_id: world.slack.person('ivo').id,
    team_id: world.slack.teamId,
    channel_id: world.slack.channel('operations').id,
    trigger_id: '1.2.abc',
    response_url: `${world.slack.origin}/commands/T1/1/x`,
    ...changes,
  }).toString();

const payload = (value: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(value) }).toString();

describe('a request that is not soundly signed', () => {
  it.each(['wrong-secret', 'stale', 'future', 'missing'] as const)(
    'gets a 401 and has no effect: %s',
    async (signature) => {
      const before = opened();
      world.slack.fault({ request: 'command', signature });
      const window = world.slack.asPerson('ivo');
      const { kind } = await window.command('operations', `${COMMAND} create`);
      expect(kind).toBe('failed');
      expect(world.slack.journal().findLast(({ what }) => what === 'command')?.status).toBe(401);
      expect(opened()).toBe(before);
    },
  );

  it('gets a 401 even where its time is no number', async () => {
    const time = 'NaN';
    const body = commandBody();
    const hash = createHmac('sha256', SLACK_ACCESS.signingSecret)
      .update(`v0:${time}:${body}`)
      .digest('hex');
    const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${hash}` };
    expect((await world.slack.sendRaw(body, { headers })).status).toBe(401);
  });
});

/** The same request, its signature and its time written as a test wants them. */
const signed = (body: string, write: (hash: string, time: string) => Record<string, string>) => {
  const time = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SLACK_ACCESS.signingSecret)
    .update(`v0:${time}:${body}`)
    .digest('hex');
  return world.slack.sendRaw(body, { headers: write(hash, time) });
};

const headers = (signature: string, time: string) => ({
  'x-slack-signature': signature,
  'x-slack-request-timestamp': time,
});

describe('a replayed request', () => {
  it.each([
    ['something after the hash', (hash: string, time: string) => headers(`v0=${hash}=1`, time)],
    ['something after a comma', (hash: string, time: string) => headers(`v0=${hash},v0=0`, time)],
    ['capitals', (hash: string, time: string) => headers(`v0=${hash.toUpperCase()}`, time)],
    ['a fraction', (hash: string, time: string) => headers(`v0=${hash}`, `${time}.0`)],
    ['a sign', (hash: string, time: string) => headers(`v0=${hash}`, `+${time}`)],
    ['an exponent', (hash: string, time: string) => headers(`v0=${hash}`, `${time}e0`)],
  ])('has no effect where its signature or time comes with %s', async (_, write) => {
    const body = commandBody({ text: `create "${_}"` });
    expect((await signed(body, (hash, time) => headers(`v0=${hash}`, time))).status).toBe(200);
    // Refused at the door, it reaches nothing that could have an effect.
    expect((await signed(body, write)).status).toBe(401);
    // The one before was worked on: its answer is not to come in the middle of another test.
    const ivo = world.slack.asPerson('ivo');
    const { expired } = TEXTS.de.problems;
    await ivo.until(() => ivo.ephemerals().some(({ words }) => words === expired));
  });

  it('that is a search is answered again: the same one may come twice within a second', async () => {
    const window = await world.openForm('ada', 'general', '"Searched"');
    const search = payload({
      type: 'block_suggestion',
      user: { id: world.slack.person('ada').id },
      team: { id: world.slack.teamId },
      action_id: 'tenant',
      block_id: 'tenant',
      value: 'nord',
    });
    const answers = await Promise.all(
      [1, 2].map(() => signed(search, (hash, time) => headers(`v0=${hash}`, time))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    await window.close();
  });

  it('has no second effect: a submission makes one token', async () => {
    const window = await world.openForm('ivo', 'operations', '"Once"');
    await window.submit();
    await token(window);
    const { status } = await world.slack.replay('view_submission');
    expect(status).toBe(409);
    await world.slack.idle();
    expect(made()).toBe(1);
  });

  it('makes one token too where the bytes differ but the modal is the same', async () => {
    const window = await world.openForm('ivo', 'operations', '"Only once"');
    const submissions: Record<string, unknown>[] = [];
    world.slack.fault({
      request: 'view_submission',
      tamper: (body) => {
        submissions.push(body);
        return body;
      },
    });
    await window.submit();
    await token(window);
    const again = await world.slack.sendRaw(payload({ ...submissions[0], trigger_id: 'another' }));
    expect(again).toEqual({ status: 200, body: '' });
    expect(made()).toBe(1);
  });

  it('opens one form', async () => {
    const before = opened();
    world.slack.fault({ request: 'command', replays: 2 });
    await world.slack.asPerson('ivo').command('operations', `${COMMAND} create`);
    await world.slack.idle();
    await eventually(() => opened() > before);
    expect(opened()).toBe(before + 1);
  });
});

describe('a soundly signed request', () => {
  it('passes with a charset in its content type', async () => {
    world.slack.fault({ request: 'command', charset: true });
    const { kind } = await world.slack.asPerson('ivo').command('operations', `${COMMAND} help`);
    expect(kind).toBe('acknowledged');
  });

  it.each([
    ['nothing', () => '', 400],
    ['no object', () => payload(null), 400],
    ['a number', () => payload(7), 400],
    ['a list', () => payload([]), 400],
    ['broken JSON', () => 'payload=%7B', 400],
    ['another kind', () => payload({ type: 'shortcut', user: { id: 'U1' }, team: null }), 400],
    ['an event', () => payload({ event: { type: 'message' } }), 400],
    ['no user', () => payload({ type: 'block_actions', actions: [{ action_id: 'hide' }] }), 400],
    ['no actions', () => payload({ type: 'block_actions', user: { id: 'U1' }, actions: [] }), 400],
    [
      'a view without a state',
      () => payload({ type: 'view_submission', user: { id: 'U1' }, view: { id: 'V1' } }),
      400,
    ],
    ['a command with two users', () => `${commandBody()}&user_id=U2`, 400],
    ['a command without a trigger', () => commandBody().replace('trigger_id', 'x'), 400],
    ['half a megabyte and a bit', () => commandBody({ text: 'x'.repeat(512 * 1024) }), 413],
  ])('gets a 4xx at once where it holds %s', async (_, body, status) => {
    const answer = await world.slack.sendRaw(body(), { headers: { 'content-type': FORM } });
    expect(answer.status).toBe(status);
  });

  it('answers Slack’s check of the connection, and lets nothing be smuggled in by it', async () => {
    const before = opened();
    const answer = await world.slack.sendRaw(`${commandBody()}&ssl_check=1`, {
      headers: { 'content-type': FORM, 'x-slack-signature': null },
    });
    expect(answer.status).toBe(200);
    expect(opened()).toBe(before);
  });
});

describe('the web server', () => {
  const get = async (path: string, method = 'GET'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        { host: '127.0.0.1', port: world.bot.port, path, method },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      outgoing.on('error', reject).end();
    });

  it.each([
    ['/healthz', 'GET', 200],
    ['/readyz', 'GET', 200],
    ['/', 'GET', 404],
    ['/slack/events', 'GET', 404],
    ['/slack/events', 'POST', 401],
    ['/slack/install', 'GET', 404],
    ['/healthz', 'POST', 404],
  ])('answers %s by %s with %d', async (path, method, status) => {
    expect(await get(path, method)).toBe(status);
  });

  it('says that the policy is broken, and stays on the air with the one before', async () => {
    world.writePolicy('{"rules": 7}');
    const read = async (): Promise<unknown> => {
      const answer = await fetch(`http://127.0.0.1:${world.bot.port}/readyz`);
      return { status: answer.status, ...((await answer.json()) as object) };
    };
    await expect.poll(read).toEqual({
      status: 200,
      ready: true,
      running: true,
      slack: true,
      platform: true,
      store: true,
      policy: false,
      signature: true,
      clock: true,
    });
    await world.openForm('ivo');
  });
});
