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
  notices: {
    signed_out:
      'Sie sind abgemeldet. Es wurde kein Token erstellt. Melden Sie sich auf der Seite an und versuchen Sie es erneut.',
    forbidden:
      'Die Plattform hat abgelehnt: Sie dürfen das nicht oder nicht mehr. Wenden Sie sich an einen Administrator des Tenants.',
    not_found: 'Die Plattform kennt dieses Token nicht. Erstellen Sie ein neues.',
    conflict:
      'Die Plattform hat abgelehnt, weil sich inzwischen etwas geändert hat. Versuchen Sie es erneut.',
    invalid:
      'Die Plattform hat einen Wert abgelehnt. Prüfen Sie die Felder und versuchen Sie es erneut.',
    rate_limited: 'Zu viele Anfragen. Versuchen Sie es in {seconds} Sekunden erneut.',
    refused: 'Die Plattform hat die Anfrage abgelehnt ({status}). Versuchen Sie es später erneut.',
    server_error:
      'Auf der Plattform ist ein Fehler aufgetreten ({status}). Versuchen Sie es später erneut.',
    malformed:
      'Die Antwort war nicht die einer Tenant-Plattform. Laden Sie die Seite neu und versuchen Sie es erneut.',
    redirected:
      'Die Plattform hat die Anfrage auf eine andere Seite umgeleitet: Wahrscheinlich sind Sie abgemeldet. Melden Sie sich auf der Seite an und versuchen Sie es erneut.',
    timeout: 'Die Plattform hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut.',
    unreachable:
      'Die Plattform ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    page_gone:
      'Die Seite wurde geschlossen, neu geladen oder verlassen. Öffnen Sie die Seite wieder und klicken Sie dort auf das Symbol.',
    page_forbids:
      'Die Seite verbietet jede Verbindung, deshalb lässt sich die Plattform über sie nicht fragen. Es wurde nichts gesendet. Öffnen Sie eine andere Seite des Tenants und klicken Sie dort auf das Symbol.',
    other_origin:
      'Der Tab zeigt jetzt eine andere Seite. Dorthin wurde nichts gesendet. Kehren Sie zur Seite des Tenants zurück und klicken Sie dort auf das Symbol.',
    discarded: 'Verworfen. Dieses Token funktioniert nicht.',
    cancelled: 'Im Cockpit abgebrochen.',
    other_person:
      'Auf der Seite ist inzwischen jemand anderes angemeldet. Es wurde kein Token behalten. Prüfen Sie die Anmeldung und versuchen Sie es erneut.',
    abandoned:
      'Abgebrochen. Falls ein Token erstellt wurde, hat es niemand gesehen, es funktioniert nicht, und die Plattform verwirft es innerhalb von 15 Minuten.',
    forgotten:
      'Hier war ein Token offen, als der Browser oder diese Erweiterung neu startete. Ist es gespeichert, funktioniert es. Wenn Sie es nicht kopiert haben, widerrufen Sie es im Cockpit unter API.',
  },
  curl: {
    shell: 'Shell',
    how: 'Führen Sie die erste Zeile aus, fügen Sie das Token ein und drücken Sie die Eingabetaste: So gelangt es nicht in den Verlauf der Shell. Die zweite Zeile ruft die API auf.',
    first: 'Erste Zeile',
    second: 'Zweite Zeile',
  },
  reference: 'Referenz: {id}',
};
