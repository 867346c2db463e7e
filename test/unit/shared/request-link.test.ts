import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LinkedRequest,
  MAX_FRAGMENT,
  readRequestFragment,
  writeRequestFragment,
} from '../../../shared/request-link.ts';
import { ok } from '../../../shared/result.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import { day, request } from './examples.ts';

const linked = (changes: Partial<LinkedRequest> = {}): LinkedRequest => ({
  ...request(),
  from: { person: 'Ivo Keller', workspace: 'Harbour Works' },
  ...changes,
});

const base64Url = (text: string): string => Buffer.from(text).toString('base64url');
const fragmentOf = (json: unknown): string => `#tenant-token=${base64Url(JSON.stringify(json))}`;

const written = (from: LinkedRequest): string => {
  const fragment = writeRequestFragment(from);
  if (!fragment.ok) throw new Error(fragment.error);
  return fragment.value;
};

const jsonOf = (fragment: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(fragment.split('=')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >;

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

const requests: fc.Arbitrary<LinkedRequest> = fc.record({
  name: anyText,
  description: anyText,
  tenantId: fc.oneof(fc.constant('all'), fc.uuid()),
  permissions: fc.subarray([...PERMISSIONS]),
  expiresOn: fc.constantFrom(null, day('2027-01-31')),
  from: fc.option(
    fc.record({
      person: fc.string({ minLength: 1, maxLength: 40 }),
      workspace: fc.string({ minLength: 1, maxLength: 40 }),
    }),
  ),
});

describe('the tenant’s name in a link', () => {
  const nameIn = (tenantName: string | undefined) =>
    jsonOf(written(linked({ tenantName })))['tenantName'];

  it('stands beside its id, and is left out where it is longer than a hundred characters', () => {
    expect(nameIn('Nord')).toBe('Nord');
    expect(nameIn('N'.repeat(100))).toBe('N'.repeat(100));
    expect(nameIn('N'.repeat(101))).toBeUndefined();
    expect(nameIn(undefined)).toBeUndefined();
  });
});

describe('what is no link that this version wrote', () => {
  const malformed = { ok: false, error: 'malformed' };
  const json = JSON.stringify(jsonOf(written(linked())));
  /** A fragment of so many bytes: blanks behind JSON change nothing of it. */
  const ofBytes = (bytes: number) => `#tenant-token=${base64Url(json.padEnd(bytes))}`;

  it('is longer than any, whatever stands before it', () => {
    expect(ofBytes(1525)).toHaveLength(MAX_FRAGMENT);
    expect(readRequestFragment(ofBytes(1525))).toMatchObject({ ok: true });
    expect(readRequestFragment(ofBytes(1526))).toEqual(malformed);
    const page = `https://nord.example/${'a'.repeat(400)}`;
    expect(readRequestFragment(page + ofBytes(1525))).toMatchObject({ ok: true });
  });

  it('has bits that stand for nothing: each text has one form', () => {
    const whole = ofBytes(900);
    expect(readRequestFragment(whole)).toMatchObject({ ok: true });
    expect(readRequestFragment(`${whole}A`)).toEqual(malformed);
    const rest = ofBytes(901);
    expect(rest.endsWith('IA')).toBe(true);
    expect(readRequestFragment(rest)).toMatchObject({ ok: true });
    expect(readRequestFragment(rest.replace(/IA$/, 'IB'))).toEqual(malformed);
  });
});

describe('a request in a link', () => {
  it('comes out as it went in, in any script, in 2 kB of letters that need no escape', () => {
    fc.assert(
      fc.property(requests, (from) => {
        const fragment = writeRequestFragment(from);
        if (!fragment.ok) return;
        expect(fragment.value).toMatch(/^#tenant-token=[\w-]+$/);
        expect(fragment.value.length).toBeLessThanOrEqual(MAX_FRAGMENT);
        expect(readRequestFragment(fragment.value)).toEqual(ok(from));
        expect(readRequestFragment(`https://nord.example/tokens?a=1${fragment.value}`)).toEqual(
          ok(from),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is base64url of JSON, as any other program writes it', () => {
    const fragment = written(linked({ name: 'Größe 📦' }));
    expect(jsonOf(fragment)).toEqual({ version: 1, ...linked({ name: 'Größe 📦' }) });
    expect(fragmentOf(jsonOf(fragment))).toBe(fragment);
  });

  it('is not written where it would not fit, or is no Unicode', () => {
    const long = linked({ description: '漢'.repeat(500), name: '漢'.repeat(100) });
    expect(writeRequestFragment(long)).toEqual({ ok: false, error: 'too_long' });
    expect(writeRequestFragment(linked({ name: '\uD800' }))).toEqual({
      ok: false,
      error: 'malformed',
    });
  });

  it.each([
    '',
    'https://nord.example/',
    '#',
    '#tokens',
    'x#y#tenant-token=e30',
    '#Tenant-Token=e30',
  ])('is not seen in %j', (address) => {
    expect(readRequestFragment(address)).toBeUndefined();
  });

  it.each<[string, object]>([
    ['another version', { version: 2 }],
    ['a member more', { token: 'x' }],
    ['a permission that there is not', { permissions: ['root'] }],
    ['a permission twice', { permissions: ['read', 'read'] }],
    ['a day that there is not', { expiresOn: '2026-02-30' }],
    ['a name of another type', { name: 7 }],
    ['a name beyond all bounds', { name: 'x'.repeat(201) }],
    ['no tenant', { tenantId: '' }],
    ['a tenant beyond all bounds', { tenantId: 'x'.repeat(101) }],
    ['a sender without a name', { from: { person: '', workspace: 'W' } }],
    ['a sender with more', { from: { person: 'P', workspace: 'W', admin: true } }],
  ])('is malformed with %s', (_, change) => {
    const json = { ...jsonOf(written(linked())), ...change };
    expect(readRequestFragment(fragmentOf(json))).toEqual({ ok: false, error: 'malformed' });
  });

  it.each([
    ['nothing', ''],
    ['padding', `${base64Url('{}')}==`],
    ['another alphabet', 'a+/b'],
    ['one letter too many', 'e30A'],
    ['bits left over', 'e31'],
    ['no UTF-8', Buffer.from([0xff, 0xfe]).toString('base64url')],
    ['no JSON', base64Url('{')],
    ['a megabyte', 'A'.repeat(1_000_000)],
  ])('is malformed with %s in it', (_, text) => {
    expect(readRequestFragment(`#tenant-token=${text}`)).toEqual({ ok: false, error: 'malformed' });
  });

  it('is read or malformed, whatever is changed by hand', () => {
    const good = written(linked());
    const edits = fc.record({ at: fc.nat(good.length - 15), by: fc.string({ maxLength: 3 }) });
    let malformed = 0;
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 3 }), (each) => {
        let text = good;
        for (const { at, by } of each) text = text.slice(0, 14 + at) + by + text.slice(15 + at);
        const read = readRequestFragment(text);
        if (!read?.ok) {
          malformed += 1;
          return;
        }
        // What was read is what is there, in the one way in which it is written.
        expect(jsonOf(text)).toEqual({ version: 1, ...read.value });
      }),
      { numRuns: 10_000 },
    );
    expect(malformed).toBeGreaterThan(1000);
  });
});
