import { forTexts, isTextField } from '../../shared/each-field.ts';
import type { RequestField, TextField } from '../../shared/request-fields.ts';
import type { ExpiryChoice } from '../../shared/expiry.ts';
import type { Said } from '../messages/said.ts';

/** The form's `callback_id`. */
export const CREATE_FORM = 'create_token';

/** Each input's `block_id`, and its `action_id` too. Kept across updates, so that Slack keeps what was typed. */
export const FIELD_IDS = {
  ...(forTexts((field) => field) as { readonly [Field in TextField]: Field }),
  expiry: 'expiry',
  ownDate: 'own_date',
  tenant: 'tenant',
  permissions: 'permissions',
} as const;

/** The inputs whose change shows in the summary. */
export const TELLING_FIELDS = [
  FIELD_IDS.expiry,
  FIELD_IDS.ownDate,
  FIELD_IDS.tenant,
  FIELD_IDS.permissions,
] as const;

/** A fault as a text at a field. */
export interface SaidError extends Said {
  readonly field: RequestField;
}

/** Where a field's fault shows. */
export const blockOf = (field: RequestField, expiry: ExpiryChoice): string => {
  if (isTextField(field)) return FIELD_IDS[field];
  switch (field) {
    case 'expiresOn':
      return expiry === 'date' ? FIELD_IDS.ownDate : FIELD_IDS.expiry;
    case 'tenantId':
      return FIELD_IDS.tenant;
    case 'permissions':
      return FIELD_IDS.permissions;
  }
};
