import { ANY_TENANT, type Policy } from '../../shared/policy/policy.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { nameForm } from '../../shared/policy/tenant-names.ts';
import { plainId } from '../../shared/uuid.ts';
import { LIMITS } from '../messages/block-kit.ts';

/** What a policy says of tenants whose tokens people make. */
interface PeoplesTenants {
  readonly tenants: readonly Tenant[];
  /** The names of those for which no page is known. */
  readonly withoutPage: readonly string[];
  /** The names of those without an id that are too long to be one: with such a choice Slack takes no form. */
  readonly namedTooLong: readonly string[];
}

/**
 * The tenants whose tokens people make: those that the policy lists, each with its page.
 * @param page of those that have none of their own; null where none is set
 * @param alone whether no platform lists tenants, so that those which rules name are meant too
 * @returns them, and the names of those that are left out
 */
export const peoplesTenants = (
  { tenants = [], rules }: Pick<Policy, 'tenants' | 'rules'>,
  page: string | null,
  alone: boolean,
): PeoplesTenants => {
  const known = new Set(tenants.flatMap(({ name, id = name }) => [nameForm(id), nameForm(name)]));
  const named = rules.flatMap((rule) => (rule.tenants === ANY_TENANT ? [] : rule.tenants));
  const others = alone ? [...new Set(named)].filter((name) => !known.has(nameForm(name))) : [];
  const all: NonNullable<Policy['tenants']> = [...tenants, ...others.map((name) => ({ name }))];
  const fits = ({ name, id = name }: (typeof all)[number]): boolean => id.length <= LIMITS.option;
  return {
    tenants: all
      .filter(fits)
      .flatMap(({ name, id = name, timeZone = '', tokens = 'documented', ...own }) => {
        const at = own.page ?? page;
        if (at === null) return [];
        return [
          { id: plainId(id), name, parentId: null, timeZone, handOver: { page: at, tokens } },
        ];
      }),
    namedTooLong: all.flatMap((each) => (fits(each) ? [] : [each.name])),
    withoutPage:
      page === null ? tenants.flatMap((each) => (each.page === undefined ? [each.name] : [])) : [],
  };
};
