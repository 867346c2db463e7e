import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../../../bot/arguments/parse-arguments.ts';
import {
  fillFromLink,
  linkedTenant,
} from '../../../../../extension/background/links/fill-from-link.ts';
import { writeLine } from '../../../../../extension/background/links/write-line.ts';
import { cockpitPlace } from '../../../../../extension/background/wizard/cockpit-place.ts';
import { withTenants } from '../../../../../shared/flow/place.ts';
import { contextOf } from '../../../../../shared/flow/transition.ts';
import { PERMISSIONS } from '../../../../../shared/permissions.ts';
import { readRequestFragment } from '../../../../../shared/request-link.ts';
import { type Draft, validateDraft } from '../../../../../shared/token-request.ts';
import { draft, HARBOUR, NORTH, NOW, PATIENCE, place, uuid } from '../../../shared/examples.ts';

const COMMAND = '/tenant-token create ';

const link = (each: Draft, here = place()) => writeLine('link', each, here, NOW);
const command = (each: Draft, here = place()) => writeLine('command', each, here, NOW);

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...`"'„“«»\`´,- =ab\n`.split('')),
    fc.constantFrom('é', '漢', '📦'),
  ),
  maxLength: 30,
});

const drafts: fc.Arbitrary<Draft> = fc.record({
  name: texts.map((text) => text.replace(/\s/g, ' ')),
  description: texts,
  tenantId: fc.constantFrom(NORTH.id, HARBOUR.id, 'all'),
  permissions: fc.subarray([...PERMISSIONS]),
  expiry: fc.constantFrom('7d', '90d', '1y', 'never', 'date'),
  ownDate: fc.constantFrom('2026-05-01', '2027-01-31'),
});

const folded = (text: string): string => text.trim().replace(/\s+/g, ' ');

describe('what stands in a form, passed on', () => {
  test('is a link to this page, or a command as one types it in Slack', () => {
    expect(link(draft())).toMatch(/^https:\/\/nord\.example\.com\/#tenant-token=[\w-]+$/);
    expect(command(draft({ permissions: ['read', 'create'] }))).toBe(
      '/tenant-token create "CI uploader" --description "Uploads the nightly build" --tenant "Nord" --expires 90d --permissions read,create',
    );
    const own = draft({ name: '', description: '', permissions: [], expiry: 'date' });
    expect(command({ ...own, ownDate: '2026-05-01', tenantId: 'all' })).toBe(
      '/tenant-token create --tenant "all" --expires 2026-05-01',
    );
  });

  test(
    'comes out as it went in: from the link the form, from the command the bot’s',
    PATIENCE,
    () => {
      let commands = 0;
      fc.assert(
        fc.property(drafts, (each) => {
          const checked = validateDraft(each, contextOf(place(), NOW));
          const open = checked.ok ? [] : checked.error.filter(({ code }) => code !== 'required');
          const read = readRequestFragment(link(each) ?? '');
          expect(read === undefined).toBe(open.length > 0);
          if (!read?.ok) return;
          const { errors, draft: filled } = fillFromLink(read.value, place(), NOW, {
            id: linkedTenant(place(), read.value),
          });
          expect(errors.filter(({ code }) => code !== 'required')).toEqual([]);
          const { description, tenantId, permissions } = each;
          expect(filled).toMatchObject({ description, tenantId, permissions });
          const line = command(each);
          if (line === undefined) return;
          commands += 1;
          const { unread, expires, ...found } = parseArguments(line.slice(COMMAND.length));
          expect(unread).toEqual([]);
          expect(expires).toEqual(
            each.expiry === 'date' ? { date: each.ownDate } : { choice: each.expiry },
          );
          const name = folded(each.name);
          expect(found).toEqual({
            ...(name === '' ? {} : { name }),
            ...(folded(description) === '' ? {} : { description: folded(description) }),
            tenant: { [NORTH.id]: 'Nord', [HARBOUR.id]: 'Harbour' }[tenantId] ?? 'all',
            ...(permissions.length > 0 ? { permissions } : {}),
          });
        }),
        { numRuns: 2000 },
      );
      expect(commands).toBeGreaterThan(500);
    },
  );

  test.each<[string, Partial<Draft>]>([
    ['no tenant', { tenantId: '' }],
    ['a tenant that is not there', { tenantId: uuid(9) }],
    ['half a date', { expiry: 'date', ownDate: '' }],
    ['a date that has passed', { expiry: 'date', ownDate: '2026-01-01' }],
    ['what turns text around', { name: 'a\u202Eb' }],
  ])('is neither with %s: nothing is left out silently', (_, changes) => {
    expect(link(draft(changes))).toBeUndefined();
    expect(command(draft(changes))).toBeUndefined();
  });

  test('is no link where it is too long for one', () => {
    const long = draft({ name: '漢'.repeat(100), description: '漢'.repeat(500) });
    expect(link(long)).toBeUndefined();
    expect(command(long)).toContain('漢');
  });

  test('names a tenant by its id in a command where two have one name', () => {
    const twins = place({ tenants: [NORTH, HARBOUR, { ...HARBOUR, id: uuid(3) }] });
    expect(command(draft({ tenantId: uuid(3) }), twins)).toContain(`--tenant "${uuid(3)}"`);
  });

  test('names a wizard’s tenant by what it is called there, which others can read', () => {
    const cockpit = cockpitPlace('https://nord.example.com');
    const named = withTenants(cockpit, [{ ...HARBOUR, id: uuid(8) }]);
    for (const [tenantId, name] of [
      [cockpit.session.tenant.id, 'nord.example.com'],
      [uuid(8), 'Harbour'],
    ] as const) {
      const read = readRequestFragment(link(draft({ tenantId }), named) ?? '');
      expect(read).toMatchObject({ ok: true, value: { tenantId: name } });
      expect(command(draft({ tenantId }), named)).toContain(`--tenant "${name}"`);
    }
  });
});
