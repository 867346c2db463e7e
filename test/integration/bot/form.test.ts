import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenField } from '../../../sandbox/slack/handle/seen.ts';
import { addDays, addYears, todayIn } from '../../../shared/calendar.ts';
import { type BotWorld, startBotWorld } from '../../support/bot-world.ts';
import { change } from '../../support/faults.ts';
import { eventually } from '../../support/eventually.ts';

const field = (window: PersonWindow, blockId: string): SeenField | undefined =>
  window.modal()?.fields.find((each) => each.blockId === blockId);

/** A page of the platform's list of tenants, as far as a test changes it. */
const tenantPage = z.looseObject({ items: z.array(z.looseObject({ name: z.string() })) });

/** Tenants that the platform itself does not know. */
const plants = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `Plant ${index}`,
    parent_id: null,
    time_zone: 'Europe/Rome',
  }));

const today = () => todayIn('Europe/Berlin', Date.now());

describe.each(['http', 'socket'] as const)('the form over %s', (transport) => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld(transport, { rateLimits: false });
  });
  beforeEach(() => {
    world.slack.clearFaults();
    world.faults.clear();
    for (const name of ['ivo', 'ada', 'mia']) world.slack.asPerson(name).reload();
  });
  afterAll(async () => world.close());

  it('has the fields of the wizard, in the person’s language, with what the policy grants', async () => {
    const ivo = await world.openForm('ivo');
    const modal = ivo.modal();
    expect(modal).toMatchObject({ title: 'Neues API-Token', submit: 'Weiter', close: 'Abbrechen' });
    expect(modal?.fields.map(({ label }) => label)).toEqual([
      'Name',
      'Beschreibung',
      'Ablaufdatum',
      'Tenant',
      'Berechtigungen',
    ]);
    expect(field(ivo, 'expiry')).toMatchObject({ value: '90d' });
    expect(field(ivo, 'expiry')?.options.map(({ value }) => value)).toEqual([
      '7d',
      '30d',
      '90d',
      'date',
    ]);
    expect(field(ivo, 'tenant')?.options.map(({ text }) => text)).toEqual(['Nord', 'Nord Hafen']);
    expect(field(ivo, 'permissions')).toMatchObject({ value: ['read'] });
    expect(field(ivo, 'permissions')?.options).toMatchObject([
      { text: 'Lesen', description: 'Daten ansehen (GET)' },
      { text: 'Schreiben', description: 'Daten ändern (PUT)' },
    ]);
    expect(modal?.words).toMatch(
      /Lesen nur in .Nord., ohne Sub-Tenants, bis zum Ende des .+ \(Europe\/Berlin\)\./u,
    );
  });

  it.each([
    ['ada', 'Name', 'Expiration date'],
    ['mia', 'Nome', 'Data di Scadenza'],
  ])('speaks to %s in their language', async (person, name, expiry) => {
    const window = await world.openForm(person);
    const labels = window.modal()?.fields.map(({ label }) => label);
    expect([labels?.[0], labels?.[2]]).toEqual([name, expiry]);
  });

  it('starts with what the command says, and names what it does not understand', async () => {
    const ada = await world.openForm(
      'ada',
      'general',
      '“CI uploader” —tenant “Nord Hafen” --expires 1y --permissions write,read --region eu --tenant Sol',
    );
    expect(field(ada, 'name')?.value).toBe('CI uploader');
    expect(field(ada, 'expiry')?.value).toBe('1y');
    expect(field(ada, 'permissions')?.value).toEqual(['read', 'write']);
    const tenant = field(ada, 'tenant');
    expect(tenant?.options.find(({ value }) => value === tenant.value)?.text).toBe('Nord Hafen');
    expect(ada.modal()?.words).toMatch(
      /Not understood, and not filled in: .*--region.*eu.*--tenant Sol/u,
    );
    expect(ada.modal()?.words).toContain('(Europe/Lisbon)');
  });

  it('does not fill in what the policy does not grant, and says so', async () => {
    const ivo = await world.openForm(
      'ivo',
      'operations',
      '--tenant "Nord Labor" --expires never --permissions delete',
    );
    // Nothing is chosen in its stead.
    expect(field(ivo, 'tenant')?.value).toBeNull();
    expect(field(ivo, 'expiry')?.value).toBe('date');
    expect(field(ivo, 'own_date')?.value).toBeNull();
    expect(field(ivo, 'permissions')?.value).toEqual([]);
    const words = ivo.modal()?.words;
    expect(words).toMatch(/erlaubt Ihnen den Tenant .Nord Labor. nicht.+an .Ada Berger.\./u);
    expect(words).toMatch(/erlaubt Ihnen hier nicht: Löschen\. Wenden Sie sich an .Ada Berger.\./u);
    expect(words).toMatch(/kein unbefristetes Token.+Wenden Sie sich an .Ada Berger.\./u);
    expect(words).not.toContain('Nicht erkannt');
  });

  it('shows names as they are written, without effect', async () => {
    const evil = '<!channel> <@U1> *b* `c` https://evil.example';
    const ivo = await world.openForm('ivo', 'operations', `"${evil}" --foo<!here>`);
    expect(field(ivo, 'name')?.value).toBe(evil);
    expect(JSON.stringify(ivo.modal()?.blocks)).not.toContain('mrkdwn');
    await ivo.submit();
    const message = await ivo.until(() => ivo.ephemerals().find((each) => each.preformatted[0]));
    expect(message.words).toContain(evil);
    expect(message.text).not.toContain('channel');
    expect(JSON.stringify(message.blocks)).not.toContain('mrkdwn');
  });

  it('lets a date of one’s own appear when it is chosen, keeps what was typed, and follows in the summary', async () => {
    const ada = await world.openForm('ada', 'general');
    await ada.type('name', 'Typed before');
    expect(field(ada, 'own_date')).toBeUndefined();
    await ada.choose('expiry', 'date');
    await ada.until(() => field(ada, 'own_date'));
    expect(field(ada, 'name')?.value).toBe('Typed before');
    expect(ada.modal()?.words).toContain('Choose a date.');
    await ada.pick('own_date', addDays(today(), 5));
    await ada.until(() => ada.modal()?.words.includes('to the end of'));
    await ada.choose('expiry', 'never');
    await ada.until(() => field(ada, 'own_date') === undefined);
    expect(ada.modal()?.words).toContain('It never expires');
    await ada.choose('tenant', 'All tenants');
    await ada.check('permissions', ['Read', 'Delete']);
    await ada.until(() => ada.modal()?.words.includes('It can delete data in every tenant'));
  });

  it('warns of what the policy will refuse, and refuses it beside its field', async () => {
    const ivo = await world.openForm('ivo');
    await ivo.type('name', 'Too long');
    await ivo.choose('expiry', 'date');
    await ivo.until(() => field(ivo, 'own_date'));
    await ivo.pick('own_date', addDays(today(), 91));
    await ivo.until(() =>
      ivo.modal()?.words.includes('Die Richtlinie erlaubt als letzten Tag höchstens'),
    );
    const refused = await ivo.submit();
    expect(refused).toMatchObject({
      kind: 'errors',
      errors: {
        own_date: expect.stringMatching(
          /höchstens den .+\. Wenden Sie sich an .Ada Berger.\./u,
        ) as unknown,
      },
    });
    await ivo.pick('own_date', addDays(today(), 90));
    expect(await ivo.submit()).toEqual({ kind: 'closed' });
  });

  it.each([
    ['name', 'x'.repeat(101), 'Höchstens 100 Zeichen.'],
    ['name', ' \u200B ', 'Geben Sie dem Token einen Namen.'],
    ['name', 'a\u202Eb', 'Der Text enthält unsichtbare Zeichen. Geben Sie ihn neu ein.'],
    ['description', 'x'.repeat(501), 'Höchstens 500 Zeichen.'],
  ])('says beside the field what is wrong with a %s of %j', async (block, text, error) => {
    const ivo = await world.openForm('ivo', 'operations', '"A name"');
    await ivo.type(block, text);
    expect(await ivo.submit()).toEqual({ kind: 'errors', errors: { [block]: error } });
    expect(field(ivo, block)?.value).toBe(text);
    await ivo.type(block, 'Now a good one');
    expect(await ivo.submit()).toEqual({ kind: 'closed' });
  });

  it.each([
    ['yesterday', () => addDays(today(), -1), 'Vergangenheit'],
    ['a day beyond ten years', () => addDays(addYears(today(), 10), 1), 'zehn Jahre'],
  ])('refuses %s in the tenant’s zone', async (_, date, words) => {
    const ivo = await world.openForm(
      'ivo',
      'operations',
      `"Dated" --expires ${addDays(today(), 33)}`,
    );
    await ivo.pick('own_date', date());
    const refused = await ivo.submit();
    expect(refused).toMatchObject({
      errors: { own_date: expect.stringContaining(words) as unknown },
    });
  });

  it('asks for a permission where none is ticked', async () => {
    const ivo = await world.openForm('ivo', 'operations', '"None"');
    await ivo.check('permissions', []);
    const { kind } = await ivo.submit();
    // Slack's own client says it: a required input is empty.
    expect(kind).toBe('incomplete');
  });

  it('offers a search where there are more than a hundred tenants', async () => {
    const many = plants(150);
    world.faults.on('GET', /\/tenants$/, change({ items: many, total: 150 }));
    // What is known of the tenants is a minute old at most.
    const fresh = await startBotWorld(transport, { rateLimits: false });
    try {
      fresh.faults.on('GET', /\/tenants$/, change({ items: many, total: 150 }));
      const ada = await fresh.openForm('ada', 'general', '"Searched" --tenant "Plant 7"');
      expect(field(ada, 'tenant')).toMatchObject({ type: 'external_select' });
      const options = await ada.suggest('tenant', 'plant 14');
      expect(options.map(({ text }) => text)).toEqual(
        ['14', '140', '141', '142', '143', '144', '145', '146', '147', '148', '149', '114'].map(
          (n) => `Plant ${n}`,
        ),
      );
      expect(await ada.suggest('tenant', '')).toHaveLength(100);
      expect((await ada.suggest('tenant', 'all ten')).map(({ text }) => text)).toEqual([
        'All tenants',
      ]);
    } finally {
      await fresh.close();
    }
  });

  it('makes a token for a tenant that was found by the search alone', async () => {
    const fresh = await startBotWorld(transport, { rateLimits: false });
    try {
      const others = plants(100);
      // The platform's own tenants come after a hundred others.
      fresh.faults.on('GET', /\/tenants$/, async (request, next) => {
        const { items, ...rest } = tenantPage.parse(await (await next()).json());
        const search = (new URL(request.url).searchParams.get('search') ?? '').toLowerCase();
        const all = [...others.filter(({ name }) => name.toLowerCase().includes(search)), ...items];
        return Response.json({ ...rest, items: all.slice(0, 100), total: all.length });
      });
      const ada = await fresh.openForm('ada', 'general', '"Searched" --permissions read');
      const [found] = await ada.suggest('tenant', 'nord haf');
      expect(found?.text).toBe('Nord Hafen');
      await ada.choose('tenant', 'Nord Hafen');
      expect(await ada.submit()).toEqual({ kind: 'closed' });
      const { words, preformatted } = await ada.until(() =>
        ada.ephemerals().find((each) => each.preformatted[0]),
      );
      expect(words).toContain('Nord Hafen');
      await fresh.slack.idle();
      const key = preformatted[0] ?? '';
      await eventually(
        async () => (await fresh.platform.call('GET', '/api/v1/devices', { key })).status === 200,
      );
    } finally {
      await fresh.close();
    }
  });

  it('makes nothing when it is cancelled', async () => {
    const ivo = await world.openForm('ivo', 'operations', '"Cancelled"');
    await ivo.close();
    await world.slack.idle();
    expect(world.faults.count('POST', /\/api_tokens$/)).toBe(0);
  });
});
