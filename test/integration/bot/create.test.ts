import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../../sandbox/slack/handle/seen.ts';
import { addDays, todayIn } from '../../../shared/calendar.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';

describe.each(['http', 'socket'] as const)('/tenant-token create over %s', (transport) => {
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

  const status = async (token: string, method: 'GET' | 'POST' = 'GET'): Promise<number> => {
    const json = method === 'POST' ? { json: { name: 'Pump', serial: 'P-1' } } : {};
    return (await world.platform.call(method, '/api/v1/devices', { key: token, ...json })).status;
  };

  /** It does, as soon as its delivery is on record. */
  const works = async (token: string): Promise<boolean> =>
    eventually(async () => (await status(token)) === 200);

  /** Fills in a name, submits, and waits for the token's message and its receipt. */
  const make = async (
    name: string,
    args = '',
  ): Promise<{ token: string; message: SeenMessage }> => {
    await world.openForm('ivo', 'operations', args);
    await ivo.type('name', name);
    expect(await ivo.submit()).toEqual({ kind: 'closed' });
    const message = await ivo.until(() =>
      ivo.ephemerals().find((each) => each.words.includes(name)),
    );
    await ivo.until(() => receipts().find((each) => each.words.includes(name)));
    return { token: message.preformatted[0] ?? '', message };
  };

  const receipts = (): readonly SeenMessage[] => ivo.messages(ivo.directMessage());

  const receiptOf = (name: string): SeenMessage => {
    const found = receipts().find((each) => each.words.includes(name));
    if (!found) throw new Error(`There is no receipt of ${name}.`);
    return found;
  };

  it('gives a token that works, in a message that only its reader sees, and a receipt without it', async () => {
    const { token, message } = await make('CI uploader');
    expect(token).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(await status(token)).toBe(200);
    expect(await status(token, 'POST')).toBe(403);
    expect(message).toMatchObject({
      ephemeral: true,
      channel: world.slack.channel('operations').id,
    });
    expect(message.text).not.toContain(token);
    expect(message.preformatted).toEqual([token]);
    expect(message.buttons.map(({ label }) => label)).toEqual([
      'Ausblenden',
      'Mit curl verwenden',
      'Widerrufen',
    ]);
    const receipt = receiptOf('CI uploader');
    expect(receipt.words).toMatch(/Lesen nur in .Nord., ohne Sub-Tenants.+\(Europe\/Berlin\)/u);
    expect(receipt.buttons.map(({ label }) => label)).toEqual(['Mit curl verwenden', 'Widerrufen']);
    for (const each of world.slack.history()) expect(JSON.stringify(each)).not.toContain(token);
    expect(world.logged.join('\n')).not.toContain(token);
  });

  it('shows from the message and from the receipt how to call the API, without the token', async () => {
    const { token, message } = await make('To call with');
    for (const where of [message, receiptOf('To call with')]) {
      const before = ivo.ephemerals().length;
      await ivo.press(where, 'Mit curl verwenden');
      await ivo.until(() => ivo.ephemerals().length > before);
      const shown = ivo.ephemerals().at(-1);
      expect(shown?.preformatted).toHaveLength(6);
      expect(shown?.preformatted[1]).toMatch(
        /^curl -H "api-key: \$TENANT_TOKEN" .+'http:.+\/api\/v1\/devices'$/,
      );
      expect(JSON.stringify(shown)).not.toContain(token);
    }
  });

  it('names to the platform for whom it asks', async () => {
    await make('For the log');
    const key = world.platform.key();
    const { json } = await world.platform.call('GET', '/api/v1/api_tokens?search=For%20the%20log', {
      key,
    });
    expect(JSON.stringify(json)).toContain(world.slack.person('ivo').id);
    expect(JSON.stringify(json)).toContain('Ivo Keller');
  });

  it('hides the message', async () => {
    const { message } = await make('To hide');
    await ivo.press(message, 'Ausblenden');
    await ivo.until(() => ivo.ephemerals().every(({ preformatted }) => preformatted.length === 0));
  });

  it('says how the message goes away by itself where Slack does not hide it', async () => {
    const { message } = await make('Stays');
    world.slack.fault({ method: 'response_url', status: 404 });
    await ivo.press(message, 'Ausblenden');
    await ivo.until(() =>
      ivo.ephemerals().find((each) => each.words.startsWith('Slack hat die Nachricht nicht')),
    );
    expect(ivo.ephemerals().some(({ preformatted }) => preformatted.length > 0)).toBe(true);
  });

  it('revokes from the message after the question, and shows the outcome in its place', async () => {
    const { token, message } = await make('To revoke');
    expect(message.buttons[2]?.confirm).toMatchObject({ title: 'Dieses Token widerrufen?' });
    await ivo.press(message, 'Widerrufen', { confirm: false });
    expect(await status(token)).toBe(200);
    await ivo.press(message, 'Widerrufen');
    const outcome = await ivo.until(() =>
      ivo.ephemerals().find((each) => each.words.startsWith('Widerrufen.')),
    );
    expect(outcome.preformatted).toEqual([]);
    expect(ivo.ephemerals().some((each) => each.preformatted.includes(token))).toBe(false);
    expect(await status(token)).toBe(401);
    await ivo.until(() => receiptOf('To revoke').buttons.length === 0);
  });

  it('revokes from the receipt, long after the message has gone', async () => {
    const { token } = await make('From the receipt');
    ivo.reload();
    expect(ivo.ephemerals()).toEqual([]);
    await ivo.press(receiptOf('From the receipt'), 'Widerrufen');
    await ivo.until(() => receiptOf('From the receipt').words.includes('widerrufen'));
    expect(await status(token)).toBe(401);
    // The receipt is the one message about it: nothing came before the next answer.
    await ivo.command('operations', `${COMMAND} help`);
    await ivo.until(() => ivo.ephemerals().length > 0);
    expect(ivo.ephemerals().map(({ text }) => text)).toEqual(['API-Tokens Ihrer Tenants']);
  });

  it('lets nobody else revoke, whatever they send', async () => {
    const { token, message } = await make('Not yours');
    const ada = world.slack.person('ada');
    world.slack.fault({
      request: 'block_actions',
      tamper: (payload) => ({ ...payload, user: { ...(payload['user'] as object), id: ada.id } }),
    });
    await ivo.press(message, 'Widerrufen');
    await ivo.until(() =>
      ivo.ephemerals().find((each) => each.words.startsWith('Only the person who asked')),
    );
    expect(await status(token)).toBe(200);
  });

  it('says so of a token that it does not know', async () => {
    const { message } = await make('Unknown');
    world.slack.fault({
      request: 'block_actions',
      tamper: (payload) => ({
        ...payload,
        actions: (payload['actions'] as object[]).map((each) => ({ ...each, value: '<!channel>' })),
      }),
    });
    await ivo.press(message, 'Widerrufen');
    await ivo.until(() =>
      ivo.ephemerals().find((each) => each.words.startsWith('Diese App kennt das Token nicht')),
    );
  });

  it('delivers where the app is no member, by the answer to the command', async () => {
    world.writePolicy((slack) => ({
      ask: 'Ada',
      rules: [
        {
          who: { users: [slack.person('ivo').id] },
          tenants: 'any',
          permissions: ['read'],
          maxDays: 30,
        },
      ],
    }));
    await eventually(() => world.logged.some((line) => line.includes('policy_loaded')));
    await world.openForm('ivo', 'board');
    await ivo.type('name', 'In the board');
    await ivo.submit();
    const message = await ivo.until(() =>
      ivo.ephemerals('board').find(({ preformatted }) => preformatted[0]),
    );
    await works(message.preformatted[0] ?? '');
  });

  it('offers to ask again with the same values, after a platform that did not answer', async () => {
    world.faults.on('POST', /\/api_tokens$/, () => new Response(null, { status: 500 }));
    await world.openForm('ivo', 'operations', '"Once more" --expires 7d');
    await ivo.submit();
    const announced = await ivo.until(() =>
      ivo
        .ephemerals()
        .concat(receipts())
        .find((each) => each.buttons.some(({ actionId }) => actionId === 'ask_again')),
    );
    expect(announced.words).toContain('Once more');
    world.faults.clear();
    await pressForm(ivo, announced, 'Erneut anfordern');
    const fields = ivo.modal()?.fields;
    expect(fields?.find(({ blockId }) => blockId === 'name')?.value).toBe('Once more');
    const lastDay = addDays(todayIn('Europe/Berlin', Date.now()), 7);
    expect(fields?.find(({ blockId }) => blockId === 'own_date')?.value).toBe(lastDay);
    expect(await ivo.submit()).toEqual({ kind: 'closed' });
    const message = await ivo.until(() => ivo.ephemerals().find((each) => each.preformatted[0]));
    await works(message.preformatted[0] ?? '');
  });
});
