import type { Language } from '../messages/language.ts';
import { bare } from './bare-label.ts';
import { saysOther } from './says-more.ts';

/** How a wizard may name a device group, and the choice of none, or of all of them, which is the same. */
const WORDS: Readonly<
  Record<Language, { readonly group: readonly string[]; readonly none: readonly string[] }>
> = {
  en: {
    group: ['Device group', 'Device groups'],
    none: ['None', 'No group', 'No device group', 'All', 'All groups', 'All device groups'],
  },
  de: {
    group: ['Gerätegruppe', 'Gerätegruppen'],
    none: ['Keine', 'Keine Gruppe', 'Keine Gerätegruppe', 'Alle', 'Alle Gruppen'],
  },
  it: {
    group: ['Gruppo di dispositivi', 'Gruppi di dispositivi', 'Gruppo dispositivi'],
    none: ['Nessuno', 'Nessun gruppo', 'Tutti', 'Tutti i gruppi'],
  },
  fr: {
    group: ["Groupe d'appareils", "Groupes d'appareils", 'Groupe de dispositifs'],
    none: ['Aucun', 'Aucun groupe', 'Tous', 'Tous les groupes'],
  },
};

const bareWords = (which: 'group' | 'none'): string[] =>
  Object.values(WORDS).flatMap((words) => words[which].map(bare));

/**
 * The labels of a field that nobody here asks for: to a device group the vendor restricts a token
 * after it was made, and a wizard may already ask for one.
 */
export const DEVICE_GROUP: readonly string[] = bareWords('group');

const NONE = new Set(['-', '–', '—', ...bareWords('none')]);

/** Whether a field's label is the device group's. */
export const isDeviceGroup = (name: string): boolean => DEVICE_GROUP.includes(bare(name));

/** Whether a field is the device group's, and stands at none. */
export const isNoDeviceGroup = (name: string, value: string | null): boolean =>
  isDeviceGroup(name) && value !== null && NONE.has(bare(value)) && !saysOther(value);
