import type { RequestField } from '../request-fields.ts';

/** What both faces say in English. The labels are the cockpit's own. */
export const en = {
  fields: {
    name: 'Name',
    description: 'Description',
    expiresOn: 'Expiration date',
    tenantId: 'Tenant',
    permissions: 'Permissions',
    token: 'API token',
  } satisfies Readonly<Record<RequestField | 'token', string>>,
  allTenants: 'All tenants',
  permissions: { read: 'Read', write: 'Write', create: 'Create', delete: 'Delete' },
  permissionHints: {
    read: 'see data (GET)',
    write: 'change data (PUT)',
    create: 'add data (POST)',
    delete: 'remove data (DELETE)',
  },
  buttons: {
    next: 'Next',
    show: 'Show',
    hide: 'Hide',
    copy: 'Copy',
    save: 'Save',
    cancel: 'Cancel',
  },
  expiry: {
    '7d': '7 days',
    '30d': '30 days',
    '90d': '90 days',
    '1y': '1 year',
    date: 'On a date',
    never: 'Never',
  },
  summary: {
    one: '{permissions} in {tenant} alone, without its sub-tenants',
    all: '{permissions} in {tenant} and all its sub-tenants, future ones too',
    until: '{what}, to the end of {date}.',
    untilInZone: '{what}, to the end of {date} ({zone}).',
    never: '{what}, until someone revokes it.',
    warnings: {
      all_with_delete: 'It can delete data in every tenant, those still to come included.',
      never: 'It never expires: if it leaks, it works until someone notices.',
    },
  },
  fieldErrors: {
    required: {
      name: 'Give the token a name.',
      description: 'Enter a description.',
      tenantId: 'Choose a tenant.',
      permissions: 'Tick at least one permission: without one, every call with the token fails.',
      expiresOn: 'Choose a date.',
    } satisfies Readonly<Record<RequestField, string>>,
    too_long: 'At most this many characters: {max}.',
    control_characters: 'This contains characters that cannot be seen. Type it in again.',
    wrong_type: 'The platform does not accept this value.',
    unknown: 'The platform does not know this value, or it is not yours to choose.',
    duplicate: 'This is chosen twice.',
    not_a_date: 'There is no such date.',
    in_the_past: 'This date has passed in the time zone of the tenant.',
    too_far: 'At most ten years ahead.',
    exceeds_yours: 'You can give only permissions that you have yourself.',
  },
  /** For the lines of `curl.ts`. */
  curl: {
    shell: 'Shell',
    how: 'Run the first line, then paste the token and press Enter: so it stays out of the shell’s history. The second line calls the API.',
    first: 'First line',
    second: 'Second line',
  },
  reference: 'Reference: {id}',
};

/** Every text that each language has. */
export type Messages = typeof en;
