import { ok } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { joinedLists } from './joined-lists.ts';
import type { TenantDirectory } from './tenant-directory.ts';

/**
 * The tenants of a platform, and before them those whose tokens people make.
 * @param directory of the platform, which may be others' too
 * @param byPeople those that are known now; the same list for as long as nothing changes
 */
export const withPeoplesTenants = (
  directory: TenantDirectory,
  byPeople: () => readonly Tenant[],
): TenantDirectory => {
  const listOf = joinedLists(([theirs = [], of = []]) => {
    const ids = new Set(of.map(({ id }) => id));
    return [...theirs.filter(({ id }) => !ids.has(id)), ...of];
  });

  return {
    ...directory,
    offer: async (patience) => {
      const offer = await directory.offer(patience);
      const theirs = byPeople();
      // Where the platform does not list its own, the form says that there is one alone.
      if (!offer.ok || offer.value.listMissing || theirs.length === 0) return offer;
      const { tenants, total } = offer.value;
      const all = await listOf([theirs, tenants]);
      return ok({ ...offer.value, tenants: all, total: total + all.length - tenants.length });
    },
    find: async (offer, id, name) => {
      const theirs = byPeople().find((tenant) => tenant.id === id);
      // It is there whatever the platform lists or answers; only one that this lists itself goes before.
      if (theirs) return ok(offer.tenants.find((tenant) => tenant.id === id) ?? theirs);
      return directory.find(offer, id, name);
    },
  };
};
