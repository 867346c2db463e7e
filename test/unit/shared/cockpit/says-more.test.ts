import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../../shared/cockpit/labels.ts';
import { saysMore, saysOther } from '../../../../shared/cockpit/says-more.ts';
import { type Permission, PERMISSIONS } from '../../../../shared/permissions.ts';

describe('what stands in brackets behind a permission', () => {
  it.each([
    'Write (and delete)',
    'Write (Löschen)',
    'Write (incl. Create, Delete)',
    'Write (incl. deletion)',
    'Write (edit & remove)',
    'Schreiben (inkl. Löschung)',
    'Schreiben (mit Datenlöschung)',
    'Scrivi (ed eliminare)',
    'Écrire (et supprimer)',
    'Écrire (avec création)',
    'Write (PUT, POST)',
    'Write (PUT, DELETE)',
    'Write (read-only)',
    'Write (+2)',
    'Write (2 more)',
    'Write (and 2 others)',
    'Write (und 2 weitere)',
    'Write (and more)',
    'Write (altri 2)',
    'Write (all)',
    'Write (admin)',
    'Schreiben (Administrator)',
    'Write (everything)',
    'Write (and all else)',
    'Write (full access)',
    'Write (all permissions)',
    'Schreiben (alle Rechte)',
    'Schreiben (Vollzugriff)',
    'Scrivi (tutti i permessi)',
    'Scrivi (accesso completo)',
    'Écrire (tous les droits)',
    'Write（+1）',
    'Write (no read, delete)',
    'Write (no limit or delete)',
    'Write (and delete) (beta)',
  ])('makes more of it: %s', (label) => {
    expect(saysMore(label, 'write')).toBe(true);
  });

  it.each<[string, Permission]>([
    ['Write', 'write'],
    ['Write (optional)', 'write'],
    ['Write (PUT)', 'write'],
    ['Write (PUT/PATCH)', 'write'],
    ['Write (schreiben)', 'write'],
    ['Write (change data)', 'write'],
    ['Write (no delete)', 'write'],
    ['Write (without creating or deleting)', 'write'],
    ['Schreiben (ohne Löschen)', 'write'],
    ['Scrivi (senza eliminazione)', 'write'],
    ["Écrire (pas d'effacement)", 'write'],
    ['Read (GET)', 'read'],
    ['Read (GET /api/v1)', 'read'],
    ['Read (administrative data)', 'read'],
    ['Read (all devices)', 'read'],
    ['Read (full history)', 'read'],
    ['Read (read-only, no write)', 'read'],
    ['Lesen (alle Geräte)', 'read'],
    ['Lesen (alle Länder, siehe Beschreibung)', 'read'],
    ['Leggi (tutti i dati)', 'read'],
    ['Lire (toutes les données)', 'read'],
    ['Create (POST)', 'create'],
    ['Create (add data)', 'create'],
    ['Erstellen (Daten hinzufügen)', 'create'],
    ['Delete (remove data)', 'delete'],
  ])('may say nothing of others: %s', (label, right) => {
    expect(saysMore(label, right)).toBe(false);
  });

  it('is never another permission’s name, in any language', () => {
    for (const right of PERMISSIONS) {
      for (const other of PERMISSIONS) {
        for (const label of labelsOf(other, undefined)) {
          expect([label, saysMore(`X (${label})`, right)]).toEqual([label, other !== right]);
        }
      }
    }
  });

  it('says nothing of what is no permission', () => {
    expect(saysMore('Next (deletes all)', 'next')).toBe(false);
  });
});

describe('what stands in brackets behind “All tenants”', () => {
  it.each([
    'All tenants (except sub-tenants)',
    'All tenants（only Nord）',
    'Alle Tenants (EU)',
    'All tenants (2 of 12)',
    'All tenants ()',
  ])('may make others of them: %s', (label) => {
    expect(saysOther(label)).toBe(true);
  });

  it.each(['All tenants', 'All tenants (12)', 'All tenants（1,204） *', 'Alle Tenants (1’204)'])(
    'may be their count: %s',
    (label) => {
      expect(saysOther(label)).toBe(false);
    },
  );
});
