import { de as shared } from '../../shared/messages/de.ts';
import type { Texts } from './en.ts';

/** What the bot says in German. */
export const de: Texts = {
  ...shared,
  form: {
    title: 'Neues API-Token',
    loading: 'Einen Moment …',
    ownDate: 'Datum',
    searchTenants: 'Tenants suchen',
    unread: 'Nicht verstanden und nicht eingetragen: {words}',
    notGranted: 'Das geben Ihnen die Regeln nicht, darum ist es leer: {words}. Fragen Sie {whom}.',
    tenantUnknown: 'Einen Tenant {tenant} gibt es hier nicht. Wählen Sie einen aus.',
    tenantAmbiguous: 'Tenant {tenant}: Damit können mehrere gemeint sein. Wählen Sie einen aus.',
    tenantNotGranted:
      'Keine Regel gibt Ihnen den Tenant {tenant}. Wählen Sie einen anderen oder fragen Sie {whom}.',
    noTenant: 'Wählen Sie einen Tenant aus, dann steht hier, was das Token können wird.',
    incomplete:
      'Wählen Sie eine Berechtigung und ein Datum, dann steht hier, was das Token können wird.',
  },
  refusals: {
    guest: 'Gäste bekommen API-Tokens nur, wo die Regeln sie einzeln nennen.',
    bot: 'Bots bekommen API-Tokens nur, wo die Regeln sie einzeln nennen.',
    outsider:
      'Personen anderer Workspaces bekommen API-Tokens nur, wo die Regeln sie einzeln nennen.',
    gone: 'Dieses Konto ist deaktiviert und bekommt kein API-Token.',
    no_rule: 'Keine Regel gibt Ihnen hier API-Tokens.',
    tenant: 'Keine Regel gibt Ihnen diesen Tenant.',
    all_tenants: 'Keine Regel gibt Ihnen alle Tenants.',
    permissions: 'Keine Regel gibt Ihnen hier: {permissions}.',
    lifetime: 'Nach den Regeln können Sie höchstens den {date} wählen.',
    never: 'Nach den Regeln gilt keines Ihrer Tokens für immer: höchstens bis zum {date}.',
    nothing_to_choose:
      'Die Regeln nennen Sie, aber keinen Tenant und keine Berechtigung, die diese App vergeben kann. Es wurde nichts erzeugt.',
    ask: 'Fragen Sie {whom}.',
  },
  problems: {
    platform:
      'Die Tenant-Plattform antwortet nicht. Es wurde nichts erzeugt. Versuchen Sie es in einer Minute erneut.',
    key: 'Die Tenant-Plattform lehnt den Schlüssel dieser App ab. Es wurde nichts erzeugt. Fragen Sie, wer die App betreibt.',
    slack:
      'Slack sagt nicht, wer Sie sind. Es wurde nichts erzeugt. Versuchen Sie es in einer Minute erneut.',
    store:
      'Das konnte nicht festgehalten werden, darum wurde nichts erzeugt. Versuchen Sie es in einer Minute erneut.',
    expired:
      'Das Formular konnte nicht rechtzeitig geöffnet werden. Es wurde nichts erzeugt. Geben Sie den Befehl noch einmal ein.',
    fault:
      'Die App hat einen Fehler. Es wurde nichts erzeugt. Versuchen Sie es erneut; Referenz: {id}',
    kept: 'Ihre Eingaben sind noch da.',
  },
  help: {
    title: 'API-Tokens Ihrer Tenants',
    unknown: 'Den Befehl {word} gibt es nicht.',
    create:
      'öffnet ein Formular. Das Token lesen Sie einmal, in einer Nachricht, die nur Sie sehen.',
    prefill: 'Gleich ausgefüllt; jeder Teil kann fehlen:',
    help: 'zeigt diese Hilfe.',
  },
  token: {
    text: 'Ihr API-Token steht hier, im ersten Codeblock. Kopieren Sie es jetzt.',
    title: 'API-Token {name}',
    once: 'Nur Sie sehen diese Nachricht, und nur, bis Slack neu lädt. Kopieren Sie das Token jetzt: Niemand kann es noch einmal anzeigen.',
    soon: 'Es funktioniert, sobald die Quittung, ohne das Token, in Ihren Nachrichten mit dieser App steht.',
    revoke: 'Widerrufen',
    revoked: 'Widerrufen. Dieses Token funktioniert nicht mehr.',
    notHidden:
      'Slack hat die Nachricht nicht verborgen. Nur Sie sehen sie, und sie ist weg, sobald Sie Slack neu laden.',
  },
  receipt: {
    activeText: 'Quittung: Ihr API-Token funktioniert.',
    revokedText: 'Quittung: Ihr API-Token ist widerrufen.',
    active: 'API-Token {name} funktioniert',
    revoked: 'API-Token {name} ist widerrufen',
    hint: 'Vier seiner Zeichen: {hint}',
    lost: 'Haben Sie es nicht kopiert, widerrufen Sie es und erzeugen Sie ein anderes. Niemand kann es noch einmal anzeigen.',
    dead: 'Es funktioniert nicht mehr, wo immer es verwendet wird.',
  },
  revoking: {
    title: 'Dieses Token widerrufen?',
    confirm:
      '{name} funktioniert sofort nicht mehr, wo immer es verwendet wird. Das lässt sich nicht rückgängig machen.',
    revoked: 'Widerrufen. Das Token funktioniert nicht mehr.',
    already_revoked: 'Es war schon widerrufen. Das Token funktioniert nicht.',
    dead: 'Es gibt nichts zu widerrufen: Dieses Token funktioniert nicht.',
    later:
      'Die Plattform antwortet nicht. Ihr Wunsch ist festgehalten und wird versucht, bis er erfüllt ist; eine Nachricht folgt.',
    refused:
      'Die Plattform lehnt diese App ab. Das Token funktioniert noch: Bitten Sie einen Administrator des Tenants, es im Cockpit unter API zu widerrufen.',
    not_yours: 'Das kann nur, wer dieses Token verlangt hat. Es wurde nichts geändert.',
    failed:
      'Das konnte nicht festgehalten werden. Es wurde nichts geändert. Versuchen Sie es in einer Minute erneut.',
    not_found: 'Diese App kennt das Token nicht. Es wurde nichts geändert.',
  },
  announcements: {
    text: 'Zu einem API-Token, das Sie verlangt haben: siehe diese Nachricht.',
    title: 'API-Token {name}',
    askAgain: 'Noch einmal',
    undeliverable:
      'Es konnte nicht zugestellt werden: Slack nahm die Nachricht nirgends an. Niemand hat das Token gesehen, und es funktioniert nicht.',
    delivery_unknown:
      'Slack sagte nicht, ob es das Token zugestellt hat. Falls Sie es sehen, verwerfen Sie es: Es funktioniert nicht.',
    save_refused:
      'Die Plattform hat es nicht gespeichert. Das Token, das Ihnen gezeigt wurde, funktioniert nicht: Verwerfen Sie es.',
    save_unknown:
      'Die Plattform hat noch nicht gesagt, ob sie es gespeichert hat. Bis eine weitere Nachricht folgt, gehen Sie davon aus, dass das Token nicht funktioniert.',
    swallowed:
      'Ihre Anfrage wurde unterbrochen. Niemand hat ein Token gesehen, und keines daraus funktioniert. Was Sie verlangt haben, ist noch da.',
    next_invalid:
      'Die Plattform hat einen Wert abgelehnt. Es wurde kein Token erzeugt. Was Sie verlangt haben, ist noch da.',
    next_refused:
      'Die Plattform lehnt diese App ab. Es wurde kein Token erzeugt. Fragen Sie, wer die App betreibt; was Sie verlangt haben, ist noch da.',
    next_failed:
      'Die Plattform hat nicht geantwortet. Niemand hat ein Token gesehen, und keines daraus funktioniert. Was Sie verlangt haben, ist noch da.',
  },
};
