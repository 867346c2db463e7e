import { type Permission, PERMISSIONS } from '../permissions.ts';
import { bare, whole } from './bare-label.ts';
import type { Subject } from './labels.ts';

/** Whatever stands in brackets in a label, in lower case. */
const notesIn = (label: string): readonly string[] =>
  Array.from(
    whole(label)
      .toLowerCase()
      .matchAll(/\(([^()]*)\)/g),
    ([, note = '']) => note,
  );

const COUNT = /^\s*\d[\d.,'\u2019\s]*$/;

/** Whether a note behind "All tenants" may make fewer of them, or others: any may but their plain count. */
export const saysOther = (label: string): boolean =>
  notesIn(label).some((note) => !COUNT.test(note));

const START = String.raw`(?<!\p{L})`;
const END = String.raw`(?!\p{L})`;

/** How words begin that say what a right does, and each right's method; German ones may stand at a word's end. */
const STEMS: Readonly<Record<Permission, string>> = {
  read: `${START}(read(?!y)|view|(aus|mit)?les(e|bar)|legg|lettur|visualizz|lectur|consult|affich|(lire|get)${END})|anzeig`,
  write: `${START}((over|re)?writ|edit|modif|chang|updat|scri[vt]|aggiorn|[ée]cri|(ver|ab|um)?änder|(put|patch)${END})|(?<!be)schreib|bearbeit|aktualis`,
  create: `${START}((re)?crea|cré[eéa]|anleg|angeleg|aggiun[gt]|ajout|inser|(post|add(s|ing|ed)?)${END})|erstell|hinzufüg|einfüg`,
  delete: `${START}(delet|remov|eras|purg|destroy|elimin|cancell|rimuov|rimozion|supprim|suppress|effac)|lösch|entfern`,
};

const VERB = String.raw`\p{L}*?(${Object.values(STEMS).join('|')})\p{L}*`;
/** "no write", "ohne Schreiben oder Löschen": what is said not to go with it. */
const DENIED = new RegExp(
  String.raw`${START}(no|not|cannot|without|kein(e[nrsm]?)?|nicht|ohne|non|senza|sans|pas)[\s-]+` +
    String.raw`((any|the|das|la|le|les|il|lo|de|di)\s+|[ld]')*${VERB}` +
    String.raw`((\s*\/\s*|\s+(or|nor|oder|noch|o|né|ou|ni)\s+)([ld]')?${VERB})*`,
  'gu',
);

const COUNTED = String.raw`\+|(\d|${START}(and|und|e|et)|&)\s+(de )?(more|mehr|weitere[rns]?|altr[eio]|autres?|plus|others?)${END}|${START}(other|weitere|altr[ei]|autres)\s+\d`;
const RIGHTS =
  'rights?|permissions?|access|control|operations?|actions?|methods?|functions?|else|other|rest|recht|berechtigung|zugriff|zugang|kontroll|aktion|operation|methode|funktion|ander|übrig|diritt|permess|autorizz|operazion|azion|metod|funzion|altr|resto|droit|autoris|accès|contrôl|opérat|méthod|fonction|autre|reste';
/** "all", alone or of rights: of devices and data there may be all, and no right more. */
const ALL =
  String.raw`${START}(all|full|every|everything|alle[rsn]?|volle?[rsn]?|tutt[oaie]|tout|tous|toutes)${END}` +
  String.raw`(\s+(the|of|i|gli|le|il|les|la|der|die|das|and|und|e|et)${END})*` +
  String.raw`(\s*([^\p{L}\s]|$)|\s+([ld]')?(${RIGHTS}))`;
const WHOLLY = String.raw`vollzugriff|${START}(accesso|accès|controllo|contrôle) (complet|total|plein|pieno)`;
/** Who may do everything. */
const ADMIN = `${START}(admin|administrator|administrateur|amministratore|superuser|root|owner)${END}`;
const MORE = new RegExp([COUNTED, ALL, WHOLLY, ADMIN].join('|'), 'u');

const others = (right: Permission): RegExp =>
  new RegExp(PERMISSIONS.flatMap((each) => (each === right ? [] : STEMS[each])).join('|'), 'u');
const OTHERS: Readonly<Record<Permission, RegExp>> = {
  read: others('read'),
  write: others('write'),
  create: others('create'),
  delete: others('delete'),
};

/**
 * Whether a note in a permission's name makes another of it, or more: "Write (and delete)", "Read (+2)".
 * Of what is no permission, a note says nothing.
 */
export const saysMore = (label: string, subject: Subject | 'token'): boolean => {
  const right = PERMISSIONS.find((permission) => permission === subject);
  return (
    right !== undefined &&
    notesIn(label).some((note) => {
      const said = note.replaceAll(DENIED, ' ');
      return MORE.test(said) || OTHERS[right].test(said);
    })
  );
};

/** What a group of boxes says that takes rights away. */
const DENYING =
  `${START}(deny|denied|denies|forbid|block|prohibit|exclud|except|do not allow|don't allow` +
  `|verbiet|verbot|verweiger|sperr|ausschließ|ausgeschl|ausgenommen|ausnahm|nicht erlaub` +
  `|nega(re|t[oaie])?${END}|vieta(re|t[oaie])?${END}|blocca|esclu(dere|di|s[oaie])${END}|eccetto|non consent` +
  `|refus|interdi|bloqu|exclu(re|s|e|es)?${END}|sauf${END}|ne pas autoris)`;
/** What begins one that is about messages. */
const TELLING = String.raw`^(e-?mail )?(notif|benachrichtig|avvis|averti|prévenir)`;
const NO_RIGHTS = new RegExp(`${DENYING}|${TELLING}`, 'u');

/** Whether a box "Read" in a group of that name is another thing than the right to read. */
export const isNoRightsGroup = (group: string): boolean => NO_RIGHTS.test(bare(group));
