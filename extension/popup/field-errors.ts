import { fill } from '../../shared/messages/fill.ts';
import type { FieldError, RequestField } from '../../shared/token-request.ts';
import type { Texts } from '../messages/en.ts';

/** What is wrong with a field, in words; undefined where nothing is. */
export const fieldErrorText = (
  errors: readonly FieldError[],
  field: RequestField,
  texts: Texts,
): string | undefined => {
  const error = errors.find((each) => each.field === field);
  if (!error) return undefined;
  if (error.code === 'required') return texts.fieldErrors.required[field];
  return fill(texts.fieldErrors[error.code], error.max === undefined ? {} : { max: error.max });
};

/** The attributes that tie a control to its hint and its error. */
export const described = (id: string, error: string | undefined, hint = false) => ({
  'aria-invalid': error === undefined ? undefined : ('true' as const),
  'aria-describedby':
    [hint ? `${id}-hint` : '', error === undefined ? '' : `${id}-error`]
      .filter(Boolean)
      .join(' ') || undefined,
});
