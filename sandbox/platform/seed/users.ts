import type { Role } from '../rules/caller.ts';
import { seedId } from './seed-id.ts';
import type { TenantSlug } from './tenants.ts';

/** A demo user; the password is `demo-` and the first name. */
export interface SeedUser {
  readonly id: string;
  readonly tenant: TenantSlug;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
}

const user = (tenant: TenantSlug, name: string, email: string, role: Role): SeedUser => ({
  id: seedId(`user/${email}`),
  tenant,
  name,
  email,
  role,
  password: `demo-${email.slice(0, email.indexOf('@'))}`,
});

export const SEED_USERS: readonly SeedUser[] = [
  user('nord', 'Ada Nordmann', 'ada@nord.example', 'Super Admin'),
  user('nord', 'Ben Brandt', 'ben@nord.example', 'Normal'),
  user('nord', 'Nora Lind', 'nora@nord.example', 'No-delete'),
  user('hafen', 'Hanna Kai', 'hanna@hafen.example', 'Super Admin'),
  user('sol', 'Carla Sol', 'carla@sol.example', 'Super Admin'),
  user('alm', 'Otto Alm', 'otto@alm.example', 'Super Admin'),
  user('alm', 'Olga Ried', 'olga@alm.example', 'Super Admin'),
];
