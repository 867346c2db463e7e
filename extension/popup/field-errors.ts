import { fill } from '../../shared/messages/fill.ts';
import { isAlike } from '../../shared/same-draft.ts';
import type { Draft, FieldError, RequestField } from '../../shared/token-request.ts';
import type { Texts } from '../messages/en.ts';
import type { Model } from './model.ts';

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

/** Whether what stands in a field came from a link: it is marked then, and described so. */
export const isLinked = (
  { link }: Model,
  { draft }: { readonly draft: Draft },
  key: keyof Draft,
): boolean => {
  const { came } = link ?? {};
  return came?.[key] !== undefined && isAlike(came, draft, key);
};

/** The attributes that tie a control to its hint and its error. */
export const described = (
  id: string,
  error: string | undefined,
  linked: boolean,
  hint = false,
) => ({
  'aria-invalid': error === undefined ? undefined : ('true' as const),
  'aria-describedby':
    [linked ? 'linked' : '', hint ? `${id}-hint` : '', error === undefined ? '' : `${id}-error`]
      .filter(Boolean)
      .join(' ') || undefined,
});
