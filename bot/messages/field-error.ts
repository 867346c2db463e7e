import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { FieldError } from '../../shared/token-request.ts';
import { TEXTS } from './texts.ts';

/** A fault of a field, in words. */
export const fieldErrorIn = (language: Language, { field, code, max }: FieldError): string => {
  const { fieldErrors } = TEXTS[language];
  if (code === 'required') return fieldErrors.required[field];
  return fill(fieldErrors[code], max === undefined ? {} : { max });
};
