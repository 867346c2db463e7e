import { METHOD_OF, type Permission, PERMISSIONS } from '../../../shared/permissions.ts';
import type { Scope } from './tenant-tree.ts';

/** A person's role; the vendor documents the first two, `No-delete` and custom ones. */
export const ROLES = ['Super Admin', 'Normal', 'No-delete'] as const;

export type Role = (typeof ROLES)[number];

/** What a role may do with a tenant's data. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'Super Admin': PERMISSIONS,
  Normal: ['read'],
  'No-delete': ['read', 'write', 'create'],
};

/** Who calls: a person with a session, or a key. */
export type Caller = {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** A person's is all of the own tenant. */
  readonly scope: Scope;
  /** Contract: the Super Admin role, or the mark that one of them set on a key. */
  readonly canManageTokens: boolean;
} & (
  { readonly kind: 'user'; readonly email: string; readonly role: Role } | { readonly kind: 'key' }
);

/** The permission that the vendor attaches to a method; HEAD is GET without a body. */
export const permissionFor = (method: string): Permission | undefined =>
  PERMISSIONS.find((permission) => METHOD_OF[permission] === (method === 'HEAD' ? 'GET' : method));

/** What stands in a record's `created_by`: the person's e-mail address, or the key's id. */
export const signature = (caller: Caller): string =>
  caller.kind === 'user' ? caller.email : caller.id;

/** Whether all permissions are among the caller's: nobody gives away more than they have. */
export const holdsAll = (caller: Caller, permissions: readonly Permission[]): boolean =>
  permissions.every((permission) => caller.permissions.includes(permission));
