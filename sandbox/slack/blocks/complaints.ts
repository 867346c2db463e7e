import type * as z from 'zod';

/** What is wrong at one place of what an app sent. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const article = (expected: string): string =>
  `must provide ${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`;

const typeOf = (input: unknown): string => {
  const type: unknown =
    typeof input === 'object' && input && 'type' in input ? input.type : undefined;
  return typeof type === 'string' ? type : 'none';
};

const sizeMessage = (issue: {
  readonly origin: string;
  readonly code: 'too_big' | 'too_small';
  readonly limit: number;
}): string => {
  const { origin, code, limit } = issue;
  if (origin === 'array') {
    return code === 'too_big'
      ? `no more than ${limit} items allowed`
      : `no fewer than ${limit} items allowed`;
  }
  const unit = origin === 'string' ? ' characters' : '';
  return code === 'too_big'
    ? `must be less than ${limit + 1}${unit}`
    : `must be more than ${limit - 1}${unit}`;
};

const pathOf = (issue: z.core.$ZodIssue): (string | number)[] =>
  issue.path.map((step) => (typeof step === 'number' ? step : String(step)));

const complaintsOf = (issue: z.core.$ZodIssue): Complaint[] => {
  const path = pathOf(issue);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path, message: `invalid additional property: ${key}` }));
    case 'invalid_type':
      return issue.input === undefined && path.length > 0
        ? [
            {
              path: path.slice(0, -1),
              message: `missing required field: ${String(path.at(-1))}`,
            },
          ]
        : [{ path, message: article(issue.expected) }];
    case 'too_big':
      return [
        {
          path,
          message: sizeMessage({
            origin: issue.origin,
            code: issue.code,
            limit: Number(issue.maximum),
          }),
        },
      ];
    case 'too_small':
      return [
        {
          path,
          message: sizeMessage({
            origin: issue.origin,
            code: issue.code,
            limit: Number(issue.minimum),
          }),
        },
      ];
    case 'invalid_union':
      // The path of a union told apart by its type ends in that type.
      return path.at(-1) === 'type'
        ? [{ path, message: `unsupported type: ${typeOf(issue.input)}` }]
        : [{ path, message: 'failed to match all allowed schemas' }];
    case 'invalid_value':
      return [{ path, message: `must be a valid enum value` }];
    default:
      return [{ path, message: issue.message }];
  }
};

/** A schema's issues as complaints; the parse needs `reportInput`. */
export const complaintsOfIssues = (issues: readonly z.core.$ZodIssue[]): Complaint[] =>
  issues.flatMap(complaintsOf);

const pointer = (path: readonly (string | number)[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Complaints as the Web API words them, in `response_metadata.messages`. */
export const toMessages = (complaints: readonly Complaint[], root: string): string[] =>
  complaints.map(
    ({ path, message }) => `[ERROR] ${message} [json-pointer:/${root}${pointer(path)}]`,
  );
