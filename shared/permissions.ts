/** The four permissions of a token, in the cockpit's order. */
export const PERMISSIONS = ['read', 'write', 'create', 'delete'] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** What each permission allows, as the vendor documents it. */
export const METHOD_OF = {
  read: 'GET',
  write: 'PUT',
  create: 'POST',
  delete: 'DELETE',
} as const satisfies Record<Permission, string>;

/** The default of a new request: Read alone, if the caller has it to give. */
export const defaultPermissions = (grantable: readonly Permission[]): Permission[] =>
  grantable.includes('read') ? ['read'] : [];

/** The permissions in the cockpit's order, each once. */
export const inOrder = (permissions: readonly Permission[]): Permission[] =>
  PERMISSIONS.filter((permission) => permissions.includes(permission));
