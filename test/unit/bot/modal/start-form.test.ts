import type { ModalView } from '@slack/types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../bot/arguments/parse-arguments.ts';
import { fillIn } from '../../../../bot/messages/formats.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { createModal } from '../../../../bot/modal/create-modal.ts';
import { FIELD_IDS } from '../../../../bot/modal/fields.ts';
import { formFor, startForm } from '../../../../bot/modal/fill-form.ts';
import type { ModalForm } from '../../../../bot/modal/form.ts';
import { wishOfArguments, wishOfLink, wishOfRequest } from '../../../../bot/modal/wish.ts';
import type { Missed } from '../../../../bot/tenants/tenant-directory.ts';
import { checkView as slackTakes } from '../../../../sandbox/slack/blocks/check.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import { namedId } from '../../../../shared/policy/platform-names.ts';
import { ok } from '../../../../shared/result.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import type { TokenRequest } from '../../../../shared/token-request.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { day, HARBOUR, NORTH, PATIENCE, session, uuid } from '../../shared/examples.ts';
import { circumstances, many, METADATA, rule, wish } from './circumstances.ts';

const started = (
  from: Parameters<typeof startForm>[0],
  wanted: Parameters<typeof startForm>[2] = wish(),
  tenants: readonly Tenant[] = [],
  missed: Missed = 'nothing',
): ModalForm => {
  const form = startForm(from, METADATA, wanted, { tenants, missed });
  if (!form.ok) throw new Error(form.error.text);
  return form.value;
};

const refused = (from: Parameters<typeof startForm>[0]): string => {
  const form = startForm(from, METADATA, wish());
  return form.ok ? '' : form.error.text;
};

const again = (request: TokenRequest, tenantName = 'Harbour') => wishOfRequest(request, tenantName);

const words = (text: string) => wishOfArguments(parseArguments(text));

describe('a new form', () => {
  it('starts with the own tenant, Read, and 90 days', () => {
    expect(started(circumstances())).toMatchObject({
      draft: { tenantId: NORTH.id, permissions: ['read'], expiry: '90d' },
      tenants: [NORTH, HARBOUR],
      allTenants: true,
      expiresOn: '2026-06-08',
      warnings: [],
    });
  });

  it.each([
    [30, '30d', ''],
    [14, 'date', '2026-03-24'],
    [366, '90d', ''],
  ])('ends at the policy’s maximum where that is less: %d days', (maxDays, expiry, ownDate) => {
    const form = started(circumstances({ rules: [rule({ maxDays })] }));
    expect(form.draft).toMatchObject({ expiry, ownDate });
    expect(form.expiries.includes('never')).toBe(false);
    expect(form.warnings).toEqual([]);
  });

  it('offers the tenants and permissions that rules grant, and starts with one of them', () => {
    const rules = [rule({ tenants: ['Harbour'], allTenants: false, permissions: ['write'] })];
    expect(started(circumstances({ rules }))).toMatchObject({
      tenants: [HARBOUR],
      allTenants: false,
      permissions: ['write'],
      draft: { tenantId: HARBOUR.id, permissions: ['write'] },
    });
  });

  it('never offers what the bot’s own key has not', () => {
    const poor = { canUseAllTenants: false, permissions: ['read'] as const };
    expect(started(circumstances({ session: poor }))).toMatchObject({
      allTenants: false,
      permissions: ['read'],
    });
  });

  it.each([
    ['100 tenants', many(99), undefined, false],
    ['101 choices', many(100), undefined, true],
    ['more than were listed', many(3), 500, true],
  ])('searches where a list cannot hold %s', (_, tenants, total, searches) => {
    const from = circumstances({ tenants, ...(total === undefined ? {} : { total }) });
    expect(started(from).tenants === 'search').toBe(searches);
  });

  it.each([
    ['by name', 'Harbour', HARBOUR.id],
    ['by name in any case', 'hARBOUR', HARBOUR.id],
    ['by name without accents, with more spaces', ' Harboür ', HARBOUR.id],
    ['by id', HARBOUR.id, HARBOUR.id],
    ['by id in capitals', HARBOUR.id.toUpperCase(), HARBOUR.id],
    ['all, by the cockpit’s word in any language', 'Tutti i Tenant', 'all'],
    ['all, by its id', 'all', 'all'],
  ])('takes the tenant of the wish: %s', (_, tenant, id) => {
    const form = started(circumstances(), wish({ tenant: { kind: 'typed', text: tenant } }));
    expect(form.draft.tenantId).toBe(id);
    expect(form.metadata.notes).toEqual([]);
  });

  it.each([
    ['is not there', 'Harbor', 'There is no tenant \u2068Harbor\u2069 here. Choose one.'],
    ['has a namesake', 'nord', 'Tenant \u2068nord\u2069: that can be several. Choose one.'],
    ['is not granted', 'Hidden', 'gives you tenant \u2068Hidden\u2069. Choose another. Ask'],
    ['is not granted by its id', uuid(8), 'gives you tenant'],
    ['is all of them, which is not granted', 'all', 'gives you tenant \u2068all\u2069'],
  ])('chooses nothing in the stead of a tenant that %s, and says so', (_, text, words) => {
    const twin = { ...HARBOUR, id: uuid(7), name: 'NORD' };
    const hidden = { ...HARBOUR, id: uuid(8), name: 'Hidden' };
    const rules = [rule({ allTenants: false, tenants: ['Nord', 'NORD', 'Harbour'] })];
    const from = circumstances({ tenants: [NORTH, HARBOUR, twin, hidden], rules });
    const form = started(from, wish({ tenant: { kind: 'typed', text } }));
    expect(form).toMatchObject({ draft: { tenantId: '' }, tenant: undefined });
    expect(form.metadata.notes).toEqual([
      { field: 'tenantId', text: expect.stringContaining(words) as unknown },
    ]);
    const { blocks } = createModal(form);
    expect(JSON.stringify(blocks)).toContain('"Choose a tenant."');
  });

  it.each([
    ['works: Harbour', 'does not answer'],
    ['Harbour', 'does not answer'],
    ['plant: Harbour', 'There is no tenant'],
  ])('says of %s, while works is away, that it %s', (text, words) => {
    const from = circumstances({ tenants: [NORTH] });
    const parts = new Map([['plant', from.offer]]);
    const offer = { ...from.offer, parts, away: ['works'] };
    const form = started({ ...from, offer }, wish({ tenant: { kind: 'typed', text } }));
    expect(form.metadata.notes).toEqual([
      { field: 'tenantId', text: expect.stringContaining(words) as unknown },
    ]);
    expect(form.draft.tenantId).toBe('');
  });

  it.each([
    ['the one that may be had', ['works: Nord'], namedId('works', NORTH.id)],
    ['none where it can be several', 'any', ''],
  ] as const)('takes, by the id that a platform itself has, %s', (_, tenants, id) => {
    const named = ['works', 'plant'].map((platform) => ({
      ...NORTH,
      id: namedId(platform, NORTH.id),
      name: `${platform}: Nord`,
    }));
    const from = circumstances({ tenants: named, rules: [rule({ tenants })] });
    const typed = started(from, wish({ tenant: { kind: 'typed', text: NORTH.id } }));
    expect(typed.draft.tenantId).toBe(id);
    expect(typed.metadata.notes).toHaveLength(id === '' ? 1 : 0);
    const whole = { kind: 'typed', text: namedId('works', NORTH.id).toUpperCase() } as const;
    for (const missed of ['nothing', 'unanswered'] as const) {
      const { draft } = started(from, wish({ tenant: whole }), [], missed);
      expect(draft.tenantId).toBe(namedId('works', NORTH.id));
    }
    // One that does not answer may have a tenant of the same id.
    const bare = wish({ tenant: { kind: 'typed', text: NORTH.id } });
    expect(started(from, bare, [], 'unanswered').draft.tenantId).toBe('');
    // Of an earlier request it is known whose it was, or it is none of these.
    const before = { kind: 'again', id: NORTH.id, name: 'Nord' } as const;
    expect(started(from, wish({ tenant: before })).draft.tenantId).toBe('');
  });

  it('says nobody has nothing to choose from while a platform is away', () => {
    const from = circumstances({ rules: [rule({ allTenants: false, tenants: ['works: Nord'] })] });
    const away = (name: string) => ({ ...from, offer: { ...from.offer, away: [name] } });
    expect(refused(from)).toContain(TEXTS.en.refusals.nothing_to_choose);
    expect(refused(away('works'))).toBe(TEXTS.en.problems.no_list);
    // Nothing that could come from this one would be theirs.
    expect(refused(away('plant'))).toContain(TEXTS.en.refusals.nothing_to_choose);
  });

  it.each([
    ['any', ['plant', 'works']],
    [['works: any', 'Nord'], ['works']],
    [[namedId('plant', HARBOUR.id), 'Nord'], ['plant']],
    [['Nord'], []],
  ] as const)('says whose tenants are missing, to whom rules give %j', (tenants, missing) => {
    const from = circumstances({ rules: [rule({ allTenants: false, tenants })] });
    const offer = { ...from.offer, away: ['plant', 'works'] };
    const form = started({ ...from, offer });
    expect(form.away).toEqual(missing);
    const said = JSON.stringify(createModal(form).blocks);
    expect(said.includes('Tenants are missing here')).toBe(missing.length > 0);
    if (missing.length > 0)
      expect(said).toContain(`no answer comes from: ${missing.join(' and ')}. Try`);
  });

  it('does not have somebody wait for a platform of which no rule gives them anything', () => {
    const from = circumstances({ rules: [rule({ allTenants: false, tenants: ['Nord'] })] });
    const offer = { ...from.offer, parts: new Map([['plant', from.offer]]), away: ['works'] };
    const typed = { kind: 'typed', text: 'works: Harbour' } as const;
    const { notes } = started({ ...from, offer }, wish({ tenant: typed })).metadata;
    expect(notes).toEqual([
      { field: 'tenantId', text: expect.stringContaining('gives you tenant') as unknown },
    ]);
  });

  it('does not take a tenant that is called so for all of them, nor all of them for it', () => {
    const called = { ...HARBOUR, name: 'All Tenants' };
    const from = circumstances({ tenants: [NORTH, called] });
    const form = started(from, wish({ tenant: { kind: 'typed', text: 'all tenants' } }));
    expect(form.draft.tenantId).toBe('');
    expect(form.metadata.notes[0]?.text).toContain('that can be several');
  });

  it('takes the one namesake that the policy grants', () => {
    const twin = { ...HARBOUR, id: uuid(7) };
    const from = circumstances({
      tenants: [NORTH, HARBOUR, twin],
      rules: [rule({ tenants: [twin.id], allTenants: false })],
    });
    const form = started(from, wish({ tenant: { kind: 'typed', text: 'harbour' } }));
    expect(form.draft.tenantId).toBe(twin.id);
  });

  it('finds a tenant that was looked for beyond the first', () => {
    const from = circumstances({ total: 500 });
    const [far] = many(1);
    const wanted = wish({ tenant: { kind: 'typed', text: 'Plant 0' } });
    const form = started(from, wanted, far ? [far, NORTH] : []);
    expect(form).toMatchObject({ tenants: 'search', tenant: { name: 'Plant 0' } });
    expect(started(from, wish({ tenant: { kind: 'typed', text: 'Nord' } }), [NORTH])).toMatchObject(
      { tenant: NORTH },
    );
  });

  it.each([
    ['unanswered', TEXTS.en.problems.platform],
    ['further', fillIn(TEXTS.en.form.tenantAmbiguous, { tenant: 'harbour' })],
  ] as const)('takes none by its name where others of it may be there, %s', (missed, text) => {
    const from = circumstances({ tenants: [NORTH, HARBOUR], total: 500 });
    const typed = (words: string) => wish({ tenant: { kind: 'typed', text: words } });
    const form = started(from, typed('harbour'), [HARBOUR], missed);
    expect(form.draft.tenantId).toBe('');
    expect(form.metadata.notes).toContainEqual({ field: 'tenantId', text });
    expect(started(from, typed(HARBOUR.id), [], missed).draft.tenantId).toBe(HARBOUR.id);
    expect(started(from, typed('harbour'), [HARBOUR]).draft.tenantId).toBe(HARBOUR.id);
  });

  it.each([
    ['beside others', ['Nord', 'Plant 0'], 'Plant 0'],
    ['and the only one', ['Plant 0'], 'Plant 0'],
    ['and the only one, while another is wished for', ['Plant 0'], 'Nowhere'],
  ])('has a field that Slack takes for a tenant newer than the list, %s', (_, tenants, text) => {
    const from = circumstances({ rules: [rule({ tenants, allTenants: false })] });
    const [fresh] = many(1);
    const form = started(from, wish({ tenant: { kind: 'typed', text } }), fresh ? [fresh] : []);
    const view = createModal(form);
    expect(slackTakes(view, 'modal')).toMatchObject({ ok: true });
    const field = view.blocks.find(({ block_id: id }) => id === FIELD_IDS.tenant);
    const chosen = { initial_option: { value: fresh?.id } };
    expect(form.draft.tenantId).toBe(text === 'Nowhere' ? '' : fresh?.id);
    expect(field).toMatchObject({
      element: { type: 'external_select', ...(text === 'Nowhere' ? {} : chosen) },
    });
  });

  it('starts with all tenants only where nothing else can be chosen', () => {
    const rules = [rule({ tenants: ['Far away'], allTenants: true })];
    expect(started(circumstances({ rules })).draft.tenantId).toBe('all');
    expect(started(circumstances({ rules, total: 500 })).draft.tenantId).toBe('');
  });

  it('takes over what the words of a command say, and names the rest', () => {
    const form = started(
      circumstances({ rules: [rule({ permissions: ['read', 'write'] })] }),
      words('CI --permissions write --expires never --colour red'),
    );
    expect(form.draft).toMatchObject({ name: 'CI', permissions: ['write'], expiry: 'never' });
    expect(form.metadata.notes).toEqual([
      { text: expect.stringMatching(/--colour.+red/u) as unknown },
    ]);
  });

  it('leaves empty what is not granted, and says whom to ask', () => {
    const form = started(
      circumstances({ rules: [rule({ permissions: ['read', 'write'], maxDays: 100 })] }),
      words('CI --permissions write,delete --expires never'),
    );
    expect(form.draft).toMatchObject({ permissions: [], expiry: 'date', ownDate: '' });
    expect(form.metadata.notes).toEqual([
      {
        field: 'permissions',
        text: 'No rule of the policy gives you this here: Delete. Ask \u2068the admins\u2069.',
      },
      {
        field: 'expiresOn',
        text: 'The policy lets no token of yours last for ever: June 18, 2026 at the latest. Ask \u2068the admins\u2069.',
      },
    ]);
  });

  it('names apart what the policy forbids and what this app cannot give', () => {
    const form = started(
      circumstances({
        rules: [rule({ permissions: ['read', 'write'] })],
        session: { permissions: ['read'] },
      }),
      words('--permissions write,delete'),
    );
    expect(form.draft.permissions).toEqual([]);
    expect(form.metadata.notes.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^No rule of the policy.+Delete\. Ask/),
      'This app cannot give: Write.',
    ]);
  });

  it.each([
    ['--expires 2026-03-09', 'March 9, 2026: This date has passed in the time zone of the tenant.'],
    ['--expires 2036-03-11', 'March 11, 2036: At most ten years ahead.'],
    ['--expires 9999w', 'At most ten years ahead.'],
  ])('says what is wrong with the end in %s, and chooses no other', (text, said) => {
    const form = started(circumstances(), words(text));
    expect(form.draft).toMatchObject({ expiry: 'date', ownDate: '' });
    expect(form.metadata.notes).toEqual([
      { field: 'expiresOn', text: expect.stringContaining(said) as unknown },
    ]);
  });

  it('carries those whom to ask, so that they can be clicked', () => {
    const rules = [rule({ permissions: ['read'], ask: 'the team', askIds: ['U0ADA', 'C0IT'] })];
    const form = started(circumstances({ rules }), words('--permissions delete'));
    expect(form.metadata.notes).toEqual([
      {
        field: 'permissions',
        text: 'No rule of the policy gives you this here: Delete. Ask \u2068the team\u2069.',
        mentions: ['U0ADA', 'C0IT'],
      },
    ]);
    expect(JSON.stringify(createModal(form).blocks[0])).toContain(
      '{"type":"user","user_id":"U0ADA"}',
    );
  });

  it('takes a note away once its field is filled, and keeps the others', () => {
    const from = circumstances({ rules: [rule({ permissions: ['read'], maxDays: 100 })] });
    const form = started(
      from,
      words('CI --tenant Elsewhere --permissions delete --expires never --colour red'),
    );
    const fields = (changes: Partial<ModalForm['draft']>, tenant?: typeof NORTH) =>
      formFor(from, form.metadata, { ...form.draft, ...changes }, tenant).metadata.notes.map(
        ({ field }) => field,
      );
    expect(fields({})).toEqual(['tenantId', 'permissions', 'expiresOn', undefined]);
    expect(fields({ tenantId: NORTH.id }, NORTH)).toEqual(['permissions', 'expiresOn', undefined]);
    expect(fields({ permissions: ['read'] })).toEqual(['tenantId', 'expiresOn', undefined]);
    expect(fields({ expiry: '7d' })).toEqual(['tenantId', 'permissions', undefined]);
  });

  it('repeats a request, on the last day that it had', () => {
    const request = {
      ...NO_TEXTS,
      name: 'Again',
      description: 'The same',
      tenantId: HARBOUR.id,
      permissions: ['read', 'delete'] as const,
      expiresOn: day('2026-04-10'),
    };
    expect(started(circumstances(), again(request)).draft).toMatchObject({
      name: 'Again',
      description: 'The same',
      tenantId: HARBOUR.id,
      permissions: ['read', 'delete'],
      expiry: 'date',
      ownDate: '2026-04-10',
    });
  });

  it.each([
    ['the own tenant', '--tenant Nord --expires 2026-04-09', 'date', '2026-04-09'],
    ['the own tenant', '--tenant Nord --expires 30d', '30d', '2026-04-09'],
    ['the own tenant', '--tenant Nord --expires 365d', '1y', '2027-03-10'],
    ['one where it is tomorrow', '--tenant Harbour --expires 2026-04-09', 'date', '2026-04-09'],
    ['one where it is tomorrow', '--tenant Harbour --expires 2026-04-10', 'date', '2026-04-10'],
    ['one where it is tomorrow', '--tenant Harbour --expires 10d', 'date', '2026-03-21'],
    ['one where it is tomorrow', '--tenant Harbour --expires 7d', '7d', '2026-03-18'],
    ['none yet', '--tenant Nowhere --expires 2026-04-09', 'date', '2026-04-09'],
    ['none yet', '--tenant Nowhere --expires never', 'never', null],
  ])('ends, for %s, on the day that %s says', (_, text, expiry, expiresOn) => {
    const form = started(circumstances(), words(text));
    expect(form).toMatchObject({ draft: { expiry }, expiresOn });
  });

  const LASTING = {
    ...NO_TEXTS,
    name: 'CI',
    tenantId: NORTH.id,
    permissions: ['read'],
    expiresOn: day('2026-04-09'),
  } as const;

  it.each([
    ['a command', words('CI --expires 2026-04-09')],
    ['a link', wishOfLink({ request: ok({ ...LASTING, from: null }), others: [] })],
    ['an earlier request', again(LASTING, NORTH.name)],
  ])('keeps the last day that %s names, though it is 30 days from today', (_, wanted) => {
    const from = circumstances();
    const { metadata, draft, expiresOn } = started(from, wanted);
    expect(expiresOn).toBe('2026-04-09');
    const elsewhere = formFor(from, metadata, { ...draft, tenantId: HARBOUR.id }, HARBOUR);
    expect(elsewhere.expiresOn).toBe('2026-04-09');
    const tomorrow = { ...from, now: from.now + 24 * 60 * 60_000 };
    expect(formFor(tomorrow, metadata, draft, NORTH).expiresOn).toBe('2026-04-09');
  });

  it('takes the days that a rule grants, also where the own tenant is a day ahead', () => {
    const from = circumstances({
      rules: [rule({ maxDays: 10 })],
      session: { tenant: { ...session().tenant, timeZone: HARBOUR.timeZone } },
    });
    const form = started(from, words('--tenant Nord --expires 10d'));
    expect(form.expiresOn).toBe('2026-03-20');
    expect(form.metadata.notes).toEqual([]);
  });
});

describe('asking again', () => {
  const request = {
    ...NO_TEXTS,
    name: 'Again',
    tenantId: uuid(9),
    permissions: ['read'] as const,
    expiresOn: null,
  };

  it('for a tenant that is gone leaves the field empty, whoever has its name now', () => {
    const namesake = { ...HARBOUR, id: uuid(10), name: 'Wide 4321' };
    const from = circumstances({ tenants: [NORTH, namesake], total: 500 });
    const form = started(from, again(request, 'Wide 4321'), [namesake]);
    expect(form.draft.tenantId).toBe('');
    expect(form.metadata.notes[0]?.text).toBe(
      'There is no tenant \u2068Wide 4321\u2069 here. Choose one.',
    );
  });

  it('finds a tenant by its id where it is called otherwise now', () => {
    const renamed = { ...HARBOUR, id: uuid(9), name: 'New name' };
    const form = started(circumstances({ tenants: [NORTH, renamed] }), again(request, 'Old name'));
    expect(form).toMatchObject({ tenant: renamed, metadata: { notes: [] } });
  });

  it.each(['Alm', 'ALM-1'])('finds %s, an id that the policy has given, as it is written', (id) => {
    const alm = { ...HARBOUR, id, name: 'Alm West' };
    const from = circumstances({ tenants: [NORTH, alm] });
    const form = started(from, again({ ...request, tenantId: id }, 'Alm West'));
    expect(form).toMatchObject({ tenant: alm, metadata: { notes: [] } });
    const typed = started(from, wish({ tenant: { kind: 'typed', text: ` ${id} ` } }));
    expect(typed).toMatchObject({ tenant: alm, metadata: { notes: [] } });
  });

  it('for all tenants means all tenants, whatever a tenant is called', () => {
    const called = { ...HARBOUR, name: 'Nord' };
    const wanted = again({ ...request, tenantId: 'all' }, 'Nord');
    const from = circumstances({ tenants: [NORTH, called] });
    expect(started(from, wanted).draft.tenantId).toBe('all');
    const poor = circumstances({ tenants: [NORTH], rules: [rule({ allTenants: false })] });
    expect(started(poor, wanted).draft.tenantId).toBe('');
  });
});

describe('no form', () => {
  it.each([
    [
      'no rule',
      { rules: [] },
      'No rule of the policy gives you API tokens here. Ask \u2068the admins\u2069.',
    ],
    ['a guest', { asker: { kind: 'guest', id: 'U0GUS' } }, 'Guests get API tokens only where'],
    [
      'no tenant',
      { rules: [rule({ tenants: ['Elsewhere'], allTenants: false })] },
      'no tenant or permission',
    ],
    [
      'no permission',
      { rules: [rule({ permissions: ['delete'] })], session: { permissions: ['read'] } },
      'no tenant or permission',
    ],
  ] as const)('comes with the reason where there is %s', (_, changes, reason) => {
    expect(refused(circumstances(changes))).toContain(reason);
  });
});

/** The limits of a view, as the documentation comments of Slack's types have them. */
const checkView = (view: ModalView): void => {
  expect(view.title.text.length).toBeLessThanOrEqual(24);
  expect(view.private_metadata?.length).toBeLessThanOrEqual(3000);
  expect(view.blocks.length).toBeLessThanOrEqual(100);
  const text = JSON.stringify(view);
  expect(text.length).toBeLessThan(250_000);
  expect(text).not.toContain('"mrkdwn"');
  expect(text).not.toContain('"emoji":true');
  for (const block of view.blocks) {
    if (block.type !== 'input' || !('element' in block)) continue;
    const element = block.element as {
      options?: { text: { text: string } }[];
      initial_value?: string;
    };
    expect(element.options?.length ?? 1).toBeGreaterThan(0);
    expect(element.options?.length ?? 1).toBeLessThanOrEqual(
      block.block_id === 'permissions' ? 10 : 100,
    );
    for (const each of element.options ?? []) expect(each.text.text.length).toBeLessThanOrEqual(75);
    expect(element.initial_value?.length ?? 0).toBeLessThanOrEqual(3000);
  }
  const ids = view.blocks.flatMap(({ block_id: id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
};

describe('the form as Slack takes it', () => {
  it.each(LANGUAGES)(
    'keeps Slack’s limits whatever the command said, in %s',
    PATIENCE,
    (language) => {
      fc.assert(
        fc.property(
          fc.string({ unit: 'grapheme', maxLength: 4000 }),
          fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), { maxLength: 5 }),
          fc.boolean(),
          (text, names, crowded) => {
            const tenants = names.map((name, index) => ({
              ...HARBOUR,
              id: uuid(50 + index),
              name,
            }));
            const from = circumstances({ tenants: crowded ? many(150) : [NORTH, ...tenants] });
            const form = startForm(from, { ...METADATA, language }, words(text));
            expect(form.ok).toBe(true);
            if (form.ok) checkView(createModal(form.value));
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});
