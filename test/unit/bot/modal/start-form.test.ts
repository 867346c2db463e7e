import type { ModalView } from '@slack/types';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../bot/arguments/parse-arguments.ts';
import { createModal } from '../../../../bot/modal/create-modal.ts';
import { startForm } from '../../../../bot/modal/fill-form.ts';
import type { Form } from '../../../../bot/modal/form.ts';
import { wishOfArguments, wishOfRequest } from '../../../../bot/modal/wish.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { day, HARBOUR, NORTH, PATIENCE, uuid } from '../../shared/examples.ts';
import { circumstances, many, METADATA, rule, wish } from './circumstances.ts';

const started = (
  ...[from, wanted, others]: [
    Parameters<typeof startForm>[0],
    Parameters<typeof startForm>[2]?,
    Parameters<typeof startForm>[3]?,
  ]
): Form => {
  const form = startForm(from, METADATA, wanted ?? wish(), others);
  if (!form.ok) throw new Error(form.error);
  return form.value;
};

const refused = (from: Parameters<typeof startForm>[0]): string => {
  const form = startForm(from, METADATA, wish());
  return form.ok ? '' : form.error;
};

const words = (text: string) => wishOfArguments(parseArguments(text), day('2026-03-10'));

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
    ['by id', HARBOUR.id, HARBOUR.id],
    ['all, by the cockpit’s word in any language', 'Tutti i Tenant', 'all'],
    ['all, by its id', 'all', 'all'],
  ])('takes the tenant of the wish: %s', (_, tenant, id) => {
    const form = started(circumstances(), wish({ tenant }));
    expect(form.draft.tenantId).toBe(id);
    expect(form.metadata.notes).toEqual([]);
  });

  it('guesses no tenant: one that is not granted, not there, or not the only one of its name', () => {
    const twin = { ...HARBOUR, id: uuid(7), name: 'NORD' };
    const from = circumstances({ tenants: [NORTH, twin], rules: [rule({ allTenants: false })] });
    for (const tenant of ['nord', 'Harbor', 'all']) {
      const form = started(from, wish({ tenant }));
      expect(form.draft.tenantId).toBe(NORTH.id);
      expect(form.metadata.notes).toEqual([expect.stringContaining(tenant)]);
    }
  });

  it('finds a tenant that was looked for beyond the first', () => {
    const from = circumstances({ total: 500 });
    const [far] = many(1);
    const form = started(from, wish({ tenant: 'Plant 0' }), far ? [far] : []);
    expect(form).toMatchObject({ tenants: 'search', tenant: { name: 'Plant 0' } });
  });

  it('takes over what the words of a command say, and names the rest', () => {
    const form = started(
      circumstances({ rules: [rule({ permissions: ['read', 'write'], maxDays: 100 })] }),
      words('CI --permissions write,delete --expires never --colour red'),
    );
    expect(form.draft).toMatchObject({ name: 'CI', permissions: ['write'], expiry: '90d' });
    expect(form.metadata.notes.join()).toMatch(/--colour.+red.+delete.+Never/u);
  });

  it('repeats a request, its date as the preset that it is today', () => {
    const request = {
      name: 'Again',
      description: 'The same',
      tenantId: HARBOUR.id,
      permissions: ['read', 'delete'] as const,
      expiresOn: day('2026-04-09'),
    };
    const today = day('2026-03-10');
    expect(started(circumstances(), wishOfRequest(request, today)).draft).toMatchObject({
      name: 'Again',
      description: 'The same',
      tenantId: HARBOUR.id,
      permissions: ['read', 'delete'],
      expiry: '30d',
    });
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
