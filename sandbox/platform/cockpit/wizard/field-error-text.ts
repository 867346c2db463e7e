import { fill } from '../../../../shared/messages/fill.ts';
import type { FieldError, RequestField } from '../../../../shared/token-request.ts';
import type { Texts } from '../messages/texts.ts';

/** What is wrong with a field, in words; undefined where nothing is. */
export const fieldErrorText = (
  field: RequestField,
  errors: readonly FieldError[],
  { core }: Texts,
): string | undefined => {
  const error = errors.find((each) => each.field === field);
  if (!error) return undefined;
  return error.code === 'required'
    ? core.fieldErrors.required[field]
    : fill(core.fieldErrors[error.code], error.max === undefined ? {} : { max: error.max });
};
