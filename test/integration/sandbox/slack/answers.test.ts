import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../../../sandbox/slack/clock.ts';
import { DEFAULT_SEED } from '../../../../sandbox/slack/seed/default-seed.ts';
import {
  modalWith,
  startSlackWithPlainApp,
  type Answerer,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let world: SlackWithPlainApp | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

const start = async (answer: Answerer, clock?: ManualClock) => {
  world = await startSlackWithPlainApp(answer, clock ? { clock } : {});
  return world;
};
const arrived = (running: SlackWithPlainApp, count: number) =>
  expect.poll(() => running.requests.length).toBe(count);

describe('a command', () => {
  it('comes with everything an app needs', async () => {
    const { slack, requests } = await start(() => undefined);
    await slack.asPerson('ivo').command('operations', '/example one  “two”');
    expect(requests[0]?.payload).toMatchObject({
      command: '/example',
      text: 'one  “two”',
      user_id: slack.person('ivo').id,
      user_name: 'ivo',
      channel_id: slack.channel('operations').id,
      channel_name: 'privategroup',
      team_id: slack.teamId,
      team_domain: 'harbour-works',
      api_app_id: slack.appId,
      is_enterprise_install: 'false',
    });
  });

  it('names direct messages as Slack does, and strangers by their own workspace', async () => {
    const { slack, requests } = await start(() => undefined);
    await slack.asPerson('ada').command('ada-ivo', '/example');
    expect(requests[0]?.payload['channel_name']).toBe('directmessage');
    await slack.asPerson('stella').command('suppliers', '/example');
    expect(requests[1]?.payload['team_domain']).toBe('lakeside');
  });

  it('may be answered with a text or a message, which its sender alone sees', async () => {
    let answer: object | string = 'Plain';
    const { slack } = await start(() => answer);
    const ada = slack.asPerson('ada');
    expect(await ada.command('general', '/example')).toEqual({
      kind: 'acknowledged',
      text: 'Plain',
    });
    answer = { text: 'Together', response_type: 'in_channel' };
    await ada.command('general', '/example');
    expect(ada.ephemerals().map(({ text }) => text)).toEqual(['Plain']);
    expect(ada.messages('general').map(({ text }) => text)).toEqual(['Together']);
    expect(slack.accepted.map(({ via }) => via)).toEqual(['ack']);
  });

  it.each([
    ['an unknown command', 'general', '/other'],
    ['a channel that one is not in', 'board', '/example'],
    ['an archived channel', 'old-project', '/example'],
  ])('is not sent for %s', async (_case, channel, line) => {
    const { slack, requests } = await start(() => undefined);
    expect(await slack.asPerson('mia').command(channel, line)).toMatchObject({ kind: 'refused' });
    expect(requests).toEqual([]);
  });

  it('fails with dispatch_failed where the app answers another status, or is not there', async () => {
    const { slack } = await start(() => 500);
    const ada = slack.asPerson('ada');
    const failed = { kind: 'failed', shown: '/example failed with the error "dispatch_failed".' };
    expect(await ada.command('general', '/example')).toEqual(failed);
    slack.setRequestUrl('http://127.0.0.1:1/slack/events');
    expect(await ada.command('general', '/example')).toEqual(failed);
    slack.setRequestUrl(null);
    expect(await ada.command('general', '/example')).toEqual(failed);
  });

  it('fails with operation_timeout after three seconds', async () => {
    const clock = createManualClock();
    const running = await start(() => 'never', clock);
    const command = running.slack.asPerson('ada').command('general', '/example');
    await arrived(running, 1);
    clock.advance(3000);
    expect(await command).toEqual({
      kind: 'timeout',
      shown: '/example failed with the error "operation_timeout".',
    });
  });

  it('expands mentions and links only where the app asks for it', async () => {
    const { slack, requests } = await start(() => undefined);
    await slack.asPerson('ada').command('general', '/example @ivo in #general');
    expect(requests[0]?.payload['text']).toBe('@ivo in #general');
    await world?.close();
    const { app } = DEFAULT_SEED;
    world = await startSlackWithPlainApp(undefined, {
      seed: { ...DEFAULT_SEED, app: { ...app, commands: [{ command: '/x', shouldEscape: true }] } },
    });
    await world.slack.asPerson('ada').command('general', '/x @ivo in #general, http://a.example/b');
    const [ivo, general] = [world.slack.person('ivo').id, world.slack.channel('general').id];
    expect(world.requests[0]?.payload['text']).toBe(
      `<@${ivo}|ivo> in <#${general}|general>, <http://a.example/b>`,
    );
  });
});

describe('an app that takes too long', () => {
  it('leaves a submitted modal open, with the trouble said', async () => {
    const clock = createManualClock();
    const running = await start(
      ({ payload }) => (payload['type'] === 'view_submission' ? 'never' : undefined),
      clock,
    );
    const ada = running.slack.asPerson('ada');
    await ada.command('general', '/example');
    const trigger = String(running.requests[0]?.payload['trigger_id']);
    await running.client.views.open({ trigger_id: trigger, view: modalWith() });
    const submitted = ada.submit();
    await arrived(running, 2);
    clock.advance(2999);
    expect(ada.modal()?.trouble).toBeUndefined();
    clock.advance(1);
    expect(await submitted).toMatchObject({ kind: 'trouble' });
    expect(ada.modal()).toMatchObject({ trouble: 'We had some trouble connecting. Try again?' });
  });

  it('is told of an event again: at once, after a minute, after five', async () => {
    const clock = createManualClock();
    const running = await start(() => 500, clock);
    expect(await running.slack.event({ type: 'app_uninstalled' })).toBe('failed');
    await expect.poll(() => clock.waiting()).toBe(1);
    clock.advance(0);
    await arrived(running, 2);
    // Until it is answered, what waits is the end of the three seconds.
    await running.slack.idle();
    await expect.poll(() => clock.waiting()).toBe(1);
    clock.advance(60_000);
    await arrived(running, 3);
    await running.slack.idle();
    await expect.poll(() => clock.waiting()).toBe(1);
    clock.advance(300_000);
    await arrived(running, 4);
    await running.slack.idle();
    expect(clock.waiting()).toBe(0);
    expect(running.requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
    ]);
    expect(running.requests[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    const ids = running.requests.map(({ payload }) => payload['event_id']);
    expect(new Set(ids).size).toBe(1);
  });
});
