import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/policy/decide.ts';
import {
  anyOn,
  namedId,
  namePrefix,
  platformNamedIn,
  platformOf,
  splitId,
  splitName,
} from '../../../../shared/policy/platform-names.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { day, uuid } from '../examples.ts';

const ASKER = { id: 'U0ADA', kind: 'member', groups: [], channel: null } as const;

const policyFor = (...tenants: readonly string[]): Policy => ({
  ask: 'Ada',
  rules: [
    {
      who: { users: [ASKER.id], groups: [], channels: [] },
      tenants,
      allTenants: false,
      permissions: ['read'],
      maxDays: null,
      ask: null,
    },
  ],
});

const isAllowed = (policy: Policy, tenant: { readonly id: string; readonly name: string }) =>
  decide(policy, ASKER, {
    tenant,
    permissions: ['read'],
    expiresOn: null,
    today: day('2026-03-10'),
    byPeople: false,
  }).kind === 'allow';

const on = (platform: string, n: number, name: string) => ({
  id: namedId(platform, uuid(n)),
  name: `${namePrefix(platform)}${name}`,
});

describe('an id with a platform', () => {
  it('is told apart again, whatever the platform calls it, and one without is nobody’s', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9-]{0,19}$/),
        fc.string({ minLength: 1, unit: 'binary' }),
        (platform, own) => {
          expect(splitId(namedId(platform, own))).toEqual({ platform, own });
          expect(splitName(`${namePrefix(platform)}${own}`)).toEqual({ platform, own });
        },
      ),
    ));

  it.each(['', uuid(1), 'plant/1', '@/1', '@Plant/1', '@plant', '@plant/', ' @plant/1'])(
    'is not %j',
    (id) => {
      expect(splitId(id)).toEqual({ platform: null, own: id });
    },
  );
});

describe('the platform of an id', () => {
  interface Named {
    readonly name: string;
  }
  const all: readonly [Named, Named] = [{ name: 'plant' }, { name: 'works' }];

  it('is the one that it names, the first for one that names none, and none where that is gone', () => {
    expect(platformOf('@plant/1', all)).toBe(all[0]);
    expect(platformOf('@works/1', all)).toBe(all[1]);
    expect(platformOf(uuid(1), [all[1], all[0]])).toBe(all[1]);
    expect(platformOf('@gone/1', all)).toBeUndefined();
  });

  it.each([
    ['@plant/1', 'plant'],
    ['plant: Nord', 'plant'],
    ['@plant/works: Nord', 'plant'],
    ['plant', null],
    [uuid(1), null],
    ['Plant: Nord', null],
  ])('is read from an id or from a name: %s', (text, platform) => {
    expect(platformNamedIn(text)).toBe(platform);
  });
});

describe('a rule', () => {
  it('names a tenant with its platform, and none of the same name elsewhere', () => {
    const policy = policyFor('plant: Nord');
    expect(isAllowed(policy, on('plant', 1, 'Nord'))).toBe(true);
    expect(isAllowed(policy, on('works', 1, 'Nord'))).toBe(false);
    expect(isAllowed(policy, { id: uuid(1), name: 'Nord' })).toBe(false);
    expect(isAllowed(policyFor('Nord'), on('plant', 1, 'Nord'))).toBe(false);
  });

  it('names one by its id there, and none of the same id elsewhere', () => {
    const policy = policyFor(namedId('plant', uuid(1)));
    expect(isAllowed(policy, on('plant', 1, 'Nord'))).toBe(true);
    expect(isAllowed(policy, on('works', 1, 'Nord'))).toBe(false);
    expect(isAllowed(policyFor(uuid(1)), on('plant', 1, 'Nord'))).toBe(false);
  });

  it('names each tenant of one platform, and none of another, whatever that calls its own', () => {
    const policy = policyFor(anyOn('plant'));
    expect(isAllowed(policy, on('plant', 1, 'Nord'))).toBe(true);
    expect(isAllowed(policy, on('plant', 2, 'Süd'))).toBe(true);
    expect(isAllowed(policy, on('works', 1, 'Nord'))).toBe(false);
    expect(isAllowed(policy, on('works', 1, 'plant: any'))).toBe(false);
    expect(isAllowed(policy, on('plant-2', 1, 'Nord'))).toBe(false);
    expect(isAllowed(policy, { id: uuid(1), name: 'Nord' })).toBe(false);
    expect(isAllowed(policyFor('null: any'), { id: uuid(1), name: 'Nord' })).toBe(false);
  });
});
