import type { Notices } from './en.ts';

/** What is said of an error, and of what became of a token, in German. */
export const de: Notices = {
  signed_out:
    'Sie sind abgemeldet. Es wurde kein Token erstellt. Melden Sie sich auf der Seite an und versuchen Sie es erneut.',
  forbidden:
    'Die Plattform hat abgelehnt: Sie dürfen das nicht oder nicht mehr. Wenden Sie sich an einen Administrator des Tenants.',
  not_found: 'Die Plattform kennt dieses Token nicht. Erstellen Sie ein neues.',
  conflict:
    'Die Plattform hat abgelehnt, weil sich inzwischen etwas geändert hat. Versuchen Sie es erneut.',
  invalid:
    'Die Plattform hat einen Wert abgelehnt. Prüfen Sie die Felder und versuchen Sie es erneut.',
  rate_limited: 'Zu viele Anfragen. Versuchen Sie es in {wait} erneut.',
  refused: 'Die Plattform hat die Anfrage abgelehnt ({status}). Versuchen Sie es später erneut.',
  foreign:
    'Geantwortet hat nicht die Plattform, sondern etwas dazwischen ({status}), etwa ein Proxy oder eine Anmeldung. Versuchen Sie es später erneut.',
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
  not_as_asked:
    'Die Plattform hat das Token anders erstellt als angefordert. Es funktioniert nicht: Löschen Sie jede Kopie.',
  not_revoked:
    'Ein Token, das die Plattform anders erstellt hat als angefordert, funktioniert vielleicht noch: Widerrufen Sie es im Cockpit unter API.',
};
