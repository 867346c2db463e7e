import type { Result } from '../../../shared/result.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { RequestContext } from './env.ts';

/** Answers with an error in the contract's form. */
export const refuse = (c: RequestContext, refusal: Refusal): Response => {
  const { status, error, fields, headers = {} } = refusal;
  return c.json({ error, code: status, ...(fields ? { fields } : {}) }, status, { ...headers });
};

/** Answers with what a rule gave, or with why it refused. */
export const answer = <T>(
  c: RequestContext,
  result: Result<T, Refusal>,
  success: (value: T) => Response,
): Response => (result.ok ? success(result.value) : refuse(c, result.error));

/** 204, nothing to say. */
export const noContent = (c: RequestContext): Response => c.body(null, 204);
