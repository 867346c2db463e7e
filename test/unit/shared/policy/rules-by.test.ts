import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asker } from '../../../../shared/policy/asker.ts';
import type { Rule } from '../../../../shared/policy/policy.ts';
import { rulesFor, rulesHere, rulesOn } from '../../../../shared/policy/rules-by.ts';
import { askers, asks, policies } from './arbitraries.ts';

/** What the manual says of `who`, without any index. */
const isFor = ({ who }: Rule, { id, kind, groups, channel }: Asker): boolean => {
  if (kind === 'gone') return false;
  if (who.users.includes(id)) return true;
  if (kind !== 'member') return false;
  return (
    who.groups.some((each) => groups.includes(each)) ||
    (channel !== null && who.channels.includes(channel))
  );
};

describe('the rules of a policy, found by what they name', () => {
  it('are those that are for a person, in the file’s order', () => {
    fc.assert(
      fc.property(policies, askers, (policy, who) => {
        expect(rulesFor(policy, who)).toEqual(policy.rules.filter((rule) => isFor(rule, who)));
      }),
      { numRuns: 2000 },
    );
  });

  it('are those of a person and a tenant, in the file’s order', () => {
    fc.assert(
      fc.property(policies, askers, asks, (policy, who, { tenant }) => {
        const expected = policy.rules.filter(
          (rule) => isFor(rule, who) && rulesOn([rule], tenant).length > 0,
        );
        expect(rulesHere(policy, who, tenant)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
