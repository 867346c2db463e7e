import {
  type OtherField,
  type RequestField,
  TEXT_FIELD_NAMES,
  TEXT_FIELDS,
  type TextField,
  type TextRule,
  type Texts,
} from './request-fields.ts';

// Apart from the declaration, which the popup carries: it needs none of this.

const OTHERS: { readonly [Field in OtherField]: true } = {
  expiresOn: true,
  tenantId: true,
  permissions: true,
};

/** Every field, in the order of the forms. */
export const REQUEST_FIELDS: readonly RequestField[] = [
  ...TEXT_FIELD_NAMES,
  ...(Object.keys(OTHERS) as OtherField[]),
];

/** Whether a field holds text. */
export const isTextField = (field: RequestField): field is TextField =>
  Object.hasOwn(TEXT_FIELDS, field);

/** Something for each field that holds text. */
export const forTexts = <T>(
  make: (field: TextField, rule: TextRule) => T,
): { readonly [Field in TextField]: T } =>
  Object.fromEntries(TEXT_FIELD_NAMES.map((field) => [field, make(field, TEXT_FIELDS[field])])) as {
    readonly [Field in TextField]: T;
  };

/** The texts alone, of something that has more. */
export const textsOf = (from: Texts): Texts => forTexts((field) => from[field]);

/** The texts of a form in which nobody has typed yet. */
export const NO_TEXTS: Texts = forTexts(() => '');
