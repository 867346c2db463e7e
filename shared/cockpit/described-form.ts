import { REQUEST_FIELDS } from '../each-field.ts';
import { type Permission, PERMISSIONS } from '../permissions.ts';
import type { RequestField } from '../request-fields.ts';
import type { Description, Pointable } from './description.ts';

/** What the flow is to know of a cockpit's form. */
export interface DescribedForm {
  readonly fields: readonly RequestField[];
  /** The permissions that it has a box for. */
  readonly permissions: readonly Permission[];
  /** A token works without a Save, as whoever knows the form has said. */
  readonly savesItself: boolean;
}

/** What a cockpit's form has, by what was shown of it; everything, where nothing was. */
export const describedForm = (description: Description | null): DescribedForm => {
  const lacks = (subject: Pointable): boolean => description?.without?.includes(subject) ?? false;
  const permissions = PERMISSIONS.filter((permission) => !lacks(permission));
  const has: { readonly [Field in RequestField]: boolean } = {
    name: true,
    description: !lacks('description'),
    expiresOn: !lacks('expiresOn'),
    tenantId: !lacks('tenant'),
    permissions: permissions.length > 0,
  };
  return {
    fields: REQUEST_FIELDS.filter((field) => has[field]),
    permissions,
    savesItself: lacks('save'),
  };
};
