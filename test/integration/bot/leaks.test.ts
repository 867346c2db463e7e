import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../../sandbox/slack/handle/seen.ts';
import { botEnvironment, type BotProcess, startBotProcess } from '../../support/bot-process.ts';
import {
  type BotWorld,
  type PolicyFor,
  startBotWorld,
  USUAL_POLICY,
} from '../../support/bot-world.ts';
import { echo } from '../../support/echo.ts';
import { change, type Fault, refuse, refuseFields } from '../../support/faults.ts';
import { COCKPIT, HAND_OVER_POLICY } from '../../support/hand-over.ts';
import { handOverWithFaults } from '../../support/hand-over-faults.ts';
import { findLeaks, type Place, readPlaces, textPlace } from '../../support/leak-search.ts';
import { SLACK_ACCESS } from '../../support/slack-app.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';

const NEXT = /\/api_tokens$/;
const EPHEMERAL = 'chat.postEphemeral';

const canary = (): string => randomBytes(32).toString('base64');

let folder: string;
let world: BotWorld;
let bot: BotProcess;
let ada: PersonWindow;
/** Every token that the platform made or that was handed in, whether or not anyone ever saw it. */
let tokens: string[];
/** All that Slack sent to the bot: views with their metadata, messages, buttons. */
let payloads: unknown[];
/** What was typed into the one field that is for a token. */
let typed: unknown[];

/** As usual; what needs approval is ada's to give, and the tokens of Alm are made by people. */
const POLICY: PolicyFor = (slack) => {
  const usual = z.looseObject({ rules: z.array(z.unknown()) }).parse(USUAL_POLICY(slack));
  const ofPeople = z.looseObject({ rules: z.array(z.unknown()) }).parse(HAND_OVER_POLICY(slack));
  const approved = {
    who: { users: [slack.person('ivo').id] },
    tenants: ['Nord'],
    permissions: ['create'],
    maxDays: 30,
    approval: { by: { users: [slack.person('ada').id] } },
  };
  return { ...ofPeople, rules: [...usual.rules, ...ofPeople.rules, approved] };
};

const fieldSchema = z.looseObject({
  view: z.looseObject({
    state: z.object({ values: z.object({ token: z.object({ token: z.unknown() }) }) }),
  }),
});

/** Without what stands in the field for a token, which Slack has to send and keeps no history of. */
const withoutField = (payload: unknown): unknown => {
  const { data } = fieldSchema.safeParse(payload);
  if (!data) return payload;
  const { state, ...view } = data.view;
  typed.push(state.values.token.token);
  return { ...data, view };
};

const remember: Fault = async (_request, next) => {
  const answer = await next();
  const { token } = z.object({ token: z.string().optional() }).parse(await answer.clone().json());
  if (token !== undefined) tokens.push(token);
  return answer;
};

const start = async (transport: 'http' | 'socket', level: string): Promise<void> => {
  // For its workspace and its platform: the bot of this world is stopped.
  world = await startBotWorld('http', { rateLimits: false });
  await world.bot.stop(5000);
  const { slack } = world;
  writeFileSync(join(folder, 'policy.json'), JSON.stringify(POLICY(slack)));
  mkdirSync(join(folder, 'tmp'));
  bot = startBotProcess({
    ...botEnvironment(world, folder),
    ...(transport === 'socket' ? { SLACK_APP_TOKEN: SLACK_ACCESS.appToken } : {}),
    TENANT_URL: COCKPIT,
    LOG_LEVEL: level,
    TMPDIR: join(folder, 'tmp'),
    HOME: join(folder, 'tmp'),
  });
  if (transport === 'http') {
    slack.setRequestUrl(`http://127.0.0.1:${await bot.port()}/slack/events`);
  } else {
    await eventually(() => slack.sockets() === 1);
    slack.setSocketMode(true);
  }
  ada = slack.asPerson('ada');
  const tamper = (payload: Record<string, unknown>): Record<string, unknown> => {
    payloads.push(withoutField(structuredClone(payload)));
    return payload;
  };
  slack.fault({ request: '*', times: Infinity, tamper });
  world.faults.on('POST', NEXT, remember);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bot-leaks-'));
  tokens = [];
  payloads = [];
  typed = [];
});
afterEach(async () => {
  await bot.kill();
  await world.close();
  rmSync(folder, { recursive: true });
});

const receipts = (): readonly SeenMessage[] => ada.messages(ada.directMessage());

/** Asks for a token, and waits for the word about it that lasts. */
const ask = async (name: string, channel = 'operations'): Promise<SeenMessage> => {
  ada.reload();
  await world.openForm('ada', channel, `"${name}"`);
  expect(await ada.submit()).toEqual({ kind: 'closed' });
  return ada.until(() => receipts().find(({ words }) => words.includes(name)));
};

const shown = (name: string): Promise<SeenMessage> =>
  ada.until(() =>
    ada.ephemerals().find(({ words, preformatted }) => preformatted[0] && words.includes(name)),
  );

/** The next platform's answer to Next is another; the token in it is remembered. */
const spoilNext = (fault: Fault): void => {
  world.faults.on('POST', NEXT, (request, next) => {
    world.faults.mend();
    world.faults.on('POST', NEXT, remember);
    return fault(request, () => Promise.resolve(remember(request, next)));
  });
};

const madeAndGone = async (): Promise<void> => {
  await ask('Hidden');
  await ada.press(await shown('Hidden'), 'Hide');
  await ada.until(() => ada.ephemerals().every(({ preformatted }) => preformatted.length === 0));
  await ask('Revoked');
  await ada.press(await shown('Revoked'), 'Revoke');
  await ada.until(() => receipts().some(({ words }) => words.includes('Revoked\u2069 is revoked')));
  await ada.press(await ask('By receipt'), 'Revoke');
  await ada.until(() =>
    receipts().some(({ words }) => words.includes('By receipt\u2069 is revoked')),
  );
  await ask('By response_url', 'kitchen');
};

const undelivered = async (): Promise<void> => {
  const { slack } = world;
  slack.fault({ method: EPHEMERAL, error: 'restricted_action', times: 2 });
  slack.fault({ method: 'response_url', status: 404 });
  await ask('Undeliverable');
  for (const [name, fault] of [
    ['Status', { status: 500, body: 'no' }],
    ['Reset', { cut: 'reset' }],
    ['Fatal', { error: 'fatal_error' }],
  ] as const) {
    slack.fault({ method: EPHEMERAL, afterEffect: true, ...fault });
    await ask(`Unknown ${name}`);
  }
  slack.fault(echo(EPHEMERAL));
  await ask('Unknown Echo');
  slack.fault(echo('response_url'));
  await ask('Unknown Echo by URL', 'kitchen');
  for (const error of ['invalid_blocks', 'invalid_auth', 'msg_too_long']) {
    slack.fault({ method: EPHEMERAL, error });
    await ask(`Other route ${error}`);
  }
};

const refused = async (): Promise<void> => {
  const { faults } = world;
  faults.on('POST', /\/save$/, refuse(409));
  const word = await ask('Save refused');
  faults.mend();
  faults.on('POST', NEXT, remember);
  await pressForm(ada, word, 'Ask again');
  await ada.type('name', 'Asked again');
  expect(await ada.submit()).toEqual({ kind: 'closed' });
  await ada.until(() => receipts().find(({ words }) => words.includes('Asked again')));
  // An answer with the token in it that makes no sense, and one that came as something else.
  spoilNext(change({ state: 7, permissions: 'all' }));
  await ask('Not understood');
  spoilNext(async (_request, next) => {
    const answer = await next();
    return new Response(await answer.text(), { headers: { 'content-type': 'text/html' } });
  });
  await ask('A web page');
  spoilNext(refuseFields({ field: 'name', code: 'too_long', max: 3 }));
  await ask('Next refused');
};

const fieldErrors = async (): Promise<void> => {
  ada.reload();
  await world.openForm('ada', 'operations', '"A name"');
  await ada.type('name', 'x'.repeat(101));
  expect((await ada.submit()).kind).toBe('errors');
  await ada.type('name', 'With errors first');
  expect((await ada.submit()).kind).toBe('closed');
  await ada.until(() => receipts().find(({ words }) => words.includes('With errors first')));
};

/** All that is left of a run, apart from the messages that only their reader sees. */
const left = async (planted = ''): Promise<readonly Place[]> => {
  const { slack } = world;
  const place = (name: string, value: unknown): Place =>
    textPlace(name, JSON.stringify(value) + planted);
  return [
    ...(await readPlaces(folder)),
    textPlace('stdout', bot.out() + planted),
    textPlace('stderr', bot.err() + planted),
    place('history', slack.history()),
    place('journal', slack.journal()),
    place('payloads', payloads),
    place(
      'notifications',
      slack.accepted.map(({ text }) => text),
    ),
  ];
};

const found = async (value: string, planted?: string): Promise<ReadonlySet<string>> =>
  new Set(
    findLeaks(value, await left(planted)).map(({ place }) => place.replace(`${folder}/`, '')),
  );

it.each([
  ['debug', 'http'],
  ['debug', 'socket'],
  ['info', 'http'],
  ['warn', 'socket'],
  ['error', 'socket'],
] as const)(
  'at LOG_LEVEL %s over %s a bot leaves no token and no secret behind, whatever happens',
  async (level, transport) => {
    await start(transport, level);
    await madeAndGone();
    await undelivered();
    await refused();
    await fieldErrors();
    // What the other levels write, this one writes too.
    const handedIn = level === 'debug' ? await handOverWithFaults(world.slack) : [];
    tokens.push(...handedIn);

    // First what has to be found: a name that was typed, and what was planted.
    const name = canary();
    await ask(name);
    for (const place of ['bot.sqlite-wal', 'history', 'payloads']) {
      expect(await found(name)).toContain(place);
    }
    const planted = canary();
    writeFileSync(join(folder, 'tmp', 'left'), planted);
    expect(await found(planted, planted)).toEqual(
      new Set(['tmp/left', 'stdout', 'stderr', 'history', 'journal', 'payloads', 'notifications']),
    );

    const secrets = {
      'the bot token': SLACK_ACCESS.botToken,
      'the signing secret': SLACK_ACCESS.signingSecret,
      'the app token': SLACK_ACCESS.appToken,
      'the API key': world.config.tenantApiKey.reveal(),
      ...Object.fromEntries(tokens.map((token, index) => [`token ${index}`, token])),
    };
    const nothing = async (): Promise<void> => {
      for (const [name, value] of Object.entries(secrets)) {
        expect([name, ...(await found(value))]).toEqual([name]);
      }
    };
    expect(tokens.length).toBeGreaterThanOrEqual(level === 'debug' ? 27 : 17);
    for (const token of handedIn.slice(0, -1)) expect(JSON.stringify(typed)).toContain(token);
    await nothing();
    bot.terminate();
    expect(await bot.ended).toBe(0);
    expect(await found(name)).toContain('bot.sqlite');
    await nothing();
    if (level === 'debug') expect(bot.out()).toContain('"what":"delivered"');
  },
);
