import type { Language } from '../messages/language.ts';
import { bare } from './bare-label.ts';

/** What this platform's menu has beside Administration: devices, alarms and their like. */
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Devices', 'Device groups', 'Alarms', 'Events', 'Geofences', 'Dashboards', 'Dashboard'],
  de: ['Geräte', 'Gerätegruppen', 'Alarme', 'Ereignisse', 'Geofences', 'Dashboards', 'Dashboard'],
  it: ['Dispositivi', 'Gruppi di dispositivi', 'Allarmi', 'Eventi', 'Geofence', 'Dashboard'],
  fr: ['Appareils', 'Dispositifs', 'Alarmes', 'Événements', 'Géofences', 'Tableaux de bord'],
};

/** How many different ones of them a page's controls are named by, in a language. */
export const platformWords = (names: readonly string[], language: Language): number => {
  const said = new Set(names.map(bare));
  return WORDS[language].filter((word) => said.has(bare(word))).length;
};
