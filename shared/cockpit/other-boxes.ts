import type { Language } from '../messages/language.ts';
import { type Permission, PERMISSIONS } from '../permissions.ts';
import { bare, whole } from './bare-label.ts';
import type { Control } from './observation.ts';

/** What a wizard may call boxes that are no permission of their own. */
const WORDS: Readonly<
  Record<
    Language,
    {
      /** The token is in force: it would be made for nothing if it were not. */
      readonly inForce: readonly string[];
      /** All boxes of a group, at one press. */
      readonly selectAll: readonly string[];
      /** The same, or a right to everything. */
      readonly all: readonly string[];
    }
  >
> = {
  en: {
    inForce: ['Active', 'Enabled'],
    selectAll: ['Select all', 'Check all'],
    all: ['All', 'All permissions', 'All rights'],
  },
  de: {
    inForce: ['Aktiv', 'Aktiviert'],
    selectAll: ['Alle auswählen', 'Alles auswählen', 'Alle markieren'],
    all: ['Alle', 'Alles', 'Alle Berechtigungen', 'Alle Rechte'],
  },
  it: {
    inForce: ['Attivo', 'Attiva', 'Abilitato', 'Abilitata'],
    selectAll: ['Seleziona tutto', 'Seleziona tutti', 'Seleziona tutte'],
    all: ['Tutto', 'Tutti', 'Tutte', 'Tutti i permessi'],
  },
  fr: {
    inForce: ['Actif', 'Active', 'Activé', 'Activée'],
    selectAll: ['Tout sélectionner', 'Tout cocher'],
    all: ['Tout', 'Tous', 'Toutes', 'Toutes les permissions', 'Tous les droits'],
  },
};

const called = (which: 'inForce' | 'selectAll' | 'all') => {
  const words = new Set(Object.values(WORDS).flatMap((each) => each[which].map(bare)));
  // What stands in brackets may make another thing of it.
  return ({ kind, name }: Control): boolean =>
    kind === 'check' && words.has(bare(name)) && !/[()]/.test(whole(name));
};

/** Whether a box says that the token is in force. */
export const isInForce = called('inForce');

const isSelectAll = called('selectAll');
const isAll = called('all');

/**
 * Whether a box among the permissions only tells how many of their boxes are on: half of it while some
 * are, and all of it with all four, which were all asked for.
 */
export const tellsOf = (
  box: Control,
  boxes: Readonly<Partial<Record<Permission, Control>>>,
  wanted: readonly Permission[] | null,
): boolean => {
  if (!isSelectAll(box) && !isAll(box)) return false;
  const on = PERMISSIONS.filter((permission) => boxes[permission]?.checked === true);
  if (box.checked === 'mixed') return on.length > 0 && on.length < PERMISSIONS.length;
  const isAsked = PERMISSIONS.every((each) => on.includes(each) && wanted?.includes(each));
  return isAsked && isSelectAll(box);
};
