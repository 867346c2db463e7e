import * as z from 'zod/mini';
import { policySchema } from '../../shared/policy/policy.ts';

/** What an editor says of a member; those that mean something else in another place are left out. */
const SAYS: Readonly<Record<string, string>> = {
  ask: 'Whom to ask, in plain words; stands in every refusal.',
  askIds: 'The same by id, beside ask: people, user groups, channels.',
  who: 'users, groups (user groups) and channels, by id; one of them is enough.',
  allTenants: 'true grants the choice "All tenants", future ones included.',
  permissions: 'What a token of this rule may do.',
  maxDays: 'How many days from today a token may last.',
  never: 'true, in place of maxDays: a token may last for ever.',
  approval: 'Whose yes the rule needs; without it nobody’s.',
  lapsesAfterDays: 'After so many days a request that nobody answered lapses; 3 unless said.',
  mayApproveTheirOwn: 'Those who may approve what they asked for themselves.',
  note: 'For whoever reads the file, and for approvers, who read it in the request.',
  handOver: 'Who makes the tokens that no call makes, where the rule names nobody.',
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown, key: string) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

const explained = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(explained);
  if (!isRecord(node)) return node;
  return mapValues(node, (value, key) =>
    key === 'properties' && isRecord(value) ? mapValues(value, member) : explained(value),
  );
};

const member = (schema: unknown, name: string): unknown => {
  const description = SAYS[name];
  const inner = explained(schema);
  return description !== undefined && isRecord(inner) ? { description, ...inner } : inner;
};

/**
 * The policy file as a JSON Schema, for editors. What depends on several members together is said by
 * `npm run policy -- check` alone.
 */
export const policyJsonSchema = (): unknown =>
  explained({
    ...z.toJSONSchema(policySchema, { io: 'input', unrepresentable: 'any' }),
    title: 'Tenant Token: who may have which API tokens',
  });
