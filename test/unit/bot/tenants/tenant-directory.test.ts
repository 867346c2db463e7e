import { describe, expect, it } from 'vitest';
import { createTenantDirectory, hasMore } from '../../../../bot/tenants/tenant-directory.ts';
import { matcherOf } from '../../../../shared/find-by-name.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ApiError, Session, Tenant } from '../../../../shared/tenant-api/port.ts';
import { choicesOf } from '../../../../shared/policy/choices.ts';
import { rule } from '../modal/circumstances.ts';
import { HARBOUR, MINUTE, NORTH, session, uuid } from '../../shared/examples.ts';
import { eventually } from '../../../support/eventually.ts';
import { testLog } from '../../../support/test-log.ts';

const SECOND = 1000;
const ADA = { id: 'U0ADA', kind: 'member', groups: [], channel: null } as const;
const PAGE = 200;

const plant = (n: number): Tenant => ({ ...HARBOUR, id: uuid(1000 + n), name: `Zürich ${n}` });

/** A directory of a platform whose answers a test decides on. */
const setUp = (count: number) => {
  let at = 0;
  let tenants = [NORTH, ...Array.from({ length: count - 1 }, (_, n) => plant(n))];
  let who: Result<Session, ApiError> = ok(session({ user: null }));
  let pages: ApiError | undefined;
  let brokenFrom = Infinity;
  let slow: Promise<unknown> | undefined;
  const asked = { session: 0, pages: [] as number[], searches: [] as string[] };
  const api = {
    whoAmI: async () => {
      asked.session += 1;
      await slow;
      return who;
    },
    tenants: async (search: string, page = 1) => {
      if (search === '') asked.pages.push(page);
      else asked.searches.push(search);
      await slow;
      if (pages || page >= brokenFrom) return err(pages ?? ({ code: 'timeout' } as const));
      const all = tenants.filter(matcherOf(search));
      const items = all.slice((page - 1) * PAGE, page * PAGE);
      return ok({ items, total: all.length, more: page * PAGE < all.length });
    },
  };
  const directory = createTenantDirectory(api, () => at, testLog());
  const offer = async (patience = SECOND) => {
    const answer = await directory.offer(patience);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  return {
    asked,
    directory,
    offer,
    whole: () => eventually(async () => !hasMore(await offer())),
    later: (ms: number) => {
      at += ms;
    },
    now: {
      tenants: (all: readonly Tenant[]) => (tenants = [...all]),
      session: (answer: Result<Session, ApiError>) => (who = answer),
      list: (error: ApiError | undefined) => (pages = error),
      brokenFrom: (page: number) => (brokenFrom = page),
      slow: (until: Promise<unknown> | undefined): void => {
        slow = until;
      },
    },
  };
};

describe('the directory of tenants', () => {
  it('reads all pages, and serves the first while the others come', async () => {
    const of = setUp(1001);
    const first = await of.offer();
    expect(first.total).toBe(1001);
    await of.whole();
    const offer = await of.offer();
    expect(offer.tenants).toHaveLength(1001);
    expect(of.asked.pages).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await of.directory.search(offer, 'zurich 999')).tenants).toEqual([plant(999)]);
    expect((await of.directory.search(offer, plant(777).id.toUpperCase())).tenants).toEqual([
      plant(777),
    ]);
    expect(await of.directory.find(offer, plant(555).id, '')).toEqual(ok(plant(555)));
    expect(of.asked.searches).toEqual([]);
  });

  it('answers from what is minutes old at once, and asks anew in the background', async () => {
    const of = setUp(2);
    await of.whole();
    of.later(5 * MINUTE);
    const gate = Promise.withResolvers<void>();
    of.now.slow(gate.promise);
    of.now.tenants([NORTH, HARBOUR]);
    of.now.session(ok(session({ user: null, permissions: ['read'] })));
    expect((await of.offer()).tenants).toEqual([NORTH, plant(0)]);
    expect((await of.offer()).session.permissions).toHaveLength(4);
    gate.resolve();
    await eventually(async () => (await of.offer()).tenants[1]?.id === HARBOUR.id);
    expect((await of.offer()).session.permissions).toEqual(['read']);
    expect(of.asked).toMatchObject({ session: 2, pages: [1, 1] });
  });

  it('keeps its list for as long as nothing in it changes, so that nothing is made of it anew', async () => {
    const of = setUp(300);
    await of.whole();
    const { tenants } = await of.offer();
    of.later(2 * MINUTE);
    await of.offer();
    await eventually(() => of.asked.pages.length === 4);
    expect((await of.offer()).tenants).toBe(tenants);
    of.later(2 * MINUTE);
    of.now.tenants([...tenants.slice(0, -1), { ...HARBOUR, name: 'Renamed' }]);
    await eventually(async () => (await of.offer()).tenants.at(-1)?.name === 'Renamed');
    expect((await of.offer()).tenants[0]).toBe(tenants[0]);
  });

  it('searches among those alone that may be chosen, where that is wanted', async () => {
    const of = setUp(300);
    await of.whole();
    const offer = await of.offer();
    const rules = [rule({ tenants: ['Zürich 7', 'Zürich 70'] })];
    const choices = choicesOf({ ask: 'Ada', rules }, ADA, { permissions: [], allTenants: false });
    expect((await of.directory.search(offer, 'zurich', { choices })).tenants).toEqual([
      plant(7),
      plant(70),
    ]);
    expect((await of.directory.search(offer, 'zurich 8', { choices })).tenants).toEqual([]);
    expect(of.asked.searches).toEqual([]);
  });

  it('does not go by what is very old, however long the platform takes', async () => {
    const of = setUp(2);
    await of.whole();
    of.later(16 * MINUTE);
    of.now.session(err({ code: 'timeout' }));
    expect(await of.directory.offer(SECOND)).toEqual(err({ code: 'timeout' }));
  });

  it('goes on through an outage of minutes, but not past a key that is refused', async () => {
    const of = setUp(2);
    await of.whole();
    of.later(2 * MINUTE);
    of.now.session(err({ code: 'server_error', status: 503 }));
    of.now.list({ code: 'server_error', status: 503 });
    expect((await of.offer()).tenants).toHaveLength(2);
    await eventually(() => of.asked.session === 2);
    expect((await of.offer()).listMissing).toBe(false);
    of.now.session(err({ code: 'signed_out' }));
    await eventually(async () => {
      const answer = await of.directory.offer(SECOND);
      return !answer.ok && answer.error.code === 'signed_out';
    });
  });

  it('refuses a key that may not manage tokens', async () => {
    const of = setUp(2);
    of.now.session(ok(session({ user: null, canManageTokens: false })));
    expect(await of.directory.offer(SECOND)).toEqual(err({ code: 'forbidden' }));
  });

  it.each([
    { code: 'forbidden' },
    { code: 'not_found' },
    { code: 'conflict' },
    { code: 'invalid', fields: [] },
    { code: 'malformed' },
    { code: 'redirected' },
    { code: 'timeout' },
  ] as const)(
    'offers the own tenant where the list is $code, and says that it is missing',
    async (error) => {
      const of = setUp(300);
      of.now.list(error);
      const offer = await of.offer();
      expect(offer).toMatchObject({ tenants: [NORTH], total: 1, listMissing: true });
      expect(await of.directory.find(offer, NORTH.id, '')).toEqual(ok(NORTH));
      expect((await of.directory.search(offer, 'nord')).tenants).toEqual([NORTH]);
      of.now.list(undefined);
      of.later(11 * SECOND);
      await of.whole();
      expect(await of.offer()).toMatchObject({ total: 300, listMissing: false });
    },
  );

  it('waits no longer for the first page than it is given', async () => {
    const of = setUp(2);
    const asking = of.offer(5);
    of.now.slow(undefined);
    expect((await asking).session.tenant.id).toBe(NORTH.id);
    const stuck = setUp(2);
    await stuck.directory.answers(0);
    stuck.now.slow(new Promise(() => undefined));
    expect(await stuck.offer(5)).toMatchObject({ listMissing: true, tenants: [NORTH] });
  });

  it('keeps the whole list where reading it anew breaks off in the middle', async () => {
    const of = setUp(601);
    await of.whole();
    of.later(2 * MINUTE);
    of.now.brokenFrom(3);
    await of.offer();
    await eventually(() => of.asked.pages.length === 7);
    expect((await of.offer()).tenants).toHaveLength(601);
  });

  it('offers what it has of a list that broke off, and lets the platform find the rest', async () => {
    const of = setUp(601);
    of.now.brokenFrom(2);
    const offer = await of.offer();
    expect(offer.tenants).toHaveLength(200);
    expect(hasMore(offer)).toBe(true);
    const { tenants, missed } = await of.directory.search(offer, 'zurich 555');
    expect({ tenants, missed }).toEqual({ tenants: [plant(555)], missed: 'nothing' });
    expect((await of.directory.search(offer, 'zurich')).missed).toBe('further');
    of.now.list({ code: 'server_error', status: 503 });
    expect((await of.directory.search(offer, 'zurich 5')).missed).toBe('unanswered');
    of.now.list(undefined);
    expect(await of.directory.find(offer, plant(555).id, 'Zürich 555')).toEqual(ok(plant(555)));
    expect(of.asked.searches).toEqual(['zurich 555', 'zurich', 'zurich 5']);
  });

  describe('does not go by the name that a tenant had long ago', () => {
    const RENAMED = { ...HARBOUR, name: 'Sued' };
    const renamed = (of: ReturnType<typeof setUp>) => of.now.tenants([NORTH, RENAMED]);
    const setUpWith = () => {
      const of = setUp(1);
      of.now.tenants([NORTH, HARBOUR]);
      return of;
    };

    it('where the list can no longer be read', async () => {
      const of = setUpWith();
      await of.whole();
      renamed(of);
      of.now.list({ code: 'server_error', status: 503 });
      for (let minutes = 0; minutes < 17; minutes += 1) {
        of.later(MINUTE);
        await of.offer();
      }
      const offer = await of.offer();
      expect(offer).toMatchObject({ tenants: [NORTH], listMissing: true });
      expect((await of.directory.find(offer, HARBOUR.id, HARBOUR.name)).ok).toBe(false);
      of.now.list(undefined);
      of.later(MINUTE);
      await of.whole();
      expect(await of.directory.find(await of.offer(), HARBOUR.id, HARBOUR.name)).toEqual(
        ok(RENAMED),
      );
    });

    it('where the key may no longer read the list, not for a moment', async () => {
      const of = setUpWith();
      await of.whole();
      of.now.list({ code: 'forbidden' });
      of.later(2 * MINUTE);
      await eventually(async () => (await of.offer()).listMissing);
      expect((await of.offer()).tenants).toEqual([NORTH]);
    });

    it('where a search alone has found it, beside a list that cannot be read', async () => {
      const of = setUpWith();
      of.now.brokenFrom(1);
      const offer = await of.offer();
      of.now.brokenFrom(Infinity);
      expect((await of.directory.search(offer, 'harbour')).tenants).toEqual([HARBOUR]);
      renamed(of);
      of.later(16 * MINUTE);
      of.now.brokenFrom(1);
      const later = await of.offer();
      of.now.brokenFrom(Infinity);
      expect(await of.directory.find(later, HARBOUR.id, HARBOUR.name)).toEqual(ok(undefined));
    });
  });

  it('goes by a list for as long as reading a long one anew may take', async () => {
    const of = setUp(601);
    await of.whole();
    of.later(15 * MINUTE);
    expect((await of.offer()).tenants).toHaveLength(601);
  });

  it('finds a tenant that is newer than its list', async () => {
    const of = setUp(2);
    await of.whole();
    of.now.tenants([NORTH, plant(0), HARBOUR]);
    const offer = await of.offer();
    expect((await of.directory.search(offer, 'harbour')).tenants).toEqual([HARBOUR]);
    expect(await of.directory.find(offer, HARBOUR.id, 'Harbour')).toEqual(ok(HARBOUR));
    expect(await of.directory.find(offer, uuid(9), 'Nobody')).toEqual(ok(undefined));
  });
});
