import type { Messages } from './en.ts';

/** What both faces say in German. The labels are the cockpit's own. */
export const de: Messages = {
  fields: {
    name: 'Name',
    description: 'Beschreibung',
    expiresOn: 'Ablaufdatum',
    tenantId: 'Tenant',
    permissions: 'Berechtigungen',
    token: 'API-Token',
  },
  allTenants: 'Alle Tenants',
  permissions: { read: 'Lesen', write: 'Schreiben', create: 'Erstellen', delete: 'Löschen' },
  permissionHints: {
    read: 'Daten ansehen (GET)',
    write: 'Daten ändern (PUT)',
    create: 'Daten hinzufügen (POST)',
    delete: 'Daten entfernen (DELETE)',
  },
  buttons: {
    next: 'Weiter',
    show: 'Anzeigen',
    hide: 'Ausblenden',
    copy: 'Kopieren',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
  expiry: {
    '7d': '7 Tage',
    '30d': '30 Tage',
    '90d': '90 Tage',
    '1y': '1 Jahr',
    date: 'An einem Datum',
    never: 'Nie',
  },
  summary: {
    one: '{permissions} nur in {tenant}, ohne Sub-Tenants',
    all: '{permissions} in {tenant} und allen Sub-Tenants, auch künftigen',
    until: '{what}, bis zum Ende des {date}.',
    untilInZone: '{what}, bis zum Ende des {date} ({zone}).',
    never: '{what}, bis jemand es widerruft.',
    warnings: {
      all_with_delete: 'Es kann Daten in jedem Tenant löschen, auch in künftigen.',
      never: 'Es läuft nie ab: Gelangt es in fremde Hände, funktioniert es, bis es jemand bemerkt.',
    },
  },
  fieldErrors: {
    required: {
      name: 'Geben Sie dem Token einen Namen.',
      description: 'Geben Sie eine Beschreibung ein.',
      tenantId: 'Wählen Sie einen Tenant aus.',
      permissions:
        'Wählen Sie mindestens eine Berechtigung aus: Ohne sie schlägt jeder Aufruf mit dem Token fehl.',
      expiresOn: 'Wählen Sie ein Datum aus.',
    },
    too_long: 'Höchstens {max} Zeichen.',
    control_characters: 'Der Text enthält unsichtbare Zeichen. Geben Sie ihn neu ein.',
    wrong_type: 'Die Plattform akzeptiert diesen Wert nicht.',
    unknown: 'Die Plattform kennt diesen Wert nicht, oder Sie dürfen ihn nicht auswählen.',
    duplicate: 'Das ist doppelt ausgewählt.',
    not_a_date: 'Dieses Datum gibt es nicht.',
    in_the_past: 'Dieses Datum liegt in der Zeitzone des Tenants in der Vergangenheit.',
    too_far: 'Höchstens zehn Jahre im Voraus.',
    exceeds_yours: 'Sie können nur Berechtigungen erteilen, die Sie selbst haben.',
  },
  curl: {
    shell: 'Shell',
    how: 'Führen Sie die erste Zeile aus, fügen Sie das Token ein und drücken Sie die Eingabetaste: So gelangt es nicht in den Verlauf der Shell. Die zweite Zeile ruft die API auf.',
    first: 'Erste Zeile',
    second: 'Zweite Zeile',
  },
  reference: 'Referenz: {id}',
};
