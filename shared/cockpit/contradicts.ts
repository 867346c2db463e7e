import { LANGUAGES } from '../messages/language.ts';
import { PERMISSIONS } from '../permissions.ts';
import { bare } from './bare-label.ts';
import type { Pointable } from './description.ts';
import { meaningOf, type Subject } from './labels.ts';
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
export const isCalledRight = ({ name }: Control): boolean => {
  const means = meaningOf(name);
  return LANGUAGES.some((language) =>
    ([...PERMISSIONS, 'allTenants'] as const).some((each) => means(each, language)),
  );
};

/**
 * Whether a control's own label says that it is another one than it was pointed at for: a description,
 * whoever wrote it, makes no box "Delete" the one for Read, and no button "Delete all" the one to press.
 */
export const contradicts = ({ name }: Control, subject: Pointable): boolean => {
  if (PRESSED.includes(subject) && ENDS_SOMETHING.test(bare(name))) return true;
  const means = meaningOf(name);
  const says = (each: Pointable): boolean =>
    each !== 'token' && LANGUAGES.some((language) => means(each, language));
  if (says(subject)) return false;
  return GROUPS.some(
    (group) =>
      (group as readonly Pointable[]).includes(subject) &&
      group.some((each) => each !== subject && says(each)),
  );
};
