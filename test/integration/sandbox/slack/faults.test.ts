import { ErrorCode } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../../../sandbox/slack/clock.ts';
import type { PersonWindow } from '../../../../sandbox/slack/handle/person-window.ts';
import {
  clientOf,
  errorOf,
  postTo,
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let clock: ManualClock;
let world: SlackWithPlainApp;
let ada: PersonWindow;
beforeEach(async () => {
  clock = createManualClock();
  world = await startSlackWithPlainApp(undefined, { clock });
  ada = world.slack.asPerson('ada');
});
afterEach(() => world.close());

const say = (text = 'psst') =>
  world.client.chat.postEphemeral({
    channel: world.slack.channel('general').id,
    user: ada.personId,
    text,
  });

describe('a call that goes wrong', () => {
  it('answers an error, a status, or 429 with how long to wait', async () => {
    const { slack } = world;
    slack.fault({ method: 'chat.postEphemeral', error: 'fatal_error' });
    slack.fault({ method: 'chat.postEphemeral', status: 500, body: 'oops' });
    slack.fault({ method: 'chat.postEphemeral', status: 429, retryAfter: 7 });
    expect(await errorOf(say())).toBe('fatal_error');
    await expect(say()).rejects.toMatchObject({
      code: ErrorCode.HTTPError,
      statusCode: 500,
      body: 'oops',
    });
    await expect(say()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 7 });
    expect(await errorOf(say())).toBe('none');
    expect(slack.accepted).toHaveLength(1);
  });

  it('has had its effect where the fault says so', async () => {
    world.slack.fault({ method: 'chat.postEphemeral', cut: 'reset', afterEffect: true });
    await expect(say('seen')).rejects.toMatchObject({ code: ErrorCode.RequestError });
    expect(ada.ephemerals()).toMatchObject([{ text: 'seen' }]);
    world.slack.fault({ method: 'chat.postEphemeral', cut: 'reset' });
    await expect(say('unseen')).rejects.toMatchObject({ code: ErrorCode.RequestError });
    expect(ada.ephemerals()).toHaveLength(1);
  });

  it('stays silent until the client gives up', async () => {
    const fault = world.slack.fault({
      method: 'chat.postEphemeral',
      cut: 'silence',
      afterEffect: true,
    });
    const impatient = clientOf(world.slack, undefined, { timeout: 2000 });
    const call = impatient.chat.postEphemeral({
      channel: world.slack.channel('general').id,
      user: ada.personId,
      text: 'seen',
    });
    await expect(call).rejects.toMatchObject({ code: ErrorCode.RequestError });
    await fault.untilHit();
    expect(fault.hits()).toBe(1);
    expect(ada.ephemerals()).toHaveLength(1);
  });

  it('waits by the clock, or until it is let go', async () => {
    world.slack.fault({ method: 'users.info', delay: 5000 });
    const slow = world.client.users.info({ user: ada.personId });
    await expect.poll(() => clock.waiting()).toBe(1);
    clock.advance(5000);
    expect(await slow).toMatchObject({ ok: true });

    const held = world.slack.fault({ method: '*', hold: true, times: 2 });
    const calls = [say(), world.client.users.info({ user: ada.personId })];
    await held.untilHit(2);
    expect(world.slack.accepted).toEqual([]);
    held.release();
    expect(await Promise.all(calls)).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('can be one among many, by what it says', async () => {
    const fault = world.slack.fault({
      method: 'chat.postEphemeral',
      error: 'fatal_error',
      times: Infinity,
      when: ({ args }) => args['text'] === 'this one',
    });
    expect(await errorOf(say('another'))).toBe('none');
    expect(await errorOf(say('this one'))).toBe('fatal_error');
    expect(await errorOf(say('this one'))).toBe('fatal_error');
    fault.remove();
    expect(await errorOf(say('this one'))).toBe('none');
    expect(fault.hits()).toBe(2);
  });

  it('can be a post to a response_url', async () => {
    await ada.command('general', '/example');
    const url = String(world.requests[0]?.payload['response_url']);
    world.slack.fault({ method: 'response_url', status: 404 });
    const post = () =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"x"}',
      });
    expect((await post()).status).toBe(404);
    expect((await post()).status).toBe(200);
  });
});

describe('a request to the app that goes wrong', () => {
  it('gets lost on its way, or its answer does, and the person waits in vain', async () => {
    for (const [lost, arrived] of [
      ['request', 0],
      ['answer', 1],
    ] as const) {
      const before = world.requests.length;
      const fault = world.slack.fault({ request: 'command', lost });
      const command = ada.command('general', '/example');
      await fault.untilHit();
      await expect.poll(() => world.requests.length - before).toBe(arrived);
      clock.advance(3000);
      expect(await command).toMatchObject({ kind: 'timeout' });
    }
  });

  it('comes late, and the trigger_id with it', async () => {
    world.slack.fault({ request: 'command', delay: 2900 });
    const command = ada.command('general', '/example');
    await expect.poll(() => clock.waiting()).toBe(2);
    clock.advance(2900);
    expect(await command).toEqual({ kind: 'acknowledged' });
    clock.advance(100);
    const open = world.client.apiCall('views.open', {
      trigger_id: world.requests[0]?.payload['trigger_id'],
      view: { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] },
    });
    expect(await errorOf(open)).toBe('expired_trigger_id');
  });
});

describe('rate limits', () => {
  it('let a method through so many times a minute, and say how long to wait', async () => {
    const info = () => world.client.users.info({ user: ada.personId });
    const list = () => world.client.usergroups.list();
    for (let count = 0; count < 20; count += 1) await list();
    await expect(list()).rejects.toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 3 });
    expect(await info()).toMatchObject({ ok: true });
    clock.advance(3000);
    expect(await list()).toMatchObject({ ok: true });
  });

  it('let an app post about once a second in a channel', async () => {
    const post = (name: string) => postTo(world, name, { text: 'x' });
    for (let count = 0; count < 5; count += 1) await post('general');
    await expect(post('general')).rejects.toMatchObject({ retryAfter: 1 });
    expect(await post('operations')).toMatch(/^\d+\.\d{6}$/);
  });

  it('can be switched off', async () => {
    world.slack.setRateLimits(false);
    await Promise.all(Array.from({ length: 150 }, () => world.client.usergroups.list()));
    expect(world.slack.journal().filter(({ status }) => status === 429)).toEqual([]);
  });
});
