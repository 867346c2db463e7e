import { describe, expect, test } from 'vitest';
import { hostsInUse } from '../../../../extension/background/hosts/hosts-in-use.ts';
import { createLentHosts } from '../../../../extension/background/hosts/lent-hosts.ts';
import { cockpitPlace } from '../../../../extension/background/wizard/cockpit-place.ts';
import { hostPattern } from '../../../../extension/hosts/host-pattern.ts';
import type { Form, Operation } from '../../../../shared/flow/state.ts';
import { draft, NOW, place, request } from '../../shared/examples.ts';
import { createMemoryArea } from '../memory-area.ts';

const ALM = 'https://alm.example/*';
const NORD = 'https://nord.example/*';

const setUp = () => {
  const disk = createMemoryArea();
  const given = new Set<string>();
  const start = () =>
    createLentHosts(disk, {
      contains: async ({ origins }) => origins.every((each) => given.has(each)),
      remove: async ({ origins }) => {
        if (origins.some((each) => each.includes('*.'))) throw new Error('It is not optional.');
        return origins.map((each) => given.delete(each)).includes(true);
      },
    });
  return { disk, given, start, hosts: start() };
};

const over = { underWay: [], mending: [] };
const during = { underWay: [ALM], mending: [] };

describe('a host that was allowed until a token is done', () => {
  test('is given back then, and not before', async () => {
    const { given, hosts, disk } = setUp();
    await hosts.lend(ALM);
    given.add(ALM);
    expect(await hosts.giveBack(during, NOW)).toBeUndefined();
    expect(given).toEqual(new Set([ALM]));
    await hosts.giveBack(over, NOW);
    expect(given).toEqual(new Set());
    expect(disk.text()).not.toContain('alm');
  });

  test('is given back by another process too, after the browser has gone', async () => {
    const { given, hosts, start } = setUp();
    await hosts.lend(ALM);
    given.add(ALM);
    await start().giveBack(over, NOW);
    expect(given).toEqual(new Set());
  });

  test('stays where the person keeps it, and goes where they think better of it', async () => {
    const { given, hosts } = setUp();
    await hosts.lend(ALM);
    await hosts.keep(ALM, true);
    given.add(ALM);
    await hosts.giveBack(over, NOW);
    expect(given).toEqual(new Set([ALM]));
    await hosts.keep(ALM, false);
    await hosts.giveBack(over, NOW);
    expect(given).toEqual(new Set());
  });

  test('is no other host, and none that was allowed before', async () => {
    const { given, hosts } = setUp();
    given.add(NORD);
    await hosts.lend(NORD);
    await hosts.lend(ALM);
    given.add(ALM);
    await hosts.giveBack(over, NOW);
    expect(given).toEqual(new Set([NORD]));
  });

  test('stays for five minutes where something in the form has to be mended', async () => {
    const { given, hosts } = setUp();
    await hosts.lend(ALM);
    given.add(ALM);
    const until = NOW + 5 * 60_000;
    expect(await hosts.giveBack({ underWay: [], mending: [ALM] }, NOW)).toBe(until);
    expect(await hosts.giveBack(over, NOW + 1_000)).toBe(until);
    expect(given).toEqual(new Set([ALM]));
    await hosts.giveBack(during, NOW + 2_000);
    await hosts.giveBack(over, NOW + 3_000);
    expect(given).toEqual(new Set());
  });

  test('holds nothing up where the browser does not take it back', async () => {
    const { hosts, disk } = setUp();
    await hosts.lend('https://*.example/*');
    expect(await hosts.giveBack(over, NOW)).toBeUndefined();
    expect(disk.text()).not.toContain('example');
  });
});

describe('the hosts in use', () => {
  const cockpit = cockpitPlace('https://alm.example:8443');
  const working: Operation = {
    step: 'working',
    place: cockpit,
    draft: draft(),
    request: request(),
    key: 'key',
    attempt: 1,
  };
  const form: Form = { step: 'form', place: cockpit, draft: draft(), errors: [] };
  const kept = (flow: Operation | Form) => ({ flow, seen: false });

  test('are those of cockpits with something under way, without their ports', () => {
    expect(hostsInUse([kept(working)])).toEqual(during);
    expect(hostsInUse([kept({ ...working, place: place() })])).toEqual(over);
    expect(hostPattern('http://127.0.0.1:8301')).toBe('http://127.0.0.1/*');
  });

  test('rest where a field of the form is to be mended, and are over where the run just ended', () => {
    const errors = [{ field: 'tenantId', code: 'unknown' }] as const;
    expect(hostsInUse([kept({ ...form, errors })])).toEqual({ underWay: [], mending: [ALM] });
    const notice = { code: 'not_filled_in', said: 'Covered.' } as const;
    expect(hostsInUse([kept({ ...form, notice })])).toEqual(over);
    expect(hostsInUse([kept({ ...form, notice: { code: 'cancelled' } })])).toEqual(over);
  });
});
