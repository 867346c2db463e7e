import { ANY_TENANT, type Policy } from '../../shared/policy/policy.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { nameForm } from '../../shared/policy/tenant-names.ts';

/**
 * The tenants whose tokens people make: those that the policy lists, each with its page.
 * @param page of those that have none of their own; null where none is set
 * @param alone whether no platform lists tenants, so that those which rules name are meant too
 * @returns them, and the names of those for which no page is known
 */
export const peoplesTenants = (
  { tenants = [], rules }: Pick<Policy, 'tenants' | 'rules'>,
  page: string | null,
  alone: boolean,
): { readonly tenants: readonly Tenant[]; readonly withoutPage: readonly string[] } => {
  const listed = tenants.flatMap(({ name, id = name, timeZone = '', tokens, ...own }): Tenant[] => {
    const at = own.page ?? page;
    if (at === null) return [];
    const handOver = { page: at, tokens: tokens ?? 'documented' } as const;
    return [{ id, name, parentId: null, timeZone, handOver }];
  });
  const withoutPage = tenants.flatMap((each) =>
    each.page === undefined && page === null ? [each.name] : [],
  );
  if (!alone || page === null) return { tenants: listed, withoutPage };
  const known = new Set(listed.flatMap(({ id, name }) => [nameForm(id), nameForm(name)]));
  const named = rules.flatMap((rule) => (rule.tenants === ANY_TENANT ? [] : rule.tenants));
  const others = [...new Set(named)].filter((name) => !known.has(nameForm(name)));
  const handOver = { page, tokens: 'documented' } as const;
  return {
    tenants: [
      ...listed,
      ...others.map((name) => ({ id: name, name, parentId: null, timeZone: '', handOver })),
    ],
    withoutPage,
  };
};
