import type * as z from 'zod/mini';
import type { Fault } from '../rules/refusal.ts';

/** An issue with a code of this platform's own, for a schema's check. */
export const fault = (code: string, input: unknown, max?: number) => ({
  code: 'custom' as const,
  input,
  params: max === undefined ? { code } : { code, max },
});

const codeOf = (issue: z.core.$ZodIssue): Omit<Fault, 'field'> => {
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    const max: unknown = issue.params?.['max'];
    return {
      code: typeof code === 'string' ? code : 'unknown',
      ...(typeof max === 'number' ? { max } : {}),
    };
  }
  if (issue.code === 'invalid_type') {
    return { code: issue.input === undefined ? 'required' : 'wrong_type' };
  }
  return { code: 'unknown' };
};

/**
 * A schema's issues as the contract's fields, each field's first; the whole body is the field "".
 * @param issues of a parse with `reportInput`, without which an absent member cannot be told
 */
export const faultsOf = (issues: readonly z.core.$ZodIssue[]): Fault[] => {
  const faults = new Map<string, Fault>();
  const add = (found: Fault): void => {
    if (!faults.has(found.field)) faults.set(found.field, found);
  };
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const field of issue.keys) add({ field, code: 'unknown_member' });
    } else {
      add({ field: String(issue.path[0] ?? ''), ...codeOf(issue) });
    }
  }
  return [...faults.values()];
};
