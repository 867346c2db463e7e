import type { Result } from '../../../../shared/result.ts';
import {
  type FieldError,
  type RequestContext,
  type RequestField,
  type TokenRequest,
  validateTokenRequest,
} from '../../../../shared/token-request.ts';
import { context, request } from '../examples.ts';

/** Validates the example request with some of its fields replaced by anything at all. */
export const validate = (
  changes: { readonly [Field in RequestField]?: unknown },
  changedContext: Partial<RequestContext> = {},
): Result<TokenRequest, FieldError[]> =>
  validateTokenRequest({ ...request(), ...changes }, context(changedContext));

/** Each field that was refused, with its code; empty where the request is fine. */
export const faults = (
  changes: { readonly [Field in RequestField]?: unknown },
  changedContext: Partial<RequestContext> = {},
): Record<string, string> => {
  const result = validate(changes, changedContext);
  return result.ok ? {} : Object.fromEntries(result.error.map(({ field, code }) => [field, code]));
};
