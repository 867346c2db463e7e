import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillFromLink,
  linkedTenant,
} from '../../../../../extension/background/links/fill-from-link.ts';
import { cockpitPlace } from '../../../../../extension/background/wizard/cockpit-place.ts';
import { contextOf } from '../../../../../shared/flow/transition.ts';
import { PERMISSIONS } from '../../../../../shared/permissions.ts';
import { type LinkedRequest, readRequestFragment } from '../../../../../shared/request-link.ts';
import { validateDraft } from '../../../../../shared/token-request.ts';
import {
  day,
  HARBOUR,
  NORTH,
  NOW,
  PATIENCE,
  place,
  request,
  session,
  uuid,
} from '../../../shared/examples.ts';

const linked = (changes: Partial<LinkedRequest> = {}): LinkedRequest => ({
  ...request(),
  from: { person: 'Ivo Keller', workspace: 'Harbour Works' },
  ...changes,
});

const filled = (changes: Partial<LinkedRequest>, here = place()) => {
  const link = linked(changes);
  return fillFromLink(link, here, NOW, { id: linkedTenant(here, link) });
};

describe('a form filled in from a link', () => {
  test('holds what the link has, to the day, and knows all of it again', () => {
    const { draft, came, errors } = filled({ permissions: ['read', 'create'] });
    const { description, name, tenantId } = request();
    expect(draft).toEqual({
      name,
      description,
      tenantId,
      permissions: ['read', 'create'],
      expiry: 'date',
      ownDate: '2026-06-08',
    });
    expect(came).toEqual(draft);
    expect(errors).toEqual([]);
    expect(filled({ expiresOn: null }).draft).toMatchObject({ expiry: 'never', ownDate: '' });
  });

  test.each<[string, Partial<LinkedRequest>, string, object]>([
    ['a tenant that is not there', { tenantId: uuid(9) }, 'tenantId', { tenantId: '' }],
    ['a name too long', { name: 'x'.repeat(101) }, 'name', { name: '' }],
    ['a name that turns around', { name: 'abc\u202Egpj' }, 'name', { name: '' }],
    ['a name of two lines', { name: 'a\nb' }, 'name', { name: '' }],
    ['a name that nobody sees', { name: '\u200B' }, 'name', { name: '' }],
    [
      'a bell in the description',
      { description: 'ring\u0007' },
      'description',
      { description: '' },
    ],
    [
      'a day that has passed',
      { expiresOn: day('2026-03-09') },
      'expiresOn',
      { expiry: 'date', ownDate: '' },
    ],
    [
      'a day too far off',
      { expiresOn: day('2036-03-11') },
      'expiresOn',
      { expiry: 'date', ownDate: '' },
    ],
  ])('leaves empty and names %s; nothing is chosen in its stead', (_, changes, field, left) => {
    const { draft, came, errors } = filled(changes);
    expect(errors.map((each) => each.field)).toEqual([field]);
    expect(draft).toMatchObject(left);
    expect(came).not.toHaveProperty(field);
    expect(came).not.toHaveProperty(Object.keys(left)[0] ?? '');
    const untouched = Object.keys(came).filter((key) => !(key in left));
    expect(untouched).toHaveLength(Object.keys(draft).length - Object.keys(left).length);
  });

  test('gives no permission that the person has not, and not all tenants', () => {
    const here = place({ session: session({ permissions: ['read'], canUseAllTenants: false }) });
    const { draft, errors } = filled({ permissions: ['read', 'delete'], tenantId: 'all' }, here);
    expect(draft).toMatchObject({ permissions: ['read'], tenantId: '' });
    expect(errors).toEqual([
      { field: 'permissions', code: 'exceeds_yours' },
      { field: 'tenantId', code: 'unknown' },
    ]);
  });

  test('judges the day where the tenant is not there, too', () => {
    const { errors } = filled({ tenantId: uuid(9), expiresOn: day('2020-01-01') });
    expect(errors.map(({ code }) => code)).toEqual(['in_the_past', 'unknown']);
  });

  test('calls nothing a fault that a link leaves open', () => {
    const { draft, came, errors } = filled({ name: '', description: '', permissions: [] });
    expect(errors).toEqual([]);
    expect(draft).toMatchObject({ name: '', permissions: [] });
    expect(Object.keys(came).toSorted()).toEqual(['expiry', 'ownDate', 'tenantId']);
  });

  test('means a tenant by its id, or by its name where only one has it', () => {
    expect(linkedTenant(place(), { tenantId: HARBOUR.id.toUpperCase() })).toBe(HARBOUR.id);
    expect(linkedTenant(place(), { tenantId: ' harbour ' })).toBe(HARBOUR.id);
    expect(linkedTenant(place(), { tenantId: 'all' })).toBe('all');
    const twins = place({ tenants: [NORTH, HARBOUR, { ...HARBOUR, id: uuid(3) }] });
    expect(linkedTenant(twins, { tenantId: 'Harbour' })).toBeUndefined();
    expect(linkedTenant(twins, { tenantId: uuid(3) })).toBe(uuid(3));
    const called = place({ tenants: [NORTH, { ...HARBOUR, name: 'All' }] });
    expect(linkedTenant(called, { tenantId: 'all' })).toBeUndefined();
    const cockpit = cockpitPlace('https://nord.example.com');
    const { id } = cockpit.session.tenant;
    expect(linkedTenant(cockpit, { tenantId: 'nord.example.com' })).toBe(id);
    const both = { tenantId: uuid(9), tenantName: 'nord.example.com' };
    expect(linkedTenant(cockpit, both)).toBe(id);
    // Where tenants have ids, another one may have the name.
    expect(linkedTenant(place(), { tenantId: uuid(9), tenantName: 'Harbour' })).toBeUndefined();
  });

  test('never throws and never holds what the form would refuse', PATIENCE, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 130 }),
      fc.constantFrom('<img src=x onerror=alert(1)>', '\u202Ex', 'x'.repeat(101), '\u200B', ''),
    );
    const json = fc.record(
      {
        version: fc.constantFrom(1, 1, 1, 1, 2),
        name: text,
        description: text,
        tenantId: fc.oneof(fc.constantFrom(NORTH.id, HARBOUR.id, 'all', 'Nord', uuid(9)), text),
        permissions: fc.oneof(
          fc.subarray([...PERMISSIONS]),
          fc.array(fc.constantFrom(...PERMISSIONS, 'root'), { maxLength: 5 }),
        ),
        expiresOn: fc.oneof(
          fc.constant(null),
          fc.constantFrom('2026-03-10', '2026-03-09', '2036-03-10', '2036-03-12', '2026-02-30'),
          text,
        ),
        from: fc.oneof(fc.constant(null), fc.record({ person: text, workspace: text })),
      },
      { noNullPrototype: true },
    );
    const fragment = fc.oneof(
      {
        weight: 9,
        arbitrary: json.map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')),
      },
      fc.string({ maxLength: 100 }),
    );
    const places = [
      place(),
      place({ session: session({ permissions: ['read'], canUseAllTenants: false }) }),
      cockpitPlace('https://nord.example.com'),
    ];
    let taken = 0;
    fc.assert(
      fc.property(fragment, fc.constantFrom(...places), (text, here) => {
        const read = readRequestFragment(`#tenant-token=${text}`);
        if (!read?.ok) return;
        taken += 1;
        const { draft, came, errors } = fillFromLink(read.value, here, NOW, {
          id: linkedTenant(here, read.value),
        });
        const checked = validateDraft(draft, contextOf(here, NOW));
        const open = checked.ok ? [] : checked.error;
        // Whatever the form would say of it is that it is empty, or what was said of the link already.
        for (const { field, code } of open) {
          expect(
            code === 'required' || errors.some((each) => each.field === field),
            `${field}: ${code}`,
          ).toBe(true);
          expect(came).not.toHaveProperty(field);
        }
        for (const key of Object.keys(came)) {
          expect(came[key as keyof typeof came]).toEqual(draft[key as keyof typeof draft]);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});
