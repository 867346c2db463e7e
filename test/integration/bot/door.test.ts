import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedHeaders } from '../../../sandbox/slack/outbound/sign.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { eventually } from '../../support/eventually.ts';
import { SLACK_ACCESS } from '../../support/slack-app.ts';

type Json = Record<string, unknown>;

interface Line {
  readonly event: string;
  readonly reason?: string;
  readonly at?: string;
}

const MINUTE = 60_000;

describe.each(['http', 'socket'] as const)('what is turned away at the door, over %s,', (way) => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld(way, { rateLimits: false });
  });
  afterAll(async () => world.close());

  const lines = (): Line[] =>
    world.logged.map((line) => JSON.parse(line) as Line).filter(({ event }) => event === 'refused');

  it.each<[string, (payload: Json) => Json, string]>([
    [
      'a view without its hash',
      ({ view, ...rest }) => ({ ...rest, view: { ...(view as Json), hash: undefined } }),
      'view.hash',
    ],
    ['a submission of nobody', (payload) => ({ ...payload, user: { id: 7 } }), 'user.id'],
    ['what is of no kind', (payload) => ({ ...payload, type: 'xoxb-told-you' }), 'type'],
  ])('leaves a line with the path of the fault and no value: %s', async (_, tamper, at) => {
    const ivo = await world.openForm('ivo', 'operations', '"Never said"');
    world.slack.fault({ request: 'view_submission', tamper });
    await ivo.submit();
    await eventually(() => lines().at(-1)?.at === at);
    expect(lines().at(-1)).toMatchObject({ reason: 'form' });
    expect(world.logged.join('\n')).not.toMatch(/Never said|told-you/);
  });
});

describe('a signature', () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld('http', { rateLimits: false });
  });
  afterAll(async () => world.close());

  const send = async (signingSecret: string, at: number): Promise<number> => {
    const body = 'command=%2Ftenant-token';
    const headers = signedHeaders(signingSecret, at, body);
    const url = `http://127.0.0.1:${world.bot.port}/slack/events`;
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await fetch(url, { method: 'POST', body, headers: { ...headers, ...type } })).status;
  };
  const ready = async (): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${world.bot.port}/readyz`)).json();
  const warned = (event: string): number =>
    world.logged.filter((line) => line.includes(`"event":"${event}"`)).length;

  it('by another secret leaves one warning that names the variable, and /readyz says it', async () => {
    for (let count = 0; count < 3; count += 1) {
      expect(await send('another-signing-secret', Date.now() + count * 1000)).toBe(401);
    }
    expect(warned('signature_wrong')).toBe(1);
    expect(world.logged.join('\n')).toContain('"check":"SLACK_SIGNING_SECRET"');
    expect(warned('clock_off')).toBe(0);
    // Anyone can send such a request, and nobody is to take the bot off the air by it.
    expect(await ready()).toMatchObject({ ready: true, signature: false, clock: true });
  });

  it('of another time leaves one warning that names the clock, and /readyz says it', async () => {
    for (const skew of [-6, 6, 60]) {
      expect(await send(SLACK_ACCESS.signingSecret, Date.now() + skew * MINUTE)).toBe(401);
    }
    expect(warned('clock_off')).toBe(1);
    expect(await ready()).toMatchObject({ ready: true, signature: true, clock: false });
  });

  it('that is sound takes back what was said', async () => {
    await world.openForm('ivo');
    expect(await ready()).toMatchObject({ ready: true, signature: true, clock: true });
  });
});
