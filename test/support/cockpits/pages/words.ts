/** The languages of the cockpits. */
export type Lang = 'en' | 'de' | 'it' | 'fr';

/** The words of a cockpit's form, as the vendor's manual has them. */
export type Words = Readonly<Record<keyof typeof en, string>>;

const en = {
  api: 'API',
  open: 'Create',
  name: 'Name',
  description: 'Description',
  expires: 'Expiration date',
  tenant: 'Tenant',
  all: 'All tenants',
  permissions: 'Permissions',
  read: 'Read',
  write: 'Write',
  create: 'Create',
  delete: 'Delete',
  next: 'Next',
  save: 'Save',
  cancel: 'Cancel',
  token: 'API token',
  group: 'Device group',
};

const de: Words = {
  api: 'API',
  open: 'Erstellen',
  name: 'Name',
  description: 'Beschreibung',
  expires: 'Ablaufdatum',
  tenant: 'Tenant',
  all: 'Alle Tenants',
  permissions: 'Berechtigungen',
  read: 'Lesen',
  write: 'Schreiben',
  create: 'Erstellen',
  delete: 'Löschen',
  next: 'Weiter',
  save: 'Speichern',
  cancel: 'Abbrechen',
  token: 'API-Token',
  group: 'Gerätegruppe',
};

const it: Words = {
  api: 'API',
  open: 'Crea',
  name: 'Nome',
  description: 'Descrizione',
  expires: 'Data di scadenza',
  tenant: 'Tenant',
  all: 'Tutti i Tenant',
  permissions: 'Permessi',
  read: 'Leggi',
  write: 'Scrivi',
  create: 'Crea',
  delete: 'Elimina',
  next: 'Avanti',
  save: 'Salva',
  cancel: 'Annulla',
  token: 'Token API',
  group: 'Gruppo di dispositivi',
};

const fr: Words = {
  api: 'API',
  open: 'Créer',
  name: 'Nom',
  description: 'Description',
  expires: "Date d'expiration",
  tenant: 'Tenant',
  all: 'Tous les Tenants',
  permissions: 'Permissions',
  read: 'Lire',
  write: 'Écrire',
  create: 'Créer',
  delete: 'Supprimer',
  next: 'Suivant',
  save: 'Enregistrer',
  cancel: 'Annuler',
  token: "Jeton d'API",
  group: "Groupe d'appareils",
};

export const WORDS: Readonly<Record<Lang, Words>> = { en, de, it, fr };

/** What stands in the place of the rows of an empty list. */
export const NOTHING: Readonly<Record<Lang, string>> = {
  en: 'No tokens yet',
  de: 'Noch keine Token',
  it: 'Ancora nessun token',
  fr: 'Aucun token',
};

/** The permissions, in the order of the form. */
export const PERMISSION_WORDS = ['read', 'write', 'create', 'delete'] as const;

/** The tenants of the cockpits; one begins with another's name. */
export const TENANTS = ['Nord', 'Nord Hafen', 'Süd & Söhne'];

/** More of them than a list shows at a time, and the others at its end. */
export const MANY_TENANTS = [
  ...Array.from({ length: 100 }, (_, index) => `Tenant ${index + 1}`),
  ...TENANTS,
];
