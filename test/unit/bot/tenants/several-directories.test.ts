import { describe, expect, it } from 'vitest';
import { severalDirectories } from '../../../../bot/tenants/several-directories.ts';
import {
  mayBeAway,
  type Missed,
  type Offer,
  sessionFor,
  type TenantDirectory,
} from '../../../../bot/tenants/tenant-directory.ts';
import { namedId } from '../../../../shared/policy/platform-names.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ApiError, Tenant } from '../../../../shared/tenant-api/port.ts';
import { eventually } from '../../../support/eventually.ts';
import { NORTH, session, uuid } from '../../shared/examples.ts';

const SECOND = 1000;

const tenantOn = (platform: string, n: number): Tenant => ({
  ...NORTH,
  id: namedId(platform, uuid(n)),
  name: `${platform}: Tenant ${n}`,
});

const offerOn = (platform: string, count: number): Offer => ({
  session: session({
    tenant: {
      ...session().tenant,
      id: namedId(platform, uuid(1)),
      apiUrl: `https://${platform}.example.com`,
    },
    permissions: platform === 'works' ? ['read'] : ['read', 'write'],
  }),
  tenants: Array.from({ length: count }, (_, n) => tenantOn(platform, n + 1)),
  total: count,
  listMissing: false,
});

const directoryOf = (
  offer: () => Promise<Result<Offer, ApiError>>,
  found?: Tenant,
  missed: Missed = 'nothing',
): TenantDirectory => ({
  offer,
  answers: async () => (await offer()).ok,
  search: async ({ tenants }, text) => ({
    tenants: tenants.filter(({ name }) => name.includes(text)),
    missed,
  }),
  find: async (there, id) =>
    ok(there.tenants.find((each) => each.id === id) ?? (found?.id === id ? found : undefined)),
});

const works = directoryOf(async () => ok(offerOn('works', 3)));
const plant = directoryOf(async () => ok(offerOn('plant', 2)));
const down = directoryOf(async () => err({ code: 'unreachable' }));
const silent = directoryOf(() => new Promise(() => undefined));

const both = (second: TenantDirectory) =>
  severalDirectories([
    { name: 'works', directory: works },
    { name: 'plant', directory: second },
  ]);

const offered = async (directory: TenantDirectory): Promise<Offer> => {
  const offer = await directory.offer(SECOND);
  if (!offer.ok) throw new Error(offer.error.code);
  return offer.value;
};

describe('the tenants of several platforms', () => {
  it('are offered together, each with the session of its own platform', async () => {
    const offer = await offered(both(plant));
    expect(offer.tenants).toHaveLength(5);
    expect(offer.total).toBe(5);
    expect(offer.session).toMatchObject({
      permissions: ['read', 'write'],
      canUseAllTenants: false,
    });
    const apiUrlOf = (id: string): string => sessionFor(offer, id).tenant.apiUrl;
    expect(apiUrlOf(namedId('works', uuid(2)))).toBe('https://works.example.com');
    expect(apiUrlOf(namedId('plant', uuid(2)))).toBe('https://plant.example.com');
    expect(sessionFor(offer, namedId('works', uuid(2))).permissions).toEqual(['read']);
    expect(apiUrlOf('a tenant of the policy’s')).toBe('');
  });

  it.each([
    ['is down', down],
    ['says nothing', silent],
  ])('are those of the others where one %s, and it is not said to have none', async (_, other) => {
    const directory = both(other);
    const offer = await offered(directory);
    expect(offer.tenants.map(({ name }) => name)).toEqual(
      [1, 2, 3].map((n) => `works: Tenant ${n}`),
    );
    expect(await directory.answers(SECOND)).toBe(true);
    const { id, name } = tenantOn('plant', 1);
    expect(await directory.find(offer, id, name)).toEqual(err({ code: 'unreachable' }));
    // Its own may be called so too.
    const found = { tenants: [tenantOn('works', 2)], missed: 'unanswered' };
    expect(await directory.search(offer, 'Tenant 2')).toEqual(found);
    expect((await directory.search(offer, 'works: Tenant 2')).missed).toBe('nothing');
  });

  it('are missed where one does not find out what it has, unless another one is named', async () => {
    const offers = async () => ok(offerOn('plant', 2));
    const missedIn = async (text: string, missed: Missed) => {
      const directory = both(directoryOf(offers, undefined, missed));
      return (await directory.search(await offered(directory), text)).missed;
    };
    expect(await missedIn('Tenant 2', 'unanswered')).toBe('unanswered');
    expect(await missedIn('plant: Tenant 2', 'further')).toBe('further');
    expect(await missedIn('works: Tenant 2', 'unanswered')).toBe('nothing');
    expect(await missedIn('Tenant 2', 'nothing')).toBe('nothing');
  });

  it('are there where the platform of each answers, and nowhere else', async () => {
    const directory = both(down);
    expect(await directory.isThere?.(namedId('works', uuid(1)))).toBe(true);
    expect(await directory.isThere?.(uuid(1))).toBe(true);
    expect(await directory.isThere?.(namedId('plant', uuid(1)))).toBe(false);
    expect(await directory.isThere?.(namedId('former', uuid(1)))).toBe(false);
  });

  it('are not to be had where none answers', async () => {
    const directory = severalDirectories([
      { name: 'works', directory: down },
      { name: 'plant', directory: down },
    ]);
    expect(await directory.offer(SECOND)).toEqual(err({ code: 'unreachable' }));
    expect(await directory.answers(SECOND)).toBe(false);
  });

  it('are found by their ids on their own platform, and those of a former one nowhere', async () => {
    const directory = both(plant);
    const offer = await offered(directory);
    const { id, name } = tenantOn('plant', 2);
    expect(await directory.find(offer, id, name)).toEqual(ok(tenantOn('plant', 2)));
    expect(await directory.find(offer, namedId('former', uuid(2)), name)).toEqual(ok(undefined));
    // From before there were several.
    expect(await directory.find(offer, uuid(2), 'Tenant 2')).toEqual(ok(tenantOn('works', 2)));
  });
});

describe('a list of several', () => {
  const MANY = 20_000;

  /** One whose list is the platform's as it was read last. */
  const reading = (name: string, first: number) => {
    let offer: Result<Offer, ApiError> = ok(offerOn(name, first));
    return {
      part: { name, directory: directoryOf(async () => offer) },
      reads: (count: number) => (offer = ok(offerOn(name, count))),
      falls: () => (offer = err({ code: 'unreachable' })),
    };
  };

  it('is made ready while others have their turn', async () => {
    const directory = severalDirectories([
      reading('works', MANY).part,
      reading('plant', MANY).part,
    ]);
    let turns = 0;
    let turn = setImmediate(function count() {
      turns += 1;
      turn = setImmediate(count);
    });
    const { tenants } = await offered(directory);
    clearImmediate(turn);
    expect(tenants).toHaveLength(2 * MANY);
    expect(turns).toBeGreaterThan((2 * MANY) / 1000);
  });

  it('serves on while a newer one is made ready, which then is the same each time', async () => {
    const works = reading('works', MANY);
    const directory = severalDirectories([works.part, reading('plant', 2).part]);
    const before = (await offered(directory)).tenants;
    works.reads(MANY + 1);
    expect((await offered(directory)).tenants).toBe(before);
    const after = await eventually(async () => {
      const { tenants } = await offered(directory);
      return tenants !== before && tenants;
    });
    expect(after).toHaveLength(MANY + 3);
    expect((await offered(directory)).tenants).toBe(after);
  });

  it.each([
    ['a short one has grown', 20, 21, 2, 2],
    ['of a long one the beginning was there', 1, MANY, 2, 2],
    ['a platform is back', 3, 3, 0, MANY],
  ])('is waited for where %s', async (_, first, then, others, othersThen) => {
    const [works, plant] = [reading('works', first), reading('plant', others)];
    if (others === 0) plant.falls();
    const directory = severalDirectories([works.part, plant.part]);
    expect((await offered(directory)).tenants).toHaveLength(first + others);
    works.reads(then);
    plant.reads(othersThen);
    expect((await offered(directory)).tenants).toHaveLength(then + othersThen);
  });
});

describe('the tenants whose tokens people make', () => {
  const ALM: Tenant = {
    id: 'alm-1',
    name: 'Alm',
    parentId: null,
    timeZone: 'Europe/Vienna',
    handOver: { page: 'https://alm.example.com', tokens: 'documented' },
  };

  it.each([
    ['while all platforms are there', plant, works],
    ['while the first is down', down, works],
    ['while the first says nothing', silent, works],
    ['while none is there', down, silent],
  ])('are offered and found %s', async (_, first, second) => {
    const directory = severalDirectories(
      [
        { name: 'plant', directory: first },
        { name: 'works', directory: second },
      ],
      () => [ALM],
    );
    const offer = await offered(directory);
    expect(offer.tenants[0]).toBe(ALM);
    expect(offer.total).toBe(offer.tenants.length);
    expect(offer.session).toMatchObject({
      permissions: ['read', 'write', 'create', 'delete'],
      canUseAllTenants: false,
    });
    expect(sessionFor(offer, ALM.id).tenant.apiUrl).toBe('');
    const there = [...(offer.parts?.keys() ?? [])];
    expect([...there, ...(offer.away ?? [])].toSorted()).toEqual(['plant', 'works']);
    expect(await directory.find(offer, ALM.id, ALM.name)).toEqual(ok(ALM));
    expect((await directory.search(offer, 'alm')).tenants).toEqual([ALM]);
    expect(mayBeAway(offer, 'plant: Nord')).toBe(first !== plant);
    expect(mayBeAway(offer, 'works: Nord')).toBe(second !== works);
  });

  it('are no sign that a platform answers', async () => {
    const directory = severalDirectories([{ name: 'works', directory: down }], () => [ALM]);
    expect(await directory.answers(SECOND)).toBe(false);
  });
});
