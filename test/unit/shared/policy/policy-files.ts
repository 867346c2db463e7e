import { parsePolicy } from '../../../../shared/policy/policy.ts';

/** A rule as a file has it. */
export const RULE = {
  who: { users: ['U012AB3CD'] },
  tenants: ['Nord'],
  permissions: ['read'],
  maxDays: 90,
};

/** What is wrong with a file; nothing where it is a policy. */
export const faultsOf = (file: unknown): readonly string[] => {
  const parsed = parsePolicy(typeof file === 'string' ? file : JSON.stringify(file));
  return parsed.ok ? [] : parsed.error;
};

/** A file whose second rule is changed. */
export const withRule = (changes: object): object => ({
  ask: 'Ada',
  rules: [RULE, { ...RULE, ...changes }],
});
