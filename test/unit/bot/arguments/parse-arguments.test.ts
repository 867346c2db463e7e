import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../bot/arguments/parse-arguments.ts';
import { PERMISSIONS } from '../../../../shared/permissions.ts';

const WHOLE = {
  name: 'CI uploader',
  tenant: 'Nord',
  expires: { choice: '30d' },
  permissions: ['read', 'write'],
  unread: [],
};

describe('the arguments of create', () => {
  it.each([
    ['as documented', '"CI uploader" --tenant Nord --expires 30d --permissions read,write'],
    ['in another order', '--permissions write,read --expires 30d "CI uploader" --tenant Nord'],
    [
      'with smart quotes',
      '“CI uploader” --tenant ‘Nord’ --expires 30d --permissions “read, write”',
    ],
    ['with German quotes', '„CI uploader“ --tenant „Nord“ --expires 30d --permissions read,write'],
    ['with French quotes', '«CI uploader» --tenant »Nord« --expires 30d --permissions read,write'],
    ['with dashes of a phone', '“CI uploader” —tenant Nord —expires 30d –permissions read,write'],
    ['with commas', '"CI uploader", --tenant Nord, --expires 30d, --permissions read, write'],
    [
      'with equals signs',
      '--name="CI uploader" --tenant=Nord --expires=30d --permissions=read,write',
    ],
    [
      'with spaces that do not break',
      '"CI uploader" --tenant Nord --expires 30d --permissions read,write',
    ],
    ['without quotes', 'CI uploader --tenant Nord --expires 30 days --permissions read write'],
    ['in capitals', '"CI uploader" --TENANT Nord --Expires 30D --PERMISSIONS READ,Write'],
  ])('are read %s', (_, text) => {
    expect(parseArguments(text)).toEqual(WHOLE);
  });

  it.each([
    ['', { unread: [] }],
    ['   ', { unread: [] }],
    ["Ada's uploader", { name: "Ada's uploader", unread: [] }],
    ['"unclosed name', { name: '"unclosed name', unread: [] }],
    [
      '--tenant Nord Hafen --expires never',
      { tenant: 'Nord Hafen', expires: { choice: 'never' }, unread: [] },
    ],
    ['--tenant Nord "CI"', { tenant: 'Nord', name: 'CI', unread: [] }],
    ['--expires 1y', { expires: { choice: '1y' }, unread: [] }],
    ['--expires 2w', { expires: { days: 14 }, unread: [] }],
    ['--expires 2026-12-24', { expires: { date: '2026-12-24' }, unread: [] }],
    ['--description "what it is for"', { description: 'what it is for', unread: [] }],
    ['"--tenant"', { name: '--tenant', unread: [] }],
    ['--no-such=1 "CI"', { name: 'CI', unread: ['--no-such=1'] }],
    ['--no-such 1 "CI"', { name: 'CI', unread: ['--no-such', '1'] }],
    ['--expires 4000d', { expires: { days: 4000 }, unread: [] }],
    ['--expires 30d CI uploader', { expires: { choice: '30d' }, name: 'CI uploader', unread: [] }],
    ['--expires=30 days CI', { expires: { choice: '30d' }, name: 'CI', unread: [] }],
    ['--permissions read CI uploader', { permissions: ['read'], name: 'CI uploader', unread: [] }],
    ['--permissions=read, write', { permissions: ['read', 'write'], unread: [] }],
    [
      '--permissions "read", "write" CI',
      { permissions: ['read', 'write'], name: 'CI', unread: [] },
    ],
    ['--permissions "read" CI', { permissions: ['read'], name: 'CI', unread: [] }],
    ['--permissions read "Delete"', { permissions: ['read'], name: 'Delete', unread: [] }],
    ['--permissions read + write', { permissions: ['read', 'write'], unread: [] }],
    ['--tenant="Nord Hafen" CI', { tenant: 'Nord Hafen', name: 'CI', unread: [] }],
    [
      '--tenant Nord, Hafen --expires 7d',
      { tenant: 'Nord, Hafen', expires: { choice: '7d' }, unread: [] },
    ],
    ['--tenant Nord -Hafen', { tenant: 'Nord -Hafen', unread: [] }],
    ['--tenant Nord -expires 7d', { tenant: 'Nord', expires: { choice: '7d' }, unread: [] }],
    ['--tenant: Nord Hafen', { tenant: 'Nord Hafen', unread: [] }],
    ['CI --tenant:Nord', { tenant: 'Nord', name: 'CI', unread: [] }],
    ['--tenant:"Nord Hafen" CI', { tenant: 'Nord Hafen', name: 'CI', unread: [] }],
    ['CI \u200E--tenant Nord', { tenant: 'Nord', name: 'CI', unread: [] }],
    ['CI *--tenant* Nord', { tenant: 'Nord', name: 'CI', unread: [] }],
    ['_--tenant_ Nord', { tenant: 'Nord', unread: [] }],
    ['CI, uploader, --tenant Nord,', { name: 'CI, uploader', tenant: 'Nord', unread: [] }],
  ])('%j gives %o', (text, expected) => {
    expect(parseArguments(text)).toEqual(expected);
  });

  it.each([
    ['an option that there is not', '"CI" --region eu', ['--region', 'eu']],
    ['a permission that there is not', '--permissions read,wirte', ['--permissions read,wirte']],
    ['a date that there is not', '--expires 2026-02-30', ['--expires 2026-02-30']],
    ['a lifetime without a unit', '--expires 30', ['--expires 30']],
    ['no days', '--expires 0d', ['--expires 0d']],
    ['an option with a hyphen, which is no name', '--no-such=1', ['--no-such=1']],
    ['an option with a number, and its value', '--x2 eu --tenant Nord', ['--x2', 'eu']],
    ['an option that there is not, and its value in quotes', '--region "eu"', ['--region', '"eu"']],
    ['an option without a value', '--tenant', ['--tenant']],
    ['a second name', '"CI" "CD"', ['"CD"']],
    ['a second tenant', '--tenant Nord --tenant Sol', ['--tenant Sol']],
    ['the word date alone', '--expires date', ['--expires date']],
  ])('name what is not understood: %s', (_, text, unread) => {
    expect(parseArguments(text).unread).toEqual(unread);
  });

  it.each([
    ['--expires 3 months', { unread: ['--expires 3 months'], unmet: ['expires'] }],
    ['--expires 1 year "CI"', { name: 'CI', unread: ['--expires 1 year'], unmet: ['expires'] }],
    ['--expires=3 months', { unread: ['--expires=3 months'], unmet: ['expires'] }],
    [
      '--expires "3 months" CI',
      { name: 'CI', unread: ['--expires "3 months"'], unmet: ['expires'] },
    ],
    [
      '--permissions read and write',
      { unread: ['--permissions read and write'], unmet: ['permissions'] },
    ],
    [
      '--permissions read and wirte',
      { unread: ['--permissions read and wirte'], unmet: ['permissions'] },
    ],
    [
      '--permissions read, write und lseen',
      { unread: ['--permissions read, write und lseen'], unmet: ['permissions'] },
    ],
    [
      '--permissions read plus wirte',
      { unread: ['--permissions read plus wirte'], unmet: ['permissions'] },
    ],
    ['--permissions read e', { unread: ['--permissions read e'], unmet: ['permissions'] }],
    [
      '--permissions read & write CI',
      { unread: ['--permissions read & write CI'], unmet: ['permissions'] },
    ],
    [
      '--permissions "read" and wirte',
      { unread: ['--permissions "read" and wirte'], unmet: ['permissions'] },
    ],
    [
      '--permissions "read", wirte',
      { unread: ['--permissions "read", wirte'], unmet: ['permissions'] },
    ],
    [
      '--permissions read and "wirte" "CI"',
      { name: 'CI', unread: ['--permissions read and "wirte"'], unmet: ['permissions'] },
    ],
    [
      '--permissions=read and write',
      { unread: ['--permissions=read and write'], unmet: ['permissions'] },
    ],
    ['--permissions wirte only', { unread: ['--permissions wirte only'], unmet: ['permissions'] }],
    ['--tenant=Nord Hafen', { unread: ['--tenant=Nord Hafen'], unmet: ['tenant'] }],
    [
      '--tenant=Nord Hafen "CI"',
      { name: 'CI', unread: ['--tenant=Nord Hafen'], unmet: ['tenant'] },
    ],
    ['--tenant=Nord, CI', { unread: ['--tenant=Nord, CI'], unmet: ['tenant'] }],
    ['--tenant= Nord', { unread: ['--tenant= Nord'], unmet: ['tenant'] }],
    ['--expires 2027-01-31 23:59', { unread: ['--expires 2027-01-31 23:59'], unmet: ['expires'] }],
    ['--expires 30d from today', { unread: ['--expires 30d from today'], unmet: ['expires'] }],
    ['--expires 30d ab heute', { unread: ['--expires 30d ab heute'], unmet: ['expires'] }],
    ['--expires 1y 6m', { unread: ['--expires 1y 6m'], unmet: ['expires'] }],
    ['--expires 7d, 14d', { unread: ['--expires 7d, 14d'], unmet: ['expires'] }],
    ['--tenants Nord', { unread: ['--tenants', 'Nord'], unmet: ['tenant'] }],
    ['--tennant=Nord "CI"', { name: 'CI', unread: ['--tennant=Nord'], unmet: ['tenant'] }],
    ['—mandant Nord', { unread: ['—mandant', 'Nord'], unmet: ['tenant'] }],
    ['--tenant Nord --tenants 2', { tenant: 'Nord', unread: ['--tenants', '2'] }],
    ['--valid-until 2027-01-31', { unread: ['--valid-until', '2027-01-31'], unmet: ['expires'] }],
    ['--GÜLTIG 30d', { unread: ['--GÜLTIG', '30d'], unmet: ['expires'] }],
    ['--rights read', { unread: ['--rights', 'read'], unmet: ['permissions'] }],
    ['--desc "a "b" c"', { unread: ['--desc "a "b" c"'], unmet: ['description'] }],
    ['--description=what it is for', { description: 'what', unread: ['it is for'] }],
    ['--colour=dark red', { unread: ['--colour=dark', 'red'] }],
  ])('make no name of what may belong to a value: %j', (text, expected) => {
    expect(parseArguments(text)).toEqual(expected);
  });

  it('never throw, never guess a permission, and lose no word', () => {
    const pieces = fc.constantFrom(
      ...'" “ ” — -- --tenant --expires --permissions read write, 30d never Nord , ='.split(' '),
      ...'’ --name= --foo déjà 🙂 «a b» \u00A0'.split(' '),
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 12 }),
        (parts) => {
          const text = parts.join(' ');
          const read = parseArguments(text);
          for (const permission of read.permissions ?? []) {
            expect(PERMISSIONS).toContain(permission);
            expect(text.toLowerCase()).toContain(permission);
          }
          const kept = JSON.stringify(read);
          for (const word of parts)
            if (/^[A-Za-zéà]{4,}$/.test(word))
              expect(kept.toLowerCase()).toContain(word.toLowerCase());
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('read back what was written in quotes, whatever the order', () => {
    const value = fc
      .stringMatching(/^[A-Za-zÀ-ž0-9 .,!?-]{1,30}$/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
    fc.assert(
      fc.property(
        value,
        value,
        fc.subarray([...PERMISSIONS], { minLength: 1 }),
        fc.integer({ min: 1, max: 3660 }),
        fc.nat(23),
        (name, tenant, permissions, days, order) => {
          const parts = [
            `"${name}"`,
            `--tenant "${tenant}"`,
            `--permissions ${permissions.join(',')}`,
            `--expires ${days}d`,
          ];
          const turned = [...parts.slice(order % 4), ...parts.slice(0, order % 4)];
          expect(parseArguments(turned.join(' '))).toMatchObject({
            name,
            tenant,
            permissions,
            unread: [],
            expires: [7, 30, 90].includes(days) ? { choice: `${days}d` } : { days },
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
