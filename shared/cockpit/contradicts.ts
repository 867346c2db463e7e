import { PERMISSIONS } from '../permissions.ts';
import { whole } from './bare-label.ts';
import type { Pointable } from './description.ts';
import { isCalled, type Subject } from './labels.ts';
import type { Control } from './observation.ts';
import { isNoRightsGroup, saysMore } from './says-more.ts';

const GROUPS: readonly (readonly Subject[])[] = [
  [...PERMISSIONS, 'allTenants'],
  ['next', 'cancel'],
  ['save', 'cancel'],
  ['open', 'cancel'],
];

/** What takes something away that there is, or puts another in its place. */
const DESTROYS =
  /delete|remove|revoke|destroy|\berase|\bwipe|purge|\breset|terminate|disable|suspend|replac|overwrit|regenerat|rotat|renew(?!able)|invalida|deactivat|log ?out|sign ?out|lösch|entfern|widerruf|zerstör|vernicht|deaktivier|sperren|zurücksetz|abmeld|ersetz|überschreib|neu generier|rotier|erneuer(?!bar)|ungültig|elimin|cancella|rimuov|revoc|distrugg|disattiv|disconn|sospend|sostitu|sovrascriv|rigener|rinnov(?!abil)|ruota|supprim|effac|révoqu|retirer|détrui|désactiv|réinitialis|déconn|remplac|écras|régénér|renouvel(?!able)|invalider/;

/** What puts something in force that there is. */
const ACTIVATES = /activat|enable|aktivier|freischalt|attiva|abilita|activer/;

/** What drops something that was just begun. */
const DROPS = /discard|verwerf|scart|annull/;

const OF_OTHERS =
  /\b(all|every|others?|old|previous|existing|alle|andere[nrs]?|alte[nrs]?|bisherige[nrs]?|bestehende[nrs]?|tutt[aeio]|altr[aeio]|vecchi[ao]?|precedent[ei]|esistent[ei]|tous|toutes|autres?|anciens?|précédents?|existants?)\b/;

/** What leads to the form, and is pressed before anything is typed there. */
const ON_THE_WAY: readonly Pointable[] = ['menu', 'administration', 'tenantPage', 'api', 'open'];

const PRESSED: readonly Pointable[] = [...ON_THE_WAY, 'next', 'save'];

/** Whether a control's own label says that it gives a permission, or all tenants. */
export const isCalledRight = ({ name }: Control): boolean =>
  isCalled(name, ...PERMISSIONS, 'allTenants');

/** Whether a control acts on something that exists, as the buttons in the rows of a list do; or does not say what it does. */
export const mayActOnAny = ({ name }: Control): boolean => {
  const said = whole(name).trim().toLowerCase();
  return said === '' || DESTROYS.test(said) || ACTIVATES.test(said);
};

/**
 * Whether a control's own label says that it is another one than it was pointed at for: a description,
 * whoever wrote it, makes no box "Delete" the one for Read, and no button "Delete all" the one to press.
 */
export const contradicts = ({ name, group }: Control, subject: Pointable): boolean => {
  const said = whole(name).toLowerCase();
  if (PRESSED.includes(subject) && (DESTROYS.test(said) || DROPS.test(said))) return true;
  // The token that was just made may be called off by deleting it; others are not to go with it.
  if (subject === 'cancel' && DESTROYS.test(said) && OF_OTHERS.test(said)) return true;
  if (ON_THE_WAY.includes(subject) && isCalled(name, 'save', 'cancel')) return true;
  if (saysMore(name, subject)) return true;
  if (PERMISSIONS.some((right) => right === subject) && isNoRightsGroup(group)) return true;
  if (subject === 'token' || isCalled(name, subject)) return false;
  return GROUPS.some((group) => group.includes(subject) && isCalled(name, ...group));
};
