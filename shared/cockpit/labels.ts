import { type Language, LANGUAGES } from '../messages/language.ts';
import { TEXT_FIELD_NAMES } from '../request-fields.ts';
import { bare } from './bare-label.ts';

/** What in a wizard, or on the way to it, can be told by its label. */
export const SUBJECTS = [
  'menu',
  'administration',
  'tenantPage',
  'api',
  'open',
  ...TEXT_FIELD_NAMES,
  'expiresOn',
  'tenant',
  'allTenants',
  'permissions',
  'read',
  'write',
  'create',
  'delete',
  'next',
  'save',
  'cancel',
] as const;

export type Subject = (typeof SUBJECTS)[number];

type Labels = Readonly<Record<Subject, readonly string[]>>;

/*
 * The manual's labels come first (platform-facts.md); the rest are the words that the vendor's own
 * pages, and token forms in general, use for the same. A label is compared as a whole.
 */
const en: Labels = {
  menu: ['Menu', 'Main menu', 'Open menu', 'Navigation', 'Toggle navigation', 'Toggle menu'],
  administration: ['Administration', 'Admin'],
  tenantPage: ['Tenant'],
  api: ['API', 'API tokens', 'API keys', 'API token', 'API key', 'Tokens', 'Keys'],
  open: [
    'Create',
    'Create token',
    'Create API token',
    'Create key',
    'Create API key',
    'New token',
    'New API token',
    'New key',
    'New API key',
    'Add token',
    'Add API token',
    'Add key',
    'Add API key',
    'Add',
    'New',
  ],
  name: ['Name', 'Token name', 'Key name', 'API token name', 'API key name'],
  description: ['Description'],
  expiresOn: [
    'Expiration date',
    'Expiration',
    'Expiry date',
    'Expiry',
    'Expires on',
    'Expires',
    'Valid until',
  ],
  tenant: ['Tenant', 'Tenants'],
  allTenants: ['All tenants', 'All Tenants'],
  permissions: ['Permissions', 'Rights', 'Permission'],
  read: ['Read'],
  write: ['Write'],
  create: ['Create'],
  delete: ['Delete'],
  next: ['Next', 'Continue'],
  save: ['Save'],
  cancel: ['Cancel'],
};

const de: Labels = {
  menu: ['Menü', 'Hauptmenü', 'Menü öffnen', 'Navigation', 'Menu'],
  administration: ['Verwaltung', 'Administration'],
  tenantPage: ['Tenant', 'Mandant'],
  api: ['API', 'API-Token', 'API-Tokens', 'API-Schlüssel', 'Tokens', 'Schlüssel'],
  open: [
    'Erstellen',
    'Token erstellen',
    'API-Token erstellen',
    'Schlüssel erstellen',
    'API-Schlüssel erstellen',
    'Neuer Token',
    'Neues Token',
    'Neuer API-Token',
    'Neuer Schlüssel',
    'Neuer API-Schlüssel',
    'Anlegen',
    'Hinzufügen',
    'Neu',
  ],
  name: ['Name', 'Token-Name', 'Name des Tokens', 'Schlüsselname', 'Name des Schlüssels'],
  description: ['Beschreibung'],
  expiresOn: ['Ablaufdatum', 'Ablauf', 'Läuft ab am', 'Gültig bis', 'Verfallsdatum'],
  tenant: ['Tenant', 'Mandant', 'Tenants'],
  allTenants: ['Alle Tenants', 'Alle Mandanten'],
  permissions: ['Berechtigungen', 'Rechte', 'Berechtigung'],
  read: ['Lesen'],
  write: ['Schreiben'],
  create: ['Erstellen'],
  delete: ['Löschen'],
  next: ['Weiter', 'Nächster Schritt'],
  save: ['Speichern'],
  cancel: ['Abbrechen'],
};

const it: Labels = {
  menu: ['Menu', 'Menù', 'Apri menu', 'Menu principale', 'Navigazione'],
  administration: ['Amministrazione', 'Administration'],
  tenantPage: ['Tenant'],
  api: ['API', 'Token API', 'Chiavi API', 'Chiave API', 'Token', 'Chiavi'],
  open: [
    'Crea',
    'Crea token',
    'Crea token API',
    'Crea chiave',
    'Crea chiave API',
    'Nuovo token',
    'Nuovo token API',
    'Nuova chiave',
    'Nuova chiave API',
    'Aggiungi',
    'Nuovo',
  ],
  name: ['Nome', 'Nome del token', 'Nome token', 'Nome della chiave', 'Nome chiave'],
  description: ['Descrizione'],
  expiresOn: ['Data di scadenza', 'Scadenza', 'Scade il', 'Valido fino al'],
  tenant: ['Tenant'],
  allTenants: ['Tutti i tenant', 'Tutti i Tenant'],
  permissions: ['Permessi', 'Autorizzazioni', 'Diritti'],
  read: ['Leggi', 'Lettura'],
  write: ['Scrivi', 'Scrittura'],
  create: ['Crea', 'Creazione'],
  delete: ['Elimina', 'Eliminazione', 'Cancella'],
  next: ['Avanti', 'Continua'],
  save: ['Salva'],
  cancel: ['Annulla'],
};

const fr: Labels = {
  menu: ['Menu', 'Menu principal', 'Ouvrir le menu', 'Navigation'],
  administration: ['Administration'],
  tenantPage: ['Tenant'],
  api: ['API', 'Jetons API', "Jetons d'API", 'Clés API', "Clés d'API", 'Clé API', 'Jetons', 'Clés'],
  open: [
    'Créer',
    'Créer un jeton',
    'Créer un jeton API',
    "Créer un jeton d'API",
    'Créer une clé',
    'Créer une clé API',
    'Nouveau jeton',
    'Nouveau jeton API',
    'Nouvelle clé',
    'Nouvelle clé API',
    'Ajouter',
    'Nouveau',
  ],
  name: ['Nom', 'Nom du jeton', 'Nom de la clé'],
  description: ['Description'],
  expiresOn: ["Date d'expiration", 'Expiration', 'Expire le', "Valable jusqu'au"],
  tenant: ['Tenant', 'Locataire'],
  allTenants: ['Tous les tenants', 'Tous les Tenants', 'Tous les locataires'],
  permissions: ['Permissions', 'Autorisations', 'Droits'],
  read: ['Lire', 'Lecture'],
  write: ['Écrire', 'Écriture'],
  create: ['Créer', 'Création'],
  delete: ['Supprimer', 'Suppression'],
  next: ['Suivant', 'Continuer'],
  save: ['Enregistrer', 'Sauvegarder'],
  cancel: ['Annuler'],
};

const LABELS: Readonly<Record<Language, Labels>> = { en, de, it, fr };

const meanings = new Map<string, Set<string>>();
for (const [language, labels] of Object.entries(LABELS)) {
  for (const subject of SUBJECTS) {
    for (const label of labels[subject].map(bare)) {
      const known = meanings.get(label) ?? new Set();
      meanings.set(label, known.add(`${language} ${subject}`));
    }
  }
}

/** What the manual calls something, in a language. */
export const firstLabel = (subject: Subject, language: Language): string =>
  LABELS[language][subject][0] ?? subject;

/** Whether a label is just what the manual calls something, in any language. */
export const isFirstLabel = (label: string, subject: Subject): boolean =>
  LANGUAGES.some((language) => bare(firstLabel(subject, language)) === bare(label));

/** All that something may be called, in a language or in any. */
export const labelsOf = (subject: Subject, language: Language | undefined): readonly string[] =>
  (language === undefined ? LANGUAGES : [language]).flatMap((each) => LABELS[each][subject]);

const NONE: ReadonlySet<string> = new Set();

/** Whether a label names a subject in a language. */
export type Meaning = (subject: Subject, language: Language) => boolean;

/** What a label can mean, in each language. */
export const meaningOf = (label: string): Meaning => {
  const known = meanings.get(bare(label)) ?? NONE;
  return (subject, language) => known.has(`${language} ${subject}`);
};

/** Whether a label means one of these, in any language. */
export const isCalled = (label: string, ...subjects: readonly Subject[]): boolean => {
  const means = meaningOf(label);
  return LANGUAGES.some((language) => subjects.some((subject) => means(subject, language)));
};
