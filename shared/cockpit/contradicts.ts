import { PERMISSIONS } from '../permissions.ts';
import { bare } from './bare-label.ts';
import type { Pointable } from './description.ts';
import { isCalled, type Subject } from './labels.ts';
import type { Control } from './observation.ts';

const GROUPS: readonly (readonly Subject[])[] = [
  PERMISSIONS,
  ['next', 'cancel'],
  ['save', 'cancel'],
];

/** What no button is called that leads to a token, makes it or keeps it. */
const ENDS_SOMETHING =
  /delete|remove|revoke|discard|lösch|entfern|widerruf|verwerf|elimin|cancella|rimuov|revoc|scart|supprim|effac|révoqu|retirer/;

const PRESSED: readonly Pointable[] = [
  'menu',
  'administration',
  'tenantPage',
  'api',
  'open',
  'next',
  'save',
];

/** Whether a control's own label says that it gives a permission, or all tenants. */
export const isCalledRight = ({ name }: Control): boolean =>
  isCalled(name, ...PERMISSIONS, 'allTenants');

/**
 * Whether a control's own label says that it is another one than it was pointed at for: a description,
 * whoever wrote it, makes no box "Delete" the one for Read, and no button "Delete all" the one to press.
 */
export const contradicts = ({ name }: Control, subject: Pointable): boolean => {
  if (PRESSED.includes(subject) && ENDS_SOMETHING.test(bare(name))) return true;
  if (subject === 'token' || isCalled(name, subject)) return false;
  return GROUPS.some((group) => group.includes(subject) && isCalled(name, ...group));
};
