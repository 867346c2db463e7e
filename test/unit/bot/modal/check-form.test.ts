import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFields } from '../../../../bot/modal/check-form.ts';
import { decideWish, refusedIn } from '../../../../bot/modal/check-policy.ts';
import type { Circumstances } from '../../../../bot/policy/circumstances.ts';
import { startForm } from '../../../../bot/modal/fill-form.ts';
import { readMetadata, writeMetadata } from '../../../../bot/modal/metadata.ts';
import { readForm } from '../../../../bot/modal/view-state.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import { err } from '../../../../shared/result.ts';
import type { Tenant } from '../../../../shared/tenant-api/port.ts';
import type { Draft } from '../../../../shared/token-request.ts';
import { HARBOUR, NORTH, PATIENCE, uuid } from '../../shared/examples.ts';
import { circumstances, METADATA, rule, wish } from './circumstances.ts';

const draft = (changes: Partial<Draft> = {}): Draft => ({
  ...NO_TEXTS,
  name: 'CI',
  description: '',
  tenantId: NORTH.id,
  permissions: ['read'],
  expiry: '30d',
  ownDate: '',
  ...changes,
});

const chosen = (id: string) => [NORTH, HARBOUR].find((tenant) => tenant.id === id);

/** Both checks, as a submission goes through them. */
const checkForm = (
  from: Circumstances,
  filled: Draft,
  tenant: Tenant | undefined,
): ReturnType<typeof checkFields> => {
  const checked = checkFields(
    from.offer,
    { now: from.now, drawnAt: undefined },
    'en',
    filled,
    tenant,
  );
  if (!checked.ok) return checked;
  const { request, tenant: asked } = checked.value;
  const against = refusedIn('en', decideWish(from, { ...request, tenant: asked }));
  return against.length === 0 ? checked : err(against);
};

const errorsOf = (
  changes: Partial<Draft>,
  from = circumstances(),
): readonly { field: string; text: string }[] => {
  const filled = draft(changes);
  const checked = checkForm(from, filled, chosen(filled.tenantId));
  return checked.ok ? [] : checked.error;
};

describe('a submission', () => {
  it('that rules and policy let pass is a request, with its tenant', () => {
    const checked = checkForm(circumstances(), draft({ name: ' CI ' }), NORTH);
    expect(checked).toMatchObject({
      ok: true,
      value: { request: { name: 'CI', expiresOn: '2026-04-09' }, tenant: { name: 'Nord' } },
    });
  });

  it('asks for the end that its form said, though midnight has passed since', () => {
    const started = startForm(circumstances(), METADATA, wish());
    if (!started.ok) throw new Error('no form');
    const { metadata, expiresOn } = started.value;
    const drawnAt = readMetadata(writeMetadata(metadata))?.drawnAt;
    const { offer, now } = circumstances();
    const later = { now: now + 24 * 3_600_000, drawnAt };
    const filled = draft({ expiry: started.value.draft.expiry });
    expect(checkFields(offer, later, 'en', filled, NORTH)).toMatchObject({
      ok: true,
      value: { request: { expiresOn } },
    });
  });

  it('for all tenants goes by the zone of the own one', () => {
    const checked = checkForm(circumstances(), draft({ tenantId: 'all' }), undefined);
    expect(checked).toMatchObject({
      ok: true,
      value: { request: { tenantId: 'all' }, tenant: { timeZone: NORTH.timeZone } },
    });
  });

  it.each([
    ['no name', { name: ' ' }, 'name', 'Give the token a name.'],
    ['no tenant', { tenantId: '' }, 'tenantId', 'Choose a tenant.'],
    [
      'a tenant that was not offered',
      { tenantId: uuid(99) },
      'tenantId',
      'does not know this value',
    ],
    ['no permission', { permissions: [] }, 'permissions', 'Tick at least one'],
    ['a permission twice', { permissions: ['read', 'read'] as const }, 'permissions', 'twice'],
    ['no date', { expiry: 'date' as const }, 'expiresOn', 'Choose a date.'],
    [
      '30 February',
      { expiry: 'date' as const, ownDate: '2027-02-30' },
      'expiresOn',
      'no such date',
    ],
    ['yesterday', { expiry: 'date' as const, ownDate: '2026-03-09' }, 'expiresOn', 'has passed'],
  ])('with %s is told so at its field', (_, changes, field, text) => {
    expect(errorsOf(changes)).toEqual([{ field, text: expect.stringContaining(text) as unknown }]);
  });

  it('goes by the date in the zone of its tenant', () => {
    // At noon in Greenwich it is 11 March in Auckland, and still 10 March in Rome.
    const date = { expiry: 'date', ownDate: '2026-03-10' } as const;
    expect(errorsOf({ ...date, tenantId: HARBOUR.id })).toHaveLength(1);
    expect(errorsOf(date)).toEqual([]);
  });

  it.each([
    ['tenantId', { tenantId: HARBOUR.id }, 'this tenant'],
    ['tenantId', { tenantId: 'all' }, 'all tenants'],
    ['permissions', { permissions: ['delete'] as const }, 'Delete'],
    ['expiresOn', { expiry: '1y' as const }, 'June 8, 2026 at the latest'],
    ['expiresOn', { expiry: 'never' as const }, 'for ever'],
  ])('beyond the policy is refused at the %s, with whom to ask', (field, changes, text) => {
    const rules = [
      rule({ tenants: ['Nord'], allTenants: false, permissions: ['read', 'write'], maxDays: 90 }),
    ];
    const errors = errorsOf(changes, circumstances({ rules }));
    expect(errors).toEqual([{ field, text: expect.stringContaining(text) as unknown }]);
    expect(errors[0]?.text).toContain('Ask \u2068the admins\u2069.');
  });

  it('without any rule is refused whatever it holds', () => {
    const [error] = errorsOf({}, circumstances({ rules: [] }));
    expect(error?.text).toContain('No rule of the policy gives you API tokens here.');
  });

  it('of more than the key has is refused by the rules', () => {
    const poor = circumstances({ session: { permissions: ['read'], canUseAllTenants: false } });
    expect(errorsOf({ permissions: ['read', 'delete'] }, poor)[0]?.field).toBe('permissions');
    expect(errorsOf({ tenantId: 'all' }, poor)[0]?.field).toBe('tenantId');
  });
});

describe('a view’s state', () => {
  it('is read without a throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (values) => {
        readForm(values);
      }),
    );
  });

  it.each([
    [{ permissions: { permissions: { selected_options: [{ value: 'admin' }] } } }],
    [{ expiry: { expiry: { selected_option: { value: '99y' } } } }],
    [{ name: { name: { value: 7 } } }],
    [{ tenant: { tenant: { selected_option: { value: 'x'.repeat(101) } } } }],
    [null],
  ])('that no form of ours sends is not read: %o', (values) => {
    expect(readForm(values)).toBeUndefined();
  });

  it.each(['name', 'description', 'expiry', 'own_date', 'tenant', 'permissions'])(
    'is an empty field where %s comes without its value',
    (field) => {
      const empty = readForm({});
      for (const value of [null, {}, { [field]: {} }, { [field]: null }]) {
        expect(readForm({ [field]: value })).toEqual(empty);
      }
      expect(empty?.draft).toEqual(
        draft({ name: '', tenantId: '', permissions: [], expiry: 'date' }),
      );
    },
  );

  it('gives the name that a tenant was offered under, without the ellipsis of a long one', () => {
    const option = { value: uuid(1), text: { type: 'plain_text', text: 'A very long na…' } };
    expect(readForm({ tenant: { tenant: { selected_option: option } } })).toMatchObject({
      draft: { tenantId: uuid(1) },
      tenantName: 'A very long na',
    });
  });
});

describe('what a modal remembers', PATIENCE, () => {
  it('comes back as it was, but for notes that are too long', () => {
    const note = fc.record(
      {
        text: fc.string({ unit: 'binary', maxLength: 500 }),
        mentions: fc.constant(['U0ADA', 'C0IT']),
      },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(fc.array(note, { maxLength: 9 }), fc.option(fc.string()), (notes, channel) => {
        const written = writeMetadata({ ...METADATA, channel, notes });
        expect(written.length).toBeLessThanOrEqual(3000);
        expect(readMetadata(written)).toMatchObject({ ...METADATA, channel });
      }),
    );
  });

  it.each(['', '{', 'null', '{}', '{"version":1}', '[]'])('is nothing in %j', (text) => {
    expect(readMetadata(text)).toBeUndefined();
  });
});
