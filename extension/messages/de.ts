import { de as shared } from '../../shared/messages/de.ts';
import type { Texts } from './en.ts';

/** What the popup says in German. */
export const de: Texts = {
  ...shared,
  title: 'Neues API-Token',
  loading: 'Die Seite wird abgefragt …',
  options: 'Einstellungen',
  tryAgain: 'Erneut versuchen',
  askAgain: 'Erneut anfragen',
  startAgain: 'Neu beginnen',
  waiting:
    'Auf {origin} wartet ein Token: „{name}“. Öffnen Sie diese Seite und klicken Sie dort auf das Symbol.',
  waitingHere: 'Auf dieser Seite wartet ein Token auf die Person, die es erstellt hat.',
  fault:
    'In der Erweiterung ist ein Fehler aufgetreten. Ihre Eingaben bleiben erhalten. Schließen Sie dieses Fenster und klicken Sie erneut auf das Symbol.',
  faultAtLast:
    'In der Erweiterung ist ein Fehler aufgetreten. Das Token ist gespeichert: Kopieren Sie es hier, bevor Sie dieses Fenster schließen.',
  otherWindow:
    'Ein anderes Fenster war schneller: Dies ist dessen Token. Ihre Eingaben in diesem Fenster wurden nicht gesendet.',
  form: {
    noList:
      'Die Plattform hat keine Liste der Tenants geliefert, deshalb ist nur Ihr eigener wählbar.',
    ownDate: 'Datum',
    lastDay: 'Letzter Tag: {date}',
    lastDayInZone: 'Letzter Tag: {date} ({zone})',
    noEnd: 'Funktioniert, bis es jemand widerruft',
    lacking: 'Sie haben sie nicht',
    filter: 'Tenants suchen',
    noMatch: 'Kein Tenant gefunden.',
  },
  working: {
    title: 'Das Token wird erstellt …',
    text: 'Sie können dieses Fenster schließen. Das Token wartet dann hier.',
  },
  unknown: {
    title: 'Keine eindeutige Antwort',
    text: 'Vielleicht wurde ein Token „{name}“ erstellt. Niemand hat es gesehen, und es funktioniert nicht. Erneutes Anfragen erstellt nie ein zweites.',
    giveUp: 'Abbrechen',
  },
  token: {
    title: 'Token kopieren, dann speichern',
    text: 'Es wird nur jetzt angezeigt und funktioniert erst, wenn es gespeichert ist.',
    until: 'Wird es nicht gespeichert, wird es in {minutes} verworfen.',
    masked: 'Ausgeblendet. Kopieren ist trotzdem möglich.',
    copied: 'Kopiert.',
    copyFailed:
      'Der Browser hat es nicht kopiert. Es ist sichtbar und markiert: Kopieren Sie es mit der Tastatur.',
    mayWork:
      'Es ist nicht bekannt, ob es gespeichert ist. Speichern Sie erneut, um sicher zu sein.',
  },
  saving: 'Wird gespeichert …',
  cancelling: 'Wird verworfen …',
  saved: {
    title: 'Gespeichert',
    here: 'Bis Sie dieses Fenster schließen, können Sie das Token hier kopieren. Danach kann es niemand mehr anzeigen.',
    gone: 'Das Token wird nicht aufbewahrt. Wenn Sie es nicht kopiert haben, widerrufen Sie es im Cockpit unter API und erstellen Sie ein neues.',
    call: 'In einer Shell verwenden',
    copyCommand: 'Befehl kopieren',
    tryIt: 'Testen',
    trying: 'Wird getestet …',
    another: 'Weiteres erstellen',
  },
};
