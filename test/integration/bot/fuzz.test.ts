import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { APPROVE, DELIVER, REFUSE, WITHDRAW } from '../../../bot/messages/action-ids.ts';
import { DELIVER_FORM, TOKEN_FIELD } from '../../../bot/modal/deliver-modal.ts';
import { REFUSE_FORM } from '../../../bot/modal/refuse-modal.ts';
import type { RequestKind } from '../../../sandbox/slack/handle/faults.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { freshToken } from '../../support/hand-over.ts';
import { openForm } from '../../support/petitions.ts';

const PAYLOADS = 10_000;
const AT_ONCE = 25;
const SEED = 20_261_124;

let world: BotWorld;
beforeAll(async () => {
  world = await startBotWorld('http', { rateLimits: false });
});
afterAll(async () => world.close());

type Body = Record<string, unknown>;

/** What the buttons and the modals of a request that someone approves send, as far as the door goes. */
const ofPetitions = (bodies: readonly Body[]): readonly Body[] => {
  const pressed = bodies.find((body) => body['type'] === 'block_actions' && !('view' in body));
  const submitted = bodies.find(({ type }) => type === 'view_submission');
  const metadata = { version: 1, petitionId: crypto.randomUUID(), channel: null };
  const typed = (block: string, value: string) => ({
    values: { [block]: { [block]: { type: 'plain_text_input', value } } },
  });
  const view = (callback_id: string, state: object): Body => ({
    ...submitted,
    view: {
      ...(submitted?.['view'] as Body),
      callback_id,
      private_metadata: JSON.stringify(metadata),
      state,
    },
  });
  return [
    ...[APPROVE, REFUSE, WITHDRAW, DELIVER].map((action_id): Body => {
      const [action] = (pressed?.['actions'] ?? []) as readonly Body[];
      return { ...pressed, actions: [{ ...action, action_id, value: metadata.petitionId }] };
    }),
    view(DELIVER_FORM, typed(TOKEN_FIELD, freshToken())),
    view(REFUSE_FORM, typed('reason', 'Not now')),
  ];
};

/** One sound request of each kind, as the workspace sends it. */
const soundBodies = async (): Promise<readonly Body[]> => {
  const bodies: Body[] = [];
  const kinds: readonly RequestKind[] = [
    'command',
    'block_actions',
    'view_submission',
    'view_closed',
  ];
  for (const request of kinds) {
    world.slack.fault({
      request,
      times: Infinity,
      tamper: (body) => {
        bodies.push(structuredClone(body));
        return body;
      },
    });
  }
  const ivo = await openForm(world.slack, 'ivo', '"Fuzzed"');
  const dated = () => ivo.modal()?.fields.some(({ blockId }) => blockId === 'own_date') === true;
  await ivo.choose('expiry', 'date');
  await ivo.until(dated);
  await ivo.choose('expiry', '30d');
  await ivo.until(() => !dated());
  expect(await ivo.submit()).toEqual({ kind: 'closed' });
  const message = await ivo.until(() => ivo.ephemerals().find((each) => each.preformatted[0]));
  await ivo.press(message, 'hide');
  await openForm(world.slack, 'ivo', '');
  await ivo.close();
  await world.slack.idle();
  world.slack.clearFaults();
  const submitted = bodies.find(({ type }) => type === 'view_submission');
  const suggestion = {
    ...submitted,
    type: 'block_suggestion',
    action_id: 'tenant',
    block_id: 'tenant',
    value: 'no',
  };
  const event = {
    type: 'event_callback',
    team_id: world.slack.teamId,
    event_id: 'Ev1',
    event: { type: 'app_home_opened', user: world.slack.person('ivo').id, tab: 'home' },
    authorizations: [{ team_id: world.slack.teamId, is_bot: true }],
  };
  return [...bodies, suggestion, event, ...ofPetitions(bodies)];
};

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'all', '<!channel>', 0, -1, true, [], {}, 'x'.repeat(5000)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);

const isNode = (value: unknown): value is Body => typeof value === 'object' && value !== null;

/** Every place in a body, as the way to it. */
const placesIn = (value: unknown, way: readonly string[] = []): (readonly string[])[] =>
  isNode(value)
    ? Object.entries(value).flatMap(([key, each]) => [
        [...way, key],
        ...placesIn(each, [...way, key]),
      ])
    : [];

const putAt = (body: Body, way: readonly string[], value: unknown): Body => {
  const copy = structuredClone(body);
  let node: Body = copy;
  for (const key of way.slice(0, -1)) {
    const next = node[key];
    if (!isNode(next)) return copy;
    node = next;
  }
  const last = way.at(-1) ?? '';
  if (value === undefined) delete node[last];
  else node[last] = value;
  return copy;
};

const KINDS = new Set([
  'view_submission',
  'view_closed',
  'block_actions',
  'block_suggestion',
  'event_callback',
]);

/** What a payload is, for the counting. */
const kindOf = (body: unknown): string => {
  if (!isNode(body)) return 'junk';
  if ('command' in body) return 'command';
  const type = String(body['type']);
  return KINDS.has(type) ? type : 'other';
};

interface FuzzRequest {
  readonly kind: string;
  readonly type: string;
  readonly body: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** Events come as JSON, commands as the fields of a form, everything else in one of them. */
const encode = (body: unknown): FuzzRequest => {
  const kind = kindOf(body);
  if (isNode(body) && 'event' in body) {
    return { kind, type: 'application/json', body: JSON.stringify(body) };
  }
  const fields =
    isNode(body) && 'command' in body
      ? Object.entries(body).map(([key, value]): [string, string] => [
          key,
          typeof value === 'string' ? value : JSON.stringify(value),
        ])
      : [['payload', JSON.stringify(body)]];
  return { kind, type: FORM, body: new URLSearchParams(fields).toString() };
};

/** Bytes that were never a payload. */
const raw = fc
  .tuple(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(FORM, 'application/json', 'text/plain', 'multipart/form-data', ''),
  )
  .map(([body, type]): FuzzRequest => ({ kind: 'raw', type, body }));

it(
  `answers ${PAYLOADS} payloads without a crash or a 5xx, most of them sound ones mutated`,
  { timeout: 1_800_000 },
  async () => {
    const sound = await soundBodies();
    expect(new Set(sound.map(kindOf)).size).toBe(6);
    const mutated = fc
      .tuple(
        fc.constantFrom(...sound),
        fc.array(fc.tuple(fc.nat(), fc.option(junk, { nil: undefined })), {
          minLength: 1,
          maxLength: 3,
        }),
      )
      .map(([body, changes]) =>
        changes.reduce((changed, [at, value]) => {
          const places = placesIn(changed);
          return putAt(changed, places[at % places.length] ?? [], value);
        }, body),
      );
    const requests = [
      ...fc.sample(mutated, { numRuns: PAYLOADS * 0.8, seed: SEED }).map(encode),
      ...fc.sample(fc.oneof(junk.map(encode), raw), { numRuns: PAYLOADS * 0.2, seed: SEED }),
    ];
    const counts: Record<string, Record<number, number>> = {};
    const all = new Map<number, number>();
    const broken: FuzzRequest[] = [];
    const send = async (request: FuzzRequest): Promise<void> => {
      const { status } = await world.slack.sendRaw(request.body, {
        headers: { 'content-type': request.type },
      });
      const ofKind = (counts[request.kind] ??= {});
      ofKind[status] = (ofKind[status] ?? 0) + 1;
      all.set(status, (all.get(status) ?? 0) + 1);
      if (status >= 500 || status === 0) broken.push(request);
    };
    // Each sender takes the next: one slow answer holds up nobody else.
    const sender = async (): Promise<void> => {
      for (let next = requests.pop(); next; next = requests.pop()) await send(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    await world.slack.idle();
    console.log('Answers by status:', Object.fromEntries(all), JSON.stringify(counts));
    expect(world.logged.filter((line) => line.includes('listener_failed'))).toEqual([]);
    expect(broken).toEqual([]);
    // Neither everything nor nothing was let in.
    expect(all.get(200)).toBeGreaterThan(PAYLOADS / 20);
    expect(all.get(400)).toBeGreaterThan(PAYLOADS / 20);
    const window = await openForm(world.slack, 'ada', '"Still works"');
    expect(await window.submit()).toEqual({ kind: 'closed' });
  },
);
