import type { ScreenTexts } from './en.ts';

/** What is said where there is nothing to fill in, in German. */
export const de: ScreenTexts = {
  insecureTitle: 'Nicht über unverschlüsseltes HTTP',
  notTenant: {
    insecure:
      'Diese Seite kommt über unverschlüsseltes HTTP: Wer auf dem Weg mitliest, könnte das Token lesen, deshalb wird hier keines erstellt oder gesendet. Öffnen Sie das Cockpit Ihres Tenants über HTTPS und klicken Sie dort auf das Symbol.',
    title: 'Keine Tenant-Seite',
    no_platform:
      'Auf dieser Seite antwortet kein G-IoT-Tenant. Öffnen Sie das Cockpit Ihres Tenants und klicken Sie dort auf das Symbol.',
    restricted:
      'Auf dieser Seite lässt der Browser keine Erweiterung zu. Öffnen Sie das Cockpit Ihres Tenants und klicken Sie dort auf das Symbol.',
  },
  signedOut: {
    title: 'Abgemeldet',
    text: 'Auf dieser Seite ist niemand angemeldet. Melden Sie sich an und klicken Sie erneut auf das Symbol. Ihre Eingaben bleiben erhalten.',
  },
  perhapsSignedOut: {
    title: 'Abgemeldet?',
    text: 'Die Plattform hat die Anfrage umgeleitet oder abgelehnt. Wenn dies das Cockpit Ihres Tenants ist, sind Sie vielleicht abgemeldet: Laden Sie die Seite neu, melden Sie sich an und klicken Sie erneut auf das Symbol. Ihre Eingaben bleiben erhalten.',
  },
  notAllowed: {
    title: 'Nicht erlaubt',
    text: '{person} ({role}) darf in {tenant} keine API-Tokens erstellen. Wenden Sie sich an einen Super Admin des Tenants oder melden Sie sich als solcher an.',
    withoutRole:
      '{person} darf in {tenant} keine API-Tokens erstellen. Wenden Sie sich an einen Super Admin des Tenants oder melden Sie sich als solcher an.',
    withoutPerson:
      'Sie dürfen in {tenant} keine API-Tokens erstellen. Wenden Sie sich an einen Super Admin des Tenants oder melden Sie sich als solcher an.',
  },
  unavailable: 'Die Plattform antwortet nicht',
  failed: {
    lapsed: {
      title: 'Nicht rechtzeitig gespeichert',
      text: '„{name}“ wurde nicht rechtzeitig gespeichert und ist verworfen. Es hat nie funktioniert. Ihre Eingaben bleiben erhalten.',
    },
    dead: {
      title: 'Nicht gespeichert',
      text: 'Die Plattform hat abgelehnt, „{name}“ zu speichern. Dieses Token funktioniert nicht: Löschen Sie jede Kopie. Ihre Eingaben bleiben erhalten.',
    },
    unseen: {
      title: 'Verloren, bevor es jemand sah',
      text: 'Die Plattform kann „{name}“ nicht mehr anzeigen. Niemand hat dieses Token gesehen. Ihre Eingaben bleiben erhalten.',
    },
  },
  unconfirmed: {
    title: 'Noch nicht sicher',
    save: 'Es ist nicht bekannt, ob „{name}“ gespeichert ist. Die Erweiterung hat das Token nicht mehr; wenn Sie es kopiert haben, fragen Sie erneut an.',
    cancel:
      'Es ist nicht bekannt, ob „{name}“ verworfen ist. Fragen Sie erneut an; wenn das nicht hilft, suchen Sie es im Cockpit unter API.',
    refused: {
      title: 'Nicht verworfen',
      text: 'Die Plattform hat „{name}“ nicht verworfen. Haben Sie es nicht gespeichert, funktioniert es nicht und wird innerhalb von 15 Minuten von selbst verworfen; andernfalls widerrufen Sie es im Cockpit unter API.',
    },
    otherwise: {
      title: 'Nicht das angeforderte Token',
      text: 'Die Plattform hat „{name}“ anders erstellt als angefordert, und es funktioniert. Es ist nicht sicher, ob es widerrufen ist: Fragen Sie erneut an; wenn das nicht hilft, widerrufen Sie es im Cockpit unter API.',
    },
  },
  kept: 'Ihre Eingaben bleiben erhalten.',
  nowhere:
    'Hier lassen sich keine API-Tokens erstellen, oder nicht von Ihnen (404). Laden Sie die Seite neu und versuchen Sie es erneut.',
  confirm: 'Sie haben es nicht kopiert, und es wird nie wieder angezeigt. Trotzdem speichern?',
  made: {
    signed_out:
      'Sie sind abgemeldet. Melden Sie sich auf der Seite an und versuchen Sie es erneut.',
    not_found: 'Die Plattform kennt dieses Token nicht oder nicht mehr.',
  },
};
