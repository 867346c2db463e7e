import { PERMISSIONS } from '../permissions.ts';
import { whole } from './bare-label.ts';
import type { Pointable } from './description.ts';
import { isCalled, type Subject } from './labels.ts';
import type { Control } from './observation.ts';
import { saysMore } from './says-more.ts';

const GROUPS: readonly (readonly Subject[])[] = [
  [...PERMISSIONS, 'allTenants'],
  ['next', 'cancel'],
  ['save', 'cancel'],
  ['open', 'cancel'],
];

/** What takes something away that there is. */
const DESTROYS =
  /delete|remove|revoke|destroy|\berase|\bwipe|purge|\breset|terminate|disable|deactivat|log ?out|sign ?out|lösch|entfern|widerruf|zerstör|vernicht|deaktivier|sperren|zurücksetz|abmeld|elimin|cancella|rimuov|revoc|distrugg|disattiv|disconn|supprim|effac|révoqu|retirer|détrui|désactiv|réinitialis|déconn/;

/** What drops something that was just begun. */
const DROPS = /discard|verwerf|scart|annull/;

const OF_ALL =
  /\b(all|every|others?|alle|andere[nrs]?|tutt[aeio]|altr[aeio]|tous|toutes|autres?)\b/;

/** What leads to the form, and is pressed before anything is typed there. */
const ON_THE_WAY: readonly Pointable[] = ['menu', 'administration', 'tenantPage', 'api', 'open'];

const PRESSED: readonly Pointable[] = [...ON_THE_WAY, 'next', 'save'];

/** Whether a control's own label says that it gives a permission, or all tenants. */
export const isCalledRight = ({ name }: Control): boolean =>
  isCalled(name, ...PERMISSIONS, 'allTenants');

/**
 * Whether a control's own label says that it is another one than it was pointed at for: a description,
 * whoever wrote it, makes no box "Delete" the one for Read, and no button "Delete all" the one to press.
 */
export const contradicts = ({ name }: Control, subject: Pointable): boolean => {
  const said = whole(name).toLowerCase();
  if (PRESSED.includes(subject) && (DESTROYS.test(said) || DROPS.test(said))) return true;
  // The token that was just made may be called off by deleting it; others are not to go with it.
  if (subject === 'cancel' && DESTROYS.test(said) && OF_ALL.test(said)) return true;
  if (ON_THE_WAY.includes(subject) && isCalled(name, 'save', 'cancel')) return true;
  if (saysMore(name, subject)) return true;
  if (subject === 'token' || isCalled(name, subject)) return false;
  return GROUPS.some((group) => group.includes(subject) && isCalled(name, ...group));
};
