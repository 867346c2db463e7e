import { describe, expect, it } from 'vitest';
import type { Messages } from '../../../../shared/messages/en.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { MESSAGES } from './texts.ts';

const LABELS: readonly [
  string,
  (messages: Messages) => string,
  ...[string, string, string, string],
][] = [
  // what, where, English, German, Italian, French
  ['name', (m) => m.fields.name, 'Name', 'Name', 'Nome', 'Nom'],
  [
    'description',
    (m) => m.fields.description,
    'Description',
    'Beschreibung',
    'Descrizione',
    'Description',
  ],
  [
    'expiration date',
    (m) => m.fields.expiresOn,
    'Expiration date',
    'Ablaufdatum',
    'Data di Scadenza',
    "Date d'expiration",
  ],
  ['tenant', (m) => m.fields.tenantId, 'Tenant', 'Tenant', 'Tenant', 'Tenant'],
  [
    'all tenants',
    (m) => m.allTenants,
    'All tenants',
    'Alle Tenants',
    'Tutti i Tenant',
    'Tous les Tenants',
  ],
  [
    'permissions',
    (m) => m.fields.permissions,
    'Permissions',
    'Berechtigungen',
    'Permessi',
    'Permissions',
  ],
  ['read', (m) => m.permissions.read, 'Read', 'Lesen', 'Leggi', 'Lire'],
  ['write', (m) => m.permissions.write, 'Write', 'Schreiben', 'Scrivi', 'Écrire'],
  ['create', (m) => m.permissions.create, 'Create', 'Erstellen', 'Crea', 'Créer'],
  ['delete', (m) => m.permissions.delete, 'Delete', 'Löschen', 'Elimina', 'Supprimer'],
  ['next', (m) => m.buttons.next, 'Next', 'Weiter', 'Avanti', 'Suivant'],
  ['save', (m) => m.buttons.save, 'Save', 'Speichern', 'Salva', 'Enregistrer'],
];

describe('a label', () => {
  it.each(LABELS)('reads as in the cockpit, in each language: %s', (_, read, ...expected) => {
    expect(LANGUAGES.map((language) => read(MESSAGES[language]))).toEqual(expected);
  });

  it('reads in English as the design names the controls', () => {
    const { fields, buttons } = MESSAGES.en;
    expect([buttons.show, buttons.copy, buttons.cancel, fields.token]).toEqual([
      'Show',
      'Copy',
      'Cancel',
      'API token',
    ]);
  });
});
