import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestKind } from '../../../sandbox/slack/handle/faults.ts';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../../sandbox/slack/handle/seen.ts';
import { addDays, todayIn } from '../../../shared/calendar.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { eventually } from '../../support/eventually.ts';

type Json = Record<string, unknown>;

const EVIL = '<!channel> <@U1> <https://evil.example|bank> *b* `c` &amp; <!subteam^S1>';

describe.each(['http', 'socket'] as const)('what is forged, over %s,', (transport) => {
  let world: BotWorld;
  let ivo: PersonWindow;
  beforeAll(async () => {
    world = await startBotWorld(transport, { rateLimits: false });
  });
  beforeEach(() => {
    world.slack.clearFaults();
    world.faults.clear();
    ivo = world.slack.asPerson('ivo');
    ivo.reload();
  });
  afterAll(async () => world.close());

  const made = (): number => world.faults.count('POST', /\/api_tokens$/);

  const forge = (request: RequestKind, change: (payload: Json) => Json): void => {
    world.slack.fault({ request, tamper: change });
  };

  const withView = (change: (view: Json) => Json) => (payload: Json) => ({
    ...payload,
    view: change(payload['view'] as Json),
  });

  const withMetadata = (change: (metadata: Json) => unknown) =>
    withView((view) => ({
      ...view,
      private_metadata: JSON.stringify(
        change(JSON.parse(String(view['private_metadata'])) as Json),
      ),
    }));

  const withValues = (values: Json) =>
    withView((view) => {
      const state = view['state'] as { values: Json };
      return { ...view, state: { values: { ...state.values, ...values } } };
    });

  const submitForged = async (change: (payload: Json) => Json): Promise<string> => {
    // Nobody fills in dozens of forms in a minute: what one person may ask for is limited.
    world.later(3000);
    await world.openForm('ivo', 'operations', '"Forged"');
    forge('view_submission', change);
    return (await ivo.submit()).kind;
  };

  it.each(['ada', 'gus', 'stella', 'buildbot', 'lena'])(
    'as a submission of somebody’s modal by %s, makes nothing',
    async (name) => {
      const { id } = world.slack.person(name);
      const kind = await submitForged((payload) => ({
        ...payload,
        user: { ...(payload['user'] as Json), id },
      }));
      expect(kind).toBe('errors');
      expect(made()).toBe(0);
    },
  );

  it.each<[string, (payload: Json) => Json]>([
    ['none', withView((view) => ({ ...view, private_metadata: '' }))],
    ['no JSON', withView((view) => ({ ...view, private_metadata: '{' }))],
    ['another version', withMetadata((metadata) => ({ ...metadata, version: 0 }))],
    ['a list', withMetadata(() => [])],
    ['somebody else’s', withMetadata((metadata) => ({ ...metadata, userId: 'U999' }))],
    ['a channel without a rule', withMetadata((metadata) => ({ ...metadata, channel: 'C999' }))],
    ['no channel', withMetadata((metadata) => ({ ...metadata, channel: null }))],
    ['a language of its own', withMetadata((metadata) => ({ ...metadata, language: 'xx' }))],
  ])('as private_metadata with %s, makes nothing', async (_, change) => {
    expect(await submitForged(change)).toBe('errors');
    expect(made()).toBe(0);
  });

  it('as a response_url elsewhere, is not called', async () => {
    await world.openForm('ivo', 'operations', '"Elsewhere"');
    world.slack.changeChannel('operations', { archived: true });
    forge(
      'view_submission',
      withMetadata((metadata) => ({ ...metadata, responseUrl: 'https://evil.example/x' })),
    );
    await ivo.submit();
    const message = await ivo.until(() => ivo.ephemerals().find((each) => each.preformatted[0]));
    world.slack.changeChannel('operations', { archived: false });
    expect(message.channel).toBe(ivo.directMessage());
    expect(world.logged.join('\n')).toContain('bad_response_url');
  });

  const chosen = (value: unknown): Json => ({
    type: 'static_select',
    selected_option: { value, text: { type: 'plain_text', text: 'Nord' } },
  });
  const dated = (date: unknown): Json => ({
    expiry: { expiry: chosen('date') },
    own_date: { own_date: { type: 'datepicker', selected_date: date } },
  });

  it.each<[string, Json]>([
    // A day further than it need be, since it may be tomorrow until it is sent.
    ['a date beyond the policy', dated(addDays(todayIn('Europe/Berlin', Date.now()), 92))],
    ['a date that there is not', dated('2027-02-30')],
    ['a date that is a number', dated(7)],
    ['a lifetime that was not offered', { expiry: { expiry: chosen('never') } }],
    ['a lifetime that does not exist', { expiry: { expiry: chosen('100y') } }],
    ['a tenant that is markup', { tenant: { tenant: chosen('<!channel>') } }],
    ['a name of a megabyte less a bit', { name: { name: { value: 'x'.repeat(400_000) } } }],
    [
      'a description of control characters',
      { description: { description: { value: '\u0000\u202e' } } },
    ],
    ['__proto__ for a field', JSON.parse('{"name":{"__proto__":{"value":"x"}}}') as Json],
  ])('as a value, %s, makes nothing', async (_, values) => {
    expect(await submitForged(withValues(values))).toBe('errors');
    expect(made()).toBe(0);
  });

  it('as fields that the form does not have, has no effect', async () => {
    const more = { api_url: { api_url: { value: 'https://evil.example' } }, constructor: {} };
    expect(await submitForged(withValues(more))).toBe('closed');
    const message = await ivo.until(() => ivo.ephemerals().find((each) => each.preformatted[0]));
    expect(message.words).not.toContain('evil');
  });

  /** Asks in vain, for a word with the button to ask again. */
  const askInVain = async (name: string, description = ''): Promise<SeenMessage> => {
    await world.openForm('ivo', 'operations', `"${name}"`);
    await ivo.type('description', description);
    world.slack.fault({ method: 'chat.postEphemeral', status: 500 });
    await ivo.submit();
    return ivo.until(() =>
      ivo.messages(ivo.directMessage()).find(({ words }) => words.includes(name)),
    );
  };

  it('as somebody else’s press of “Ask again”, opens nothing and says why', async () => {
    const word = await askInVain('Not for ada');
    const { id } = world.slack.person('ada');
    forge('block_actions', (payload) => ({
      ...payload,
      user: { ...(payload['user'] as Json), id },
    }));
    await ivo.press(word, 'Erneut anfordern');
    await ivo.until(() =>
      ivo.ephemerals().find((each) => each.words.startsWith('Only the person who asked')),
    );
    expect(ivo.modal()).toBeUndefined();
  });

  it.each(['', 'x', '../..', '<!channel>', 'f'.repeat(2000), crypto.randomUUID()])(
    'as a button’s value, %j, is answered and does nothing',
    async (value) => {
      const word = await askInVain(`Value ${crypto.randomUUID()}`);
      forge('block_actions', (payload) => ({
        ...payload,
        actions: (payload['actions'] as Json[]).map((each) => ({ ...each, value })),
      }));
      await ivo.press(word, 'Erneut anfordern');
      await ivo.until(() =>
        ivo.ephemerals().find((each) => each.words.startsWith('Diese App kennt das Token nicht')),
      );
      expect(ivo.modal()).toBeUndefined();
    },
  );

  it('as markup in a name and a description, is drawn as text wherever it is said', async () => {
    await askInVain(EVIL, EVIL);
    await world.openForm('ivo', 'operations', `"${EVIL}"`);
    await ivo.type('description', EVIL);
    await ivo.submit();
    const message = await ivo.until(() =>
      ivo.ephemerals().find((each) => each.preformatted[0] && each.words.includes(EVIL)),
    );
    const ofEvil = () =>
      ivo.messages(ivo.directMessage()).filter(({ words }) => words.includes(EVIL));
    const receipt = await ivo.until(() =>
      ofEvil().find(({ buttons }) => buttons.some(({ label }) => label === 'Widerrufen')),
    );
    // Only once the bot has noted where it is, is it this one that changes.
    const flow = receipt.buttons.find(({ label }) => label === 'Widerrufen')?.value;
    const noted = `"flow":"${flow}","what":"said"`;
    await eventually(() => world.logged.some((line) => line.includes(noted)));
    await ivo.press(receipt, 'Widerrufen');
    await ivo.until(() => ofEvil().some(({ edited }) => edited));
    const all = [message, ...world.slack.accepted, ...world.slack.history()];
    expect(all.filter(({ words }) => words.includes(EVIL)).length).toBeGreaterThanOrEqual(4);
    for (const { text, blocks } of all) {
      expect(JSON.stringify(blocks)).not.toMatch(/"mrkdwn"|"type":"(?:link|user|broadcast)"/);
      expect(text).not.toMatch(/[<>`]|evil/);
    }
  });
});
