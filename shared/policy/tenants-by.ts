import { derivedOf } from '../derived-list.ts';
import { nameForms, type PolicyTenant } from './tenant-names.ts';

/** The places of tenants in a list, by each name or id with which a rule can name them. */
type TenantsBy = ReadonlyMap<string, number | readonly number[]>;

const tenantsBy = derivedOf<PolicyTenant, TenantsBy>(() => {
  const by = new Map<string, number | number[]>();
  return {
    add: (tenant, place) => {
      for (const form of nameForms(tenant)) {
        const before = by.get(form);
        // Nearly every name is one tenant's alone.
        if (before === undefined) by.set(form, place);
        else if (typeof before !== 'number') before.push(place);
        else if (before !== place) by.set(form, [before, place]);
      }
    },
    end: () => by,
  };
});

/** Gets a list ready, in slices between which others have their turn. */
export const readyToBeNamed = tenantsBy.ready;

/** Where in a list those stand that have one of some names or ids, in the list's order, each once. */
export const placesNamed = (
  tenants: readonly PolicyTenant[],
  forms: Iterable<string>,
): readonly number[] => {
  const by = tenantsBy.of(tenants);
  const places = [...forms].flatMap((form) => by.get(form) ?? []);
  return [...new Set(places)].toSorted((one, other) => one - other);
};

/** Whether a list has one of that name or id, in the form in which rules compare it. */
export const hasNamed = (tenants: readonly PolicyTenant[], form: string): boolean =>
  tenantsBy.of(tenants).has(form);
