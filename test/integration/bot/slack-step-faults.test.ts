import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallFault } from '../../../sandbox/slack/handle/faults.ts';
import { eventually } from '../../support/eventually.ts';
import { type BotStage, PAIRINGS, startBotStage } from '../../support/bot-stage.ts';

const MINUTE = 60_000;

type SlackFault = readonly [string, Omit<CallFault, 'method'>];

const ERROR = (...errors: readonly string[]): SlackFault[] =>
  errors.map((error) => [error, { error }]);

/** What any call can meet. */
const ANYWHERE: readonly SlackFault[] = [
  ['429 for two seconds', { status: 429, retryAfter: 2 }],
  ['429 for two minutes', { status: 429, retryAfter: 120 }],
  ['status 500', { status: 500 }],
  ['status 500 after it was done', { status: 500, afterEffect: true }],
  ['a reset', { cut: 'reset' }],
  ['a reset after it was done', { cut: 'reset', afterEffect: true }],
  ['a web page', { status: 200, body: '<!doctype html>' }],
  ...ERROR('fatal_error', 'service_unavailable', 'invalid_auth', 'missing_scope'),
];

const SILENT: readonly SlackFault[] = [
  ['silence', { cut: 'silence' }],
  ['silence after it was done', { cut: 'silence', afterEffect: true }],
];

const MEMBERSHIP = ERROR(
  'channel_not_found',
  'not_in_channel',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
  'no_permission',
  'messages_tab_disabled',
);

interface Step {
  readonly method: string;
  /** What can go wrong here beside what can go wrong anywhere. */
  readonly own?: readonly SlackFault[];
  /** Where the command is typed: the app is in #operations, not in #kitchen. */
  readonly channel?: string;
  /** Makes the calls before it fail, so that it is reached. */
  readonly reach?: (stage: BotStage) => Promise<void> | void;
  /** The call that is meant, out of those of the method. */
  readonly when?: (stage: BotStage) => CallFault['when'];
  /** Whether it happens only once the form stands, or once the token is revoked. */
  readonly at?: 'submission' | 'revoking';
}

const deadUrl = ({ world }: BotStage): void => {
  world.slack.fault({ method: 'response_url', status: 404 });
};

const inDm = ({ world }: BotStage): CallFault['when'] => {
  const dm = world.slack.asPerson('ada').directMessage();
  return ({ args }) => args['channel'] === dm;
};

const STEPS: Readonly<Record<string, Step>> = {
  'asking who types the command': { method: 'users.info', own: ERROR('user_not_found') },
  'opening the form': {
    method: 'views.open',
    own: ERROR('expired_trigger_id', 'exchanged_trigger_id', 'invalid_arguments'),
  },
  'asking who submits': { method: 'users.info', at: 'submission' },
  'delivering in the channel': { method: 'chat.postEphemeral', own: MEMBERSHIP },
  'delivering by the response_url': {
    method: 'response_url',
    channel: 'kitchen',
    own: [['status 404', { status: 404 }]],
  },
  'opening the DM': {
    method: 'conversations.open',
    channel: 'kitchen',
    own: ERROR('user_not_found', 'user_disabled', 'channel_not_found'),
    reach: async (stage) => {
      // It is asked for once in a process.
      await stage.restart();
      deadUrl(stage);
    },
  },
  'delivering in the DM': {
    method: 'chat.postEphemeral',
    channel: 'kitchen',
    own: MEMBERSHIP,
    reach: deadUrl,
    when: inDm,
  },
  'leaving the receipt': { method: 'chat.postMessage', own: MEMBERSHIP },
  'changing the receipt': {
    method: 'chat.update',
    at: 'revoking',
    own: ERROR('message_not_found', 'cant_update_message'),
  },
  'saying that it is revoked': {
    method: 'response_url',
    at: 'revoking',
    own: [['status 404', { status: 404 }]],
  },
};

const casesOf = (faults: (step: Step) => readonly SlackFault[]) =>
  Object.entries(STEPS).flatMap(([name, step]) =>
    faults(step).map(([what, fault]) => ({ name, what, step, fault })),
  );

type Case = ReturnType<typeof casesOf>[number];

let asked = 0;

/** One request that meets one fault at one step. The guarantee holds, and the person has an answer. */
const meet = async (stage: BotStage, { step, fault }: Case): Promise<void> => {
  const { slack } = stage.world;
  asked += 1;
  const name = `Request ${asked}`;
  // What is known of people is too old by now, and what a rate limit closed is open.
  stage.clock.advance(6 * MINUTE);
  await step.reach?.(stage);
  const when = step.when?.(stage);
  const set = () => slack.fault({ method: step.method, ...fault, ...(when ? { when } : {}) });
  let met = step.at ? undefined : set();
  const meanwhile = (): void => {
    if (step.at === 'submission') met = set();
  };
  const ask = () => stage.ask(name, { channel: step.channel ?? 'operations', meanwhile });
  let answered = await ask();
  // On a busy machine Slack may be too slow for so little patience by itself, and no form stands.
  while (step.at && answered === 'told') answered = await ask();
  expect(answered).toMatch(/^(?:told|closed|errors)$/);
  const ada = slack.asPerson('ada');
  if (step.at === 'revoking') {
    const message = await ada.until(() => ada.ephemerals().find((each) => each.preformatted[0]));
    await stage.settle();
    met = set();
    await ada.press(message, 'Revoke');
    // From here on somebody works on it, which is waited for.
    await eventually(() => met?.hits() === 1);
  }
  const { broken, requests } = await stage.judge();
  expect(broken).toEqual([]);
  expect(requests.size).toBe(answered === 'closed' ? 1 : 0);
  expect(met?.hits()).toBe(1);
};

describe.each(PAIRINGS)('over $transport, on $engine, a Slack that fails', (pairing) => {
  let stage: BotStage;
  beforeAll(async () => {
    stage = await startBotStage(pairing);
  });
  beforeEach(() => stage.world.slack.clearFaults());
  afterAll(async () => {
    await stage.close();
    stage.report(`Slack's faults at each step, over ${pairing.transport}, on ${pairing.engine}`);
  });

  it.each(casesOf(({ own = [] }) => [...ANYWHERE, ...own]))(
    'in $name, with $what, leaves nothing unsaid',
    async (each) => meet(stage, each),
  );
});

describe.each(PAIRINGS)('over $transport, on $engine, a Slack that says nothing', (pairing) => {
  let stage: BotStage;
  beforeAll(async () => {
    stage = await startBotStage(pairing, { slack: 1000, hurry: 1000, platform: 15_000 });
  });
  afterEach(() => stage.world.slack.clearFaults());
  afterAll(async () => {
    await stage.close();
    stage.report(`Slack's silence at each step, over ${pairing.transport}, on ${pairing.engine}`);
  });

  it.each(casesOf(() => SILENT))('in $name, with $what, leaves nothing unsaid', async (each) =>
    meet(stage, each),
  );
});
