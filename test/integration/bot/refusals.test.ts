import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import { COMMAND } from '../../../bot/manifest/manifest.ts';
import { type BotWorld, INTEGRATORS, startBotWorld } from '../../support/bot-world.ts';
import { refuse } from '../../support/faults.ts';
import { wordsInstead } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';

const HELP = 'API-Tokens Ihrer Tenants';
const NO_COMMAND = 'Diesen Befehl gibt es nicht. Die Nachricht zeigt, welche es gibt.';

describe.each(['http', 'socket'] as const)('a refusal over %s', (transport) => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld(transport, {
      rateLimits: false,
      policy: (slack) => ({
        ask: 'Ada Berger',
        rules: [
          {
            who: { channels: [slack.channel('general').id, slack.channel('suppliers').id] },
            tenants: ['Nord'],
            permissions: ['read', 'write'],
            maxDays: 30,
          },
        ],
      }),
    });
  });
  beforeEach(() => {
    world.slack.clearFaults();
    world.faults.clear();
    for (const name of ['ivo', 'gus', 'stella', 'ada', 'buildbot'])
      world.slack.asPerson(name).reload();
  });
  afterAll(async () => world.close());

  /** What the bot answers a command, in place of a form. */
  const answerTo = async (person: string, channel: string, text: string): Promise<string> => {
    const window = world.slack.asPerson(person);
    await window.command(channel, text);
    const words = await wordsInstead(window);
    expect(window.modal()?.fields ?? []).toEqual([]);
    return words;
  };

  it.each([
    ['a guest', 'gus', 'general', /^Les invités n’obtiennent.+Adressez-vous à .Ada Berger.\.$/u],
    [
      'someone of another workspace',
      'stella',
      'suppliers',
      /^People of other workspaces.+Ask .Ada Berger.\.$/u,
    ],
    ['a bot', 'buildbot', 'general', /^Bots get API tokens only.+Ask .Ada Berger.\.$/u],
    [
      'who has no rule in this channel',
      'ivo',
      'kitchen',
      /^Die Richtlinie erlaubt Ihnen hier.+Wenden Sie sich an .Ada Berger.\.$/u,
    ],
  ])('comes before the form for %s, with whom to ask', async (_, person, channel, words) => {
    expect(await answerTo(person, channel, `${COMMAND} create`)).toMatch(words);
  });

  it.each([
    ['help', HELP, HELP],
    ['', HELP, HELP],
    ['create --help', HELP, HELP],
    ['revoke everything', 'Den Befehl \u2068revoke\u2069 gibt es nicht.', NO_COMMAND],
    ['<!channel> `x`', 'Den Befehl \u2068<!channel>\u2069 gibt es nicht.', NO_COMMAND],
  ])('is no answer: %j gets help', async (text, words, notification) => {
    const answer = await answerTo('ivo', 'kitchen', `${COMMAND} ${text}`);
    expect(answer).toContain(words);
    expect(answer).toContain('/tenant-token create "CI uploader" --tenant Nord --expires 30d');
    expect(world.slack.accepted.at(-1)?.text).toBe(notification);
  });

  const submitAfter = async (between: () => Promise<void> | void): Promise<unknown> => {
    const window = await world.openForm('ivo', 'general', '"Decided again"');
    await between();
    const outcome = await window.submit();
    expect(world.faults.count('POST', /\/api_tokens$/)).toBe(0);
    return outcome;
  };

  it('comes at the submission, where the person was deactivated meanwhile', async () => {
    const outcome = await submitAfter(() => world.slack.changePerson('ivo', { deleted: true }));
    world.slack.changePerson('ivo', { deleted: false });
    expect(outcome).toMatchObject({
      errors: { tenant: expect.stringContaining('Konto ist deaktiviert') as unknown },
    });
  });

  it.each([
    [
      'Slack does not say who it is',
      { method: 'users.info', status: 503 },
      'Slack gibt nicht an, wer Sie sind',
    ],
    [
      'Slack says nothing',
      { method: 'users.info', cut: 'silence' },
      'Slack gibt nicht an, wer Sie sind',
    ],
  ] as const)('comes at the submission, where %s', async (_, fault, words) => {
    const outcome = await submitAfter(() => void world.slack.fault(fault));
    expect(outcome).toMatchObject({
      errors: { name: expect.stringMatching(`${words}.+Eingaben bleiben erhalten`) as unknown },
    });
  });

  it('says which side does not answer, before there is a form', async () => {
    const fresh = await startBotWorld(transport, { rateLimits: false });
    try {
      const ada = fresh.slack.asPerson('ada');
      const answer = async (): Promise<string> => {
        ada.reload();
        await ada.command('general', `${COMMAND} create`);
        return wordsInstead(ada);
      };
      fresh.faults.on('GET', /\/session$/, refuse(500));
      expect(await answer()).toContain('The tenant platform does not answer.');
      fresh.faults.on('GET', /\/session$/, refuse(401));
      expect(await answer()).toContain('refuses the key of this app');
      fresh.faults.clear();
      fresh.slack.fault({ method: 'views.open', error: 'expired_trigger_id' });
      expect(await answer()).toContain('The form could not be opened in time.');
    } finally {
      await fresh.close();
    }
  });

  it('is of what was never offered, whatever a client sends', async () => {
    const window = await world.openForm('ivo', 'general', '"Forged"');
    const forge = async (change: (values: Record<string, object>) => object): Promise<unknown> => {
      world.slack.fault({
        request: 'view_submission',
        tamper: (payload) => {
          const view = payload['view'] as { state: { values: Record<string, object> } };
          return { ...payload, view: { ...view, state: { values: change(view.state.values) } } };
        },
      });
      return window.submit();
    };
    const tenant = (value: string) => (values: Record<string, object>) => ({
      ...values,
      tenant: {
        tenant: {
          type: 'static_select',
          selected_option: { value, text: { type: 'plain_text', text: 'Nord' } },
        },
      },
    });
    const permissions =
      (...values: string[]) =>
      (state: Record<string, object>) => ({
        ...state,
        permissions: {
          permissions: {
            type: 'checkboxes',
            selected_options: values.map((value) => ({
              value,
              text: { type: 'plain_text', text: value },
            })),
          },
        },
      });
    const { tenants } = world.platform.platform;
    expect(await forge(tenant(tenants.hafen.id))).toMatchObject({
      errors: { tenant: expect.stringContaining('diesen Tenant') as unknown },
    });
    expect(await forge(tenant(tenants.sol.id))).toMatchObject({
      errors: { tenant: expect.stringContaining('kennt diesen Wert nicht') as unknown },
    });
    expect(await forge(tenant('all'))).toMatchObject({
      errors: { tenant: expect.stringContaining('Auswahl aller Tenants') as unknown },
    });
    expect(await forge(permissions('read', 'delete'))).toMatchObject({
      errors: { permissions: expect.stringContaining('Löschen') as unknown },
    });
    expect(await forge(permissions('admin'))).toMatchObject({ kind: 'errors' });
    expect(await forge(permissions('read', 'read'))).toMatchObject({
      errors: { permissions: 'Das ist doppelt ausgewählt.' },
    });
    expect(await forge(() => ({}))).toMatchObject({ kind: 'errors' });
    expect(await forge((values) => ({ ...values, name: { name: { value: 7 } } }))).toMatchObject({
      kind: 'errors',
    });
    expect(world.faults.count('POST', /\/api_tokens$/)).toBe(0);
    expect(await window.submit()).toEqual({ kind: 'closed' });
  });

  it('follows a user group as it is in Slack at that moment', async () => {
    const seen: string[] = [];
    const window: PersonWindow = world.slack.asPerson('mia');
    world.writePolicy(() => ({
      ask: 'Ada Berger',
      rules: [
        {
          who: { groups: [INTEGRATORS] },
          tenants: ['Nord'],
          permissions: ['read'],
          maxDays: 30,
        },
      ],
    }));
    await eventually(() => world.logged.some((line) => line.includes('"policy_loaded"')));
    await world.openForm('mia', 'kitchen', '"By group"');
    world.slack.changeGroup('integrators', { members: ['ivo'] });
    seen.push(JSON.stringify(await window.submit()));
    world.slack.changeGroup('integrators', { members: ['ivo', 'mia'] });
    seen.push(JSON.stringify(await window.submit()));
    expect(seen[0]).toContain('I criteri non ti consentono token API qui.');
    expect(seen[1]).toBe('{"kind":"closed"}');
  });

  it('is found without asking Slack for user groups where a rule grants it anyway', async () => {
    const window: PersonWindow = world.slack.asPerson('mia');
    world.writePolicy((slack) => ({
      ask: 'Ada Berger',
      rules: [
        {
          who: { channels: [slack.channel('kitchen').id] },
          tenants: ['Nord'],
          permissions: ['read'],
          maxDays: 90,
        },
        {
          who: { groups: [INTEGRATORS] },
          tenants: 'any',
          permissions: ['read', 'write'],
          maxDays: 90,
        },
      ],
    }));
    await eventually(
      () => world.logged.filter((line) => line.includes('"policy_loaded"')).length > 1,
    );
    const questions = (): number =>
      world.slack.journal().filter(({ what }) => what === 'usergroups.list').length;
    await world.openForm('mia', 'kitchen', '"By channel" --permissions read');
    const before = questions();
    expect(await window.submit()).toEqual({ kind: 'closed' });
    expect(questions()).toBe(before);
  });
});
