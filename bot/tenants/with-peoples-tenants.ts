import { ok } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import type { TenantDirectory } from './tenant-directory.ts';
import { getReady } from './tenant-list.ts';

/**
 * The tenants of a platform, and before them those whose tokens people make.
 * @param directory of the platform, which may be others' too
 * @param byPeople those that are known now; the same list for as long as nothing changes
 */
export const withPeoplesTenants = (
  directory: TenantDirectory,
  byPeople: () => readonly Tenant[],
): TenantDirectory => {
  let shown:
    | {
        readonly theirs: readonly Tenant[];
        readonly of: readonly Tenant[];
        readonly all: readonly Tenant[];
      }
    | undefined;

  const listOf = async (
    theirs: readonly Tenant[],
    of: readonly Tenant[],
  ): Promise<readonly Tenant[]> => {
    if (shown?.theirs === theirs && shown.of === of) return shown.all;
    const ids = new Set(of.map(({ id }) => id));
    const all = [...theirs.filter(({ id }) => !ids.has(id)), ...of];
    await getReady(all);
    shown = { theirs, of, all };
    return all;
  };

  return {
    ...directory,
    offer: async (patience) => {
      const offer = await directory.offer(patience);
      const theirs = byPeople();
      // Where the platform does not list its own, the form says that there is one alone.
      if (!offer.ok || offer.value.listMissing || theirs.length === 0) return offer;
      const { tenants, total } = offer.value;
      const all = await listOf(theirs, tenants);
      return ok({ ...offer.value, tenants: all, total: total + all.length - tenants.length });
    },
  };
};
