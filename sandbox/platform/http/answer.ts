import type { Result } from '../../../shared/result.ts';
import { FIELDS } from '../../../shared/tenant-api/endpoints.ts';
import { toWire } from '../../../shared/tenant-api/wire.ts';
import type { Fault, Refusal } from '../rules/refusal.ts';
import type { RequestContext } from './env.ts';

/** The body of an error, as the contract has it. */
export const errorBody = (status: number, message: string, fields?: readonly Fault[]): object =>
  toWire(FIELDS.error, {
    message,
    status,
    fields: fields?.map((fault) => toWire(FIELDS.fieldError, fault)),
  });

/** Answers with an error in the contract's form. */
export const refuse = (c: RequestContext, refusal: Refusal): Response => {
  const { status, error, fields, headers = {} } = refusal;
  return c.json(errorBody(status, error, fields), status, { ...headers });
};

/** Answers with what a rule gave, or with why it refused. */
export const answer = <T>(
  c: RequestContext,
  result: Result<T, Refusal>,
  success: (value: T) => Response,
): Response => (result.ok ? success(result.value) : refuse(c, result.error));

/** 204, nothing to say. */
export const noContent = (c: RequestContext): Response => c.body(null, 204);
