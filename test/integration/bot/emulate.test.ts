import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { APPROVE, DELIVER, REVOKE } from '../../../bot/messages/action-ids.ts';
import { type Bot, startBot } from '../../../bot/start-bot.ts';
import { secret } from '../../../shared/secret.ts';
import {
  type EmulatedView,
  emulatedRequests,
  viewSchema,
} from '../../support/emulated-requests.ts';
import {
  EMULATED,
  type EmulatedCall,
  type EmulatedSlack,
  startEmulatedSlack,
} from '../../support/emulated-slack.ts';
import { COCKPIT, freshToken } from '../../support/hand-over.ts';
import { startTestPlatform, type TestPlatform } from '../../support/test-platform.ts';
import { eventually } from '../../support/eventually.ts';
import { USUAL_SETTINGS } from '../../support/usual-settings.ts';
import { testLog } from '../../support/test-log.ts';

const TOKEN = /[A-Za-z0-9+/]{43}=/;

const named = (name: string) =>
  z.array(z.looseObject({ id: z.string(), name: z.string() })).transform((all) => {
    const found = all.find((each) => each.name === name);
    if (!found) throw new Error(`The emulator has no ${name}.`);
    return found.id;
  });

let slack: EmulatedSlack;
let platform: TestPlatform;
let bot: Bot;
let requests: ReturnType<typeof emulatedRequests>;
let place: Readonly<Record<'ivo' | 'ada' | 'operations' | 'general', string>>;
const folder = mkdtempSync(join(tmpdir(), 'bot-emulate-'));

beforeAll(async () => {
  slack = await startEmulatedSlack();
  platform = await startTestPlatform({ now: Date.now });
  const { members } = await slack.ask('users.list');
  const { channels } = await slack.ask('conversations.list');
  place = {
    ivo: named('ivo').parse(members),
    ada: named('ada').parse(members),
    operations: named('operations').parse(channels),
    general: named('general').parse(channels),
  };
  const rule = { tenants: 'any', permissions: ['read'], maxDays: 90 };
  const policy = {
    ask: 'Ada',
    tenants: [{ name: 'Alm', id: 'alm-1', timeZone: 'Europe/Vienna' }],
    handOver: { by: { users: [place.ada] } },
    rules: [{ who: { users: [place.ivo] }, ...rule }],
  };
  writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy));
  const started = await startBot(
    {
      ...USUAL_SETTINGS,
      botToken: secret(EMULATED.botToken),
      installs: null,
      transport: { kind: 'http', signingSecret: secret(EMULATED.signingSecret) },
      slackApiUrl: slack.apiUrl,
      tenantApiUrl: `http://127.0.0.1:${platform.platform.port}`,
      tenantApiKey: secret(platform.key({ name: 'Bot' })),
      tenantUrl: COCKPIT,
      policyFile: join(folder, 'policy.json'),
      databaseUrl: secret('file::memory:'),
      databasePoolSize: 1,
    },
    testLog(),
  );
  if (!started.ok) throw new Error(started.error.join('\n'));
  bot = started.value;
  requests = emulatedRequests(bot.port, place.ivo);
});
beforeEach(() => slack.wearOut(false));
afterAll(async () => {
  await bot.stop(5000);
  await platform.close();
  await slack.close();
  rmSync(folder, { recursive: true });
});

const callOf = (method: string, holds = ''): Promise<EmulatedCall> =>
  eventually(() =>
    slack.calls.findLast(
      (call) => call.method === method && JSON.stringify(call.args).includes(holds),
    ),
  );

const trigger = async (user = place.ivo): Promise<string> =>
  z.string().parse((await slack.ask('views.generateTriggerId', { user_id: user }))['trigger_id']);

const responseUrl = (): string => `${slack.origin}/commands/T000000001/1/${crypto.randomUUID()}`;

/** Types the command; waits until the emulator has taken the form. */
const openForm = async (channel: string, name: string, args = ''): Promise<EmulatedView> => {
  const triggerId = await trigger();
  const facts = {
    channel,
    text: `create "${name}" ${args}`.trim(),
    triggerId,
    responseUrl: responseUrl(),
  };
  expect(await requests.command(facts)).toEqual({ status: 200, said: undefined });
  const { answer } = await eventually(() =>
    slack.calls.findLast(
      ({ method, args }) =>
        /^views\.(?:open|update)$/.test(method) &&
        args['view']?.includes('"submit"') &&
        args['view'].includes(name),
    ),
  );
  expect(answer).toMatchObject({ ok: true });
  return viewSchema.parse(answer['view']);
};

const submit = async (view: EmulatedView, typed = {}) =>
  requests.submit(view, typed, await trigger());

const status = async (key: string, method: 'GET' | 'POST' = 'GET'): Promise<number> => {
  const json = method === 'POST' ? { json: { name: 'Pump', serial: 'P-1' } } : {};
  return (await platform.call(method, '/api/v1/devices', { key, ...json })).status;
};

const tokenIn = (text: string): string => TOKEN.exec(text)?.[0] ?? '';

describe('the whole job against an emulator of Slack that others wrote', () => {
  it('opens the form, says what is wrong in it, delivers, keeps a receipt and revokes', async () => {
    const view = await openForm(place.operations, 'CI uploader');
    expect(await submit(view, { name: ' ' })).toMatchObject({
      status: 200,
      said: { response_action: 'errors', errors: { name: 'Give the token a name.' } },
    });
    expect(await submit(view)).toEqual({ status: 200, said: undefined });
    const delivered = await callOf('chat.postEphemeral', 'CI uploader');
    expect(delivered).toMatchObject({
      args: { channel: place.operations, user: place.ivo },
      answer: { ok: true },
    });
    const token = tokenIn(delivered.args['blocks'] ?? '');
    const receipt = await callOf('chat.postMessage', 'CI uploader');
    expect(receipt.answer).toMatchObject({ ok: true });
    expect(JSON.stringify(receipt)).not.toContain(token);
    expect(await status(token)).toBe(200);
    expect(await status(token, 'POST')).toBe(403);

    const history = await slack.ask('conversations.history', { channel: place.operations });
    const dm = receipt.args['channel'] ?? '';
    const receipts = await slack.ask('conversations.history', { channel: dm });
    expect(JSON.stringify(receipts)).toContain('CI uploader');
    for (const kept of [JSON.stringify(history), JSON.stringify(receipts), await slack.inspect()]) {
      expect(kept).not.toContain(token);
    }

    const value = /"action_id":"revoke".*?"value":"([^"]+)"/.exec(
      receipt.args['blocks'] ?? '',
    )?.[1];
    const ts = z.string().parse(receipt.answer['ts']);
    const action = { action_id: REVOKE, value };
    const press = { channel: dm, ts, action, ephemeral: false };
    expect(
      await requests.press({ ...press, triggerId: await trigger(), responseUrl: responseUrl() }),
    ).toMatchObject({ status: 200 });
    const changed = await callOf('chat.update', 'CI uploader');
    expect(changed).toMatchObject({ args: { channel: dm, ts }, answer: { ok: true } });
    expect(await status(token)).toBe(401);
  });

  it('takes the emulator’s word that the person is not in the channel, and the next route', async () => {
    await submit(await openForm(place.general, 'By the answer'));
    const refused = await callOf('chat.postEphemeral', 'By the answer');
    expect(refused).toMatchObject({
      args: { channel: place.general },
      answer: { ok: false, error: 'user_not_in_channel' },
    });
    const message = await eventually(() =>
      slack.answered.find((each) => each.includes('By the answer')),
    );
    await callOf('chat.postMessage', 'By the answer');
    expect(await status(tokenIn(message))).toBe(200);
  });

  it('delivers into the conversation with the app where every other route is closed', async () => {
    slack.wearOut(true);
    await submit(await openForm(place.general, 'In private'));
    const delivered = await eventually(() =>
      slack.calls.find(
        ({ method, args, answer }) =>
          method === 'chat.postEphemeral' && answer.ok && args['blocks']?.includes('In private'),
      ),
    );
    expect(delivered.args['channel']).not.toBe(place.general);
    await callOf('chat.postMessage', 'In private');
    expect(await status(tokenIn(delivered.args['blocks'] ?? ''))).toBe(200);
  });

  it('says so where the emulator’s trigger has been used already', async () => {
    const triggerId = await trigger();
    const facts = { channel: place.operations, triggerId, responseUrl: responseUrl() };
    // What a busy bot opens says at first that a form comes: it is known by its trigger alone.
    const opening = (which: number): Promise<EmulatedCall> =>
      eventually(
        () =>
          slack.calls.filter(
            ({ method, args }) => method === 'views.open' && args['trigger_id'] === triggerId,
          )[which],
      );
    await requests.command({ ...facts, text: 'create "First of two"' });
    expect((await opening(0)).answer).toMatchObject({ ok: true });
    await requests.command({ ...facts, text: 'create "Second of two"' });
    expect((await opening(1)).answer).toMatchObject({ ok: false, error: 'exchanged_trigger_id' });
    await eventually(() =>
      slack.answered.some((each) => each.includes('could not be opened in time')),
    );
  });

  it('hands a request over to who makes its token, and delivers what they hand in', async () => {
    const ada = emulatedRequests(bot.port, place.ada, 'ada');
    const view = await openForm(place.operations, 'By hand', '--tenant Alm');
    expect(await submit(view)).toMatchObject({ said: { response_action: 'update' } });

    /** Presses what the last message to ada offers. */
    const press = async (actionId: string, method: string): Promise<void> => {
      const { args, answer } = await callOf(method, `"${actionId}`);
      expect(answer).toMatchObject({ ok: true });
      const buttons = new RegExp(`"action_id":"${actionId}".*?"value":"([^"]+)"`);
      const action = { action_id: actionId, value: buttons.exec(args['blocks'] ?? '')?.[1] };
      const at = { channel: args['channel'] ?? '', ts: z.string().parse(answer['ts']) };
      const [triggerId, url] = [await trigger(place.ada), responseUrl()];
      const pressed = { ...at, action, triggerId, responseUrl: url, ephemeral: false };
      expect(await ada.press(pressed)).toMatchObject({ status: 200 });
    };
    await press(APPROVE, 'chat.postMessage');
    await callOf('chat.update', `${COCKPIT}#tenant-token=`);
    await press(DELIVER, 'chat.update');
    const opened = await callOf('views.open', 'deliver_token');
    const token = freshToken();
    const modal = viewSchema.parse(opened.answer['view']);
    expect(await ada.submit(modal, { token }, await trigger(place.ada))).toMatchObject({
      said: { response_action: 'update' },
    });
    expect(await callOf('chat.postEphemeral', token)).toMatchObject({
      args: { user: place.ivo },
      answer: { ok: true },
    });
    expect(await callOf('views.update', 'Delivered: press')).toMatchObject({
      answer: { ok: true },
    });
    const told = await callOf('chat.update', 'Delivered: press');
    expect(told).toMatchObject({ answer: { ok: true } });

    const { channel = '' } = told.args;
    const kept = [
      JSON.stringify(await slack.ask('conversations.history', { channel })),
      await slack.inspect(),
      JSON.stringify(slack.calls.filter(({ method }) => method !== 'chat.postEphemeral')),
    ];
    for (const each of kept) expect(each).not.toContain(token);
  });
});
