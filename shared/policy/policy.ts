import * as z from 'zod/mini';
import { ALL_TENANTS } from '../all-tenants.ts';
import { MAX_YEARS_AHEAD } from '../expiry.ts';
import { type Permission, PERMISSIONS } from '../permissions.ts';
import { parseJsonFile } from '../json-file.ts';
import { ok, type Result } from '../result.ts';
import { type ListedTenant, listedTenantsSchema } from './listed-tenant.ts';
import {
  type Approval,
  approvalSchema,
  groupIdsSchema,
  idsSchema,
  userIdsSchema,
  wholeApproval,
} from './approval.ts';

/** The word for "each of the tenants, one at a time" in a rule. Not the choice "All tenants". */
export const ANY_TENANT = 'any';

/** One grant: who may have which tenants, permissions and lifetimes. */
export interface Rule {
  readonly who: {
    readonly users: readonly string[];
    readonly groups: readonly string[];
    /** Where the command is typed. */
    readonly channels: readonly string[];
  };
  /** Names or ids of tenants, one at a time; {@link ANY_TENANT} for each. */
  readonly tenants: readonly string[] | typeof ANY_TENANT;
  /** Whether the choice "All tenants" is granted. */
  readonly allTenants: boolean;
  readonly permissions: readonly Permission[];
  /** Days from today; null where a token may last for ever. */
  readonly maxDays: number | null;
  /** Whom to ask for more than the rule grants; null for the policy's own. */
  readonly ask: string | null;
  /** The same by id, beside `ask`. */
  readonly askIds?: readonly string[];
  /** Whose yes is needed for what the rule grants; missing where nobody's is. */
  readonly approval?: Approval;
  /** What the file's author wrote beside the rule. */
  readonly note?: string;
}

/** Who may have which tokens. What no rule grants is refused. */
export interface Policy {
  /** Whom to ask, in plain words: a name, a channel, an address. */
  readonly ask: string;
  /** The same by id, for what can show a mention or a channel: people, user groups, channels. */
  readonly askIds?: readonly string[];
  /** Tenants whose tokens people make, beside those that the platform lists. */
  readonly tenants?: readonly ListedTenant[];
  /** Who makes the tokens that no call makes, where the rule that grants them names nobody. */
  readonly handOver?: Approval;
  readonly rules: readonly Rule[];
}

const whom = z
  .string()
  .check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(200, 'at most 200 characters'));

const whomIds = z.optional(
  z
    .array(
      z.string().check(
        z.regex(/^[UWSCG][A-Z0-9]{2,}$/, {
          error: 'must be the id of a person, a user group or a channel, such as C012AB3CD',
        }),
      ),
    )
    .check(z.maxLength(5, 'at most 5 ids')),
);

const tenantsSchema = z.array(z.string().check(z.minLength(1)));

const MAX_DAYS = MAX_YEARS_AHEAD * 366;

const days = `must be a whole number of days from 1 to ${MAX_DAYS}`;

const whoSchema = z
  .strictObject({
    users: userIdsSchema,
    groups: groupIdsSchema,
    channels: idsSchema(/^[CGD][A-Z0-9]{2,}$/, 'must be a channel id such as C012AB3CD'),
  })
  .check(({ value, issues }) => {
    if (![value.users, value.groups, value.channels].some((each) => each && each.length > 0)) {
      const message = 'name at least one of users, groups, channels';
      issues.push({ code: 'custom', input: value, message });
    }
  });

const ruleSchema = z
  .strictObject({
    note: z.optional(z.string()),
    who: whoSchema,
    tenants: z.optional(
      z.union([z.literal(ANY_TENANT), tenantsSchema], {
        error: `must be a list of names or ids, or "${ANY_TENANT}"`,
      }),
    ),
    allTenants: z.optional(z.boolean({ error: 'must be true or false' })),
    permissions: z
      .array(z.enum(PERMISSIONS, { error: `must be one of ${PERMISSIONS.join(', ')}` }))
      .check(z.minLength(1, 'name at least one permission')),
    maxDays: z.optional(
      z.int({ error: days }).check(z.gte(1, { error: days }), z.lte(MAX_DAYS, { error: days })),
    ),
    never: z.optional(z.boolean({ error: 'must be true or false' })),
    ask: z.optional(whom),
    askIds: whomIds,
    approval: z.optional(approvalSchema),
  })
  .check(({ value, issues }) => {
    const add = (path: string[], message: string): void => {
      issues.push({ code: 'custom', input: value, message, path });
    };
    const { tenants = [] } = value;
    if (tenants.length === 0 && value.allTenants !== true) {
      add(['tenants'], 'name tenants, or set allTenants to true');
    }
    if (Array.isArray(tenants) && tenants.includes(ALL_TENANTS)) {
      add(
        ['tenants'],
        `the choice "All tenants" is granted by allTenants, each tenant by "${ANY_TENANT}"`,
      );
    }
    if (value.askIds !== undefined && value.ask === undefined) {
      add(['askIds'], 'stands beside ask, which says the same in words');
    }
    if (value.never === true && value.maxDays !== undefined) {
      add(['maxDays'], 'never grants every lifetime: leave maxDays out');
    }
    if (value.never !== true && value.maxDays === undefined) {
      add(['maxDays'], 'say how many days a token may last, or set never to true');
    }
  });

/** A policy's file; {@link parsePolicy} reads it. */
export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  ask: whom,
  askIds: whomIds,
  tenants: z.optional(listedTenantsSchema),
  handOver: z.optional(approvalSchema),
  rules: z.array(ruleSchema),
});

/**
 * Reads a policy.
 * @param text the file's text, JSON
 * @returns the policy, or every fault with the path to it: `rules[2].permissions[0]: must be one of …`
 */
export const parsePolicy = (text: string): Result<Policy, string[]> => {
  const file = parseJsonFile(text, policySchema);
  if (!file.ok) return file;
  const { ask, askIds, tenants, handOver, rules } = file.value;
  return ok({
    ask,
    ...(askIds && { askIds }),
    ...(tenants && { tenants }),
    ...(handOver && { handOver: wholeApproval(handOver) }),
    rules: rules.map((rule) => ({
      who: {
        users: rule.who.users ?? [],
        groups: rule.who.groups ?? [],
        channels: rule.who.channels ?? [],
      },
      tenants: rule.tenants ?? [],
      allTenants: rule.allTenants ?? false,
      permissions: rule.permissions,
      maxDays: rule.never === true ? null : (rule.maxDays ?? 0),
      ask: rule.ask ?? null,
      ...(rule.askIds && { askIds: rule.askIds }),
      ...(rule.approval && { approval: wholeApproval(rule.approval) }),
      ...(rule.note !== undefined && { note: rule.note }),
    })),
  });
};
