import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createManualClock, type ManualClock } from '../../../../sandbox/slack/clock.ts';
import {
  errorOf,
  modalWith,
  startSlackWithPlainApp,
  type SlackWithPlainApp,
} from '../../../support/slack-plain-app.ts';

let clock: ManualClock;
let world: SlackWithPlainApp;
beforeEach(async () => {
  clock = createManualClock();
  world = await startSlackWithPlainApp(undefined, { clock });
});
afterEach(() => world.close());

/** Runs a command and gives what the app got with it. */
const runCommand = async (channel = 'general') => {
  await world.slack.asPerson('ada').command(channel, '/example');
  const payload = world.requests.at(-1)?.payload ?? {};
  return { trigger: String(payload['trigger_id']), url: String(payload['response_url']) };
};
const open = (trigger: string) =>
  world.client.views.open({ trigger_id: trigger, view: modalWith() });
const respond = (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a trigger_id', () => {
  it('opens one view, within three seconds', async () => {
    const first = await runCommand();
    clock.advance(2999);
    expect(await errorOf(open(first.trigger))).toBe('none');
    expect(await errorOf(open(first.trigger))).toBe('exchanged_trigger_id');
    const second = await runCommand();
    clock.advance(3000);
    expect(await errorOf(open(second.trigger))).toBe('expired_trigger_id');
    expect(await errorOf(open('1.2.3'))).toBe('invalid_trigger_id');
  });

  it('is not spent on a view that is unsound', async () => {
    const { trigger } = await runCommand();
    const call = world.client.apiCall('views.open', {
      trigger_id: trigger,
      view: { type: 'modal' },
    });
    expect(await errorOf(call)).toBe('invalid_arguments');
    expect(await errorOf(open(trigger))).toBe('none');
  });

  it('opens the view in the window that it came from', async () => {
    const phone = world.slack.asPerson('ada', 'phone');
    await phone.command('general', '/example');
    await open(String(world.requests.at(-1)?.payload['trigger_id']));
    expect(phone.modal()?.title).toBe('Some modal');
    expect(world.slack.asPerson('ada').modal()).toBeUndefined();
  });
});

describe('a response_url', () => {
  it('takes five messages', async () => {
    const { url } = await runCommand();
    for (let count = 0; count < 5; count += 1) {
      expect((await respond(url, { text: `${count}` })).status).toBe(200);
    }
    const sixth = await respond(url, { text: 'one too many' });
    expect(sixth.status).toBe(404);
    expect(await sixth.json()).toEqual({ ok: false, error: 'used_url' });
    expect(world.slack.asPerson('ada').ephemerals()).toHaveLength(5);
  });

  it('wears out after half an hour', async () => {
    const { url } = await runCommand();
    clock.advance(30 * 60_000 - 1);
    expect((await respond(url, { text: 'in time' })).status).toBe(200);
    clock.advance(1);
    expect((await respond(url, { text: 'late' })).status).toBe(404);
    expect((await respond(`${url}x`, { text: 'elsewhere' })).status).toBe(404);
  });

  it('reaches conversations that the bot is not in, and everybody where it says so', async () => {
    const { url } = await runCommand('ada-ivo');
    const ivo = world.slack.asPerson('ivo');
    await respond(url, { text: 'to Ada' });
    await respond(url, { text: 'to both', response_type: 'in_channel' });
    expect(world.slack.asPerson('ada').ephemerals('ada-ivo')).toMatchObject([{ text: 'to Ada' }]);
    expect(ivo.messages('ada-ivo')).toMatchObject([{ text: 'to both' }]);
    expect(ivo.ephemerals()).toEqual([]);
  });

  it('replaces and deletes the message whose button was pressed', async () => {
    const ada = world.slack.asPerson('ada');
    await world.client.chat.postEphemeral({
      channel: world.slack.channel('general').id,
      user: ada.personId,
      text: 'Sure?',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'yes', text: { type: 'plain_text', text: 'Yes' } },
          ],
        },
      ],
    });
    const [message] = ada.ephemerals();
    if (!message) throw new Error('The message is not there.');
    await ada.press(message, 'Yes');
    const url = String(world.requests.at(-1)?.payload['response_url']);
    await respond(url, { replace_original: true, text: 'Thanks' });
    expect(ada.ephemerals()).toMatchObject([{ ts: message.ts, text: 'Thanks', blocks: [] }]);
    expect(world.slack.accepted.map(({ text }) => text)).toEqual(['Sure?', 'Thanks']);
    await respond(url, { delete_original: true });
    expect(ada.ephemerals()).toEqual([]);
  });

  it('refuses a message that is none', async () => {
    const { url } = await runCommand();
    expect((await respond(url, { blocks: [{ type: 'marquee' }] })).status).toBe(400);
    expect((await respond(url, {})).status).toBe(400);
  });
});
