import * as z from 'zod';
import type { Service } from '../service.ts';
import { fail, type Outcome } from './outcome.ts';
import type { Tier } from './rate-limits.ts';

/** A method of the Web API. */
export interface Method {
  readonly token: 'bot' | 'app' | 'none';
  /** The scope that it needs, where that does not depend on its arguments. */
  readonly scope?: string;
  readonly tier: Tier;
  readonly run: (service: Service, args: Readonly<Record<string, unknown>>) => Outcome;
}

/** A text, trimmed of nothing; a number or a boolean of JSON bodies too. */
export const word = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value));

/** true, "true" or "1". */
export const flag = z
  .union([z.boolean(), z.string(), z.number()])
  .transform((value) => value === true || value === 'true' || value === '1' || value === 1);

/** An argument that came as JSON, to be checked where it is used. */
export const json = z.unknown();

const missing = (issues: readonly z.core.$ZodIssue[]): string[] =>
  issues.map(({ path, message, code }) =>
    code === 'invalid_type' || code === 'invalid_union'
      ? `[ERROR] missing required field: ${path.join('/')}`
      : `[ERROR] ${message} [json-pointer:/${path.join('/')}]`,
  );

/** Makes a method that checks its arguments first; unknown ones are let pass, as Slack does. */
export const defineMethod = <Shape extends z.ZodRawShape>(
  facts: Pick<Method, 'token' | 'tier'> & { readonly scope?: string },
  shape: Shape,
  run: (service: Service, args: z.output<z.ZodObject<Shape>>) => Outcome,
): Method => {
  const schema = z.object(shape);
  return {
    ...facts,
    run: (service, args) => {
      const parsed = schema.safeParse(args);
      return parsed.success
        ? run(service, parsed.data)
        : fail('invalid_arguments', missing(parsed.error.issues));
    },
  };
};

/** What is said of a scope that the token lacks. */
export const missingScope = (service: Service, needed: string): Outcome => ({
  ok: false,
  error: 'missing_scope',
  needed,
  provided: [...service.world.app.scopes].join(','),
});

/** A page of a list, by its cursor. @returns undefined for a cursor that is none */
export const pageOf = <T>(
  items: readonly T[],
  limit: number,
  cursor: string | undefined,
): { readonly items: readonly T[]; readonly next: string } | undefined => {
  const start = cursor ? Number(Buffer.from(cursor, 'base64url').toString().slice(5)) : 0;
  if (!Number.isInteger(start) || start < 0) return undefined;
  const end = start + limit;
  return {
    items: items.slice(start, end),
    next: end < items.length ? Buffer.from(`from:${end}`).toString('base64url') : '',
  };
};
