import type { Asker } from '../../shared/policy/asker.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { Person } from '../people/people.ts';
import type { Failure } from '../slack/outcome.ts';
import type { Offer } from '../tenants/tenant-directory.ts';

/** All that a form and a decision are made from. */
export interface Circumstances {
  readonly policy: Policy;
  readonly person: Person;
  /** The same person, with what the policy has to know of them. */
  readonly asker: Asker;
  /** Why Slack did not give the groups, which then grant nothing; undefined where it did. */
  readonly unsure: Failure | undefined;
  readonly offer: Offer;
  /** Milliseconds since the epoch. */
  readonly now: number;
}
