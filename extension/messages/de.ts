import { de as shared } from '../../shared/messages/de.ts';
import type { Texts } from './en.ts';

/** What the popup says in German. */
export const de: Texts = {
  ...shared,
  title: 'Neues API-Token',
  loading: 'Die Seite wird gefragt …',
  options: 'Einstellungen',
  tryAgain: 'Erneut versuchen',
  askAgain: 'Erneut fragen',
  startAgain: 'Neu beginnen',
  waiting:
    'Auf {origin} wartet ein Token: „{name}“. Öffnen Sie diese Seite und klicken Sie dort auf das Symbol.',
  waitingHere: 'Auf dieser Seite wartet das Token einer anderen Person: „{name}“.',
  fault:
    'Die Erweiterung hat eine Störung. Ihre Eingaben sind noch da. Schließen Sie dies und klicken Sie erneut auf das Symbol.',
  notTenant: {
    title: 'Keine Tenant-Seite',
    no_platform:
      'Auf dieser Seite antwortet kein G-IoT-Tenant. Öffnen Sie das Cockpit Ihres Tenants und klicken Sie dort auf das Symbol.',
    restricted:
      'Auf dieser Seite lässt der Browser keine Erweiterung zu. Öffnen Sie das Cockpit Ihres Tenants und klicken Sie dort auf das Symbol.',
  },
  signedOut: {
    title: 'Abgemeldet',
    text: 'Auf dieser Seite ist niemand angemeldet. Melden Sie sich an und klicken Sie erneut auf das Symbol. Ihre Eingaben sind noch da.',
  },
  notAllowed: {
    title: 'Nicht erlaubt',
    text: '{person} ({role}) darf in {tenant} keine API-Token erzeugen. Fragen Sie einen Super Admin des Tenants, oder melden Sie sich als solcher an.',
  },
  unavailable: 'Die Plattform antwortet nicht',
  form: {
    ownDate: 'Datum',
    lastDay: 'Letzter Tag: {date}',
    lastDayInZone: 'Letzter Tag: {date} ({zone})',
    noEnd: 'Gilt, bis jemand es widerruft',
    lacking: 'haben Sie nicht',
    filter: 'Tenants suchen',
    noMatch: 'Kein Tenant passt.',
  },
  working: {
    title: 'Das Token wird erzeugt …',
    text: 'Sie können dies schließen. Das Token wartet dann hier.',
  },
  unknown: {
    title: 'Es kam keine Antwort',
    text: 'Vielleicht ist ein Token „{name}“ entstanden. Niemand hat es gesehen, und es funktioniert nicht. Erneutes Fragen erzeugt nie ein zweites.',
    giveUp: 'Aufgeben',
  },
  token: {
    title: 'Token kopieren, dann speichern',
    text: 'Es wird nur jetzt gezeigt und funktioniert erst, wenn es gespeichert ist.',
    until: 'Ist es bis {time} nicht gespeichert, wird es verworfen.',
    masked: 'Verborgen. Kopieren geht trotzdem.',
    copied: 'Kopiert.',
    copyFailed:
      'Der Browser hat es nicht kopiert. Es ist sichtbar und markiert: Kopieren Sie es mit der Tastatur.',
    confirm: 'Sie haben es nicht kopiert, und es wird nie wieder gezeigt. Trotzdem speichern?',
    mayWork:
      'Es ist nicht bekannt, ob es gespeichert ist. Speichern Sie erneut, um sicher zu sein.',
  },
  saving: 'Wird gespeichert …',
  cancelling: 'Wird verworfen …',
  unconfirmed: {
    title: 'Noch nicht sicher',
    save: 'Es ist nicht bekannt, ob „{name}“ gespeichert ist. Die Erweiterung hat das Token vergessen; wenn Sie es kopiert haben, fragen Sie erneut.',
    cancel:
      'Es ist nicht bekannt, ob „{name}“ verworfen ist. Fragen Sie erneut; wenn das nicht hilft, suchen Sie es im Cockpit unter API.',
  },
  saved: {
    title: '„{name}“ funktioniert',
    here: 'Bis Sie dies schließen, können Sie das Token hier kopieren. Danach kann es niemand mehr zeigen.',
    gone: 'Das Token wird nicht aufbewahrt. Wenn Sie es nicht kopiert haben, widerrufen Sie es im Cockpit unter API und erzeugen Sie ein neues.',
    call: 'In einer Shell, als $TENANT_TOKEN:',
    copyCommand: 'Befehl kopieren',
    tryIt: 'Ausprobieren',
    trying: 'Wird ausprobiert …',
    another: 'Weiteres erzeugen',
    instead: 'Die API-URL ist von dieser Seite aus nicht erreichbar, gefragt wurde {origin}.',
    works: '{status}: Das Token funktioniert.',
    lacksRead:
      '{status}: Das Token funktioniert, ihm fehlt aber „Lesen“, das dieser Aufruf braucht.',
    dead: '{status}: Das Token funktioniert nicht.',
    unclear: '{status}: Die Plattform sagt nichts über das Token. Versuchen Sie es später erneut.',
    noAnswer: 'Keine Antwort von {origin}.',
  },
  failed: {
    lapsed: {
      title: 'Nicht rechtzeitig gespeichert',
      text: '„{name}“ wurde nicht rechtzeitig gespeichert und ist verworfen. Es hat nie funktioniert. Ihre Eingaben sind noch da.',
    },
    dead: {
      title: 'Nicht gespeichert',
      text: 'Die Plattform hat abgelehnt, „{name}“ zu speichern. Dieses Token funktioniert nicht: Werfen Sie jede Kopie weg. Ihre Eingaben sind noch da.',
    },
    unseen: {
      title: 'Verschwunden, bevor es jemand sah',
      text: 'Die Plattform kann „{name}“ nicht mehr zeigen. Niemand hat dieses Token gesehen. Ihre Eingaben sind noch da.',
    },
  },
};
