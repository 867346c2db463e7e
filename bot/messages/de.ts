import { de as shared } from '../../shared/messages/de.ts';
import { handOver } from './hand-over/de.ts';
import { home } from './home/de.ts';
import type { Texts } from './en.ts';

/** What the bot says in German. */
export const de: Texts = {
  ...shared,
  handOver,
  home,
  form: {
    title: 'Neues API-Token',
    loading: 'Einen Moment …',
    ownDate: 'Datum',
    searchTenants: 'Tenants suchen',
    unread: 'Nicht erkannt und nicht übernommen: {words}',
    tenantUnknown: 'Einen Tenant {tenant} gibt es hier nicht. Wählen Sie einen aus.',
    tenantAmbiguous: 'Tenant {tenant}: Damit können mehrere gemeint sein. Wählen Sie einen aus.',
    tenantNotGranted:
      'Die Richtlinie erlaubt Ihnen den Tenant {tenant} nicht. Wählen Sie einen anderen aus.',
    tenantAnother: 'Was {tenant} bedeutet, hat sich seither geändert. Wählen Sie einen Tenant aus.',
    groupsUnknown:
      'Slack gibt nicht an, in welchen Benutzergruppen Sie sind. Was denen gewährt ist, lässt sich deshalb nicht wählen. Versuchen Sie es in einer Minute noch einmal.',
    notGivable: 'Diese App kann nicht erteilen: {permissions}.',
    listMissing:
      'Die Plattform sagt nicht, welche Tenants es gibt. Im Moment steht nur dieser zur Wahl.',
    away: 'Hier fehlen Tenants, weil keine Antwort kommt von: {platforms}. Versuchen Sie es in einer Minute erneut.',
  },
  refusals: {
    guest: 'Gäste erhalten API-Tokens nur, wenn die Richtlinie sie einzeln nennt.',
    bot: 'Bots erhalten API-Tokens nur, wenn die Richtlinie sie einzeln nennt.',
    outsider:
      'Personen aus anderen Workspaces erhalten API-Tokens nur, wenn die Richtlinie sie einzeln nennt.',
    gone: 'Dieses Konto ist deaktiviert und erhält kein API-Token.',
    no_rule: 'Die Richtlinie erlaubt Ihnen hier keine API-Tokens.',
    tenant: 'Die Richtlinie erlaubt Ihnen diesen Tenant nicht.',
    all_tenants: 'Die Richtlinie erlaubt Ihnen die Auswahl aller Tenants nicht.',
    permissions: 'Die Richtlinie erlaubt Ihnen hier nicht: {permissions}.',
    lifetime: 'Die Richtlinie erlaubt als letzten Tag höchstens den {date}.',
    never:
      'Die Richtlinie erlaubt Ihnen kein unbefristetes Token: Der letzte Tag ist höchstens der {date}.',
    approvals:
      'Teile davon brauchen die Genehmigung verschiedener Personen. Fordern Sie dafür getrennte Tokens an.',
    no_maker:
      'Die Tokens dieses Tenants werden von Personen erstellt, und die Richtlinie nennt dafür niemanden. Wer sie pflegt, muss handOver ergänzen oder in der Regel approval.',
    nothing_to_choose:
      'Die Richtlinie nennt Sie, aber keinen Tenant und keine Berechtigung, die diese App erteilen kann. Es wurde nichts erstellt.',
    ask: 'Wenden Sie sich an {whom}.',
  },
  problems: {
    often:
      'Sie haben in kurzer Zeit sehr oft gefragt. Es wurde nichts erstellt. Versuchen Sie es in einer Minute erneut.',
    no_list:
      'Die Plattform sagt nicht, welche Tenants es gibt, darum steht keiner zur Wahl. Es wurde nichts erstellt. Versuchen Sie es in einer Minute erneut.',
    platform:
      'Die Tenant-Plattform antwortet nicht. Es wurde nichts erstellt. Versuchen Sie es in einer Minute erneut.',
    key: 'Die Tenant-Plattform lehnt den Schlüssel dieser App ab. Es wurde nichts erstellt. Wenden Sie sich an die Person, die die App betreibt.',
    slack:
      'Slack gibt nicht an, wer Sie sind. Es wurde nichts erstellt. Versuchen Sie es in einer Minute erneut.',
    store:
      'Die Anforderung konnte nicht gespeichert werden, daher wurde nichts erstellt. Versuchen Sie es in einer Minute erneut.',
    expired:
      'Das Formular konnte nicht rechtzeitig geöffnet werden. Es wurde nichts erstellt. Versuchen Sie es erneut.',
    fault:
      'In der App ist ein Fehler aufgetreten. Es wurde nichts erstellt. Versuchen Sie es erneut. Referenz: {id}',
    kept: 'Ihre Eingaben bleiben erhalten.',
  },
  help: {
    title: 'API-Tokens Ihrer Tenants',
    unknownText: 'Diesen Befehl gibt es nicht. Die Nachricht zeigt, welche es gibt.',
    unknown: 'Den Befehl {word} gibt es nicht.',
    create:
      'öffnet ein Formular. Das Token wird Ihnen einmal angezeigt, in einer Nachricht, die nur Sie sehen.',
    prefill: 'Mit ausgefüllten Feldern; jede Angabe ist optional:',
    name: 'der Name des Tokens, in Anführungszeichen',
    tenant: 'der Name oder die ID eines Tenants, oder all für „{allTenants}“',
    expires:
      'wie lange: 7d, 30d, 90d, 1y, eine beliebige Anzahl Tage (10d) oder Wochen (2w), der letzte Tag (2027-01-31) oder never für nie',
    permissions: 'eine oder mehrere: read, write, create, delete, durch Kommas getrennt',
    text: 'ein Text in Anführungszeichen',
    link: 'öffnet es ausgefüllt aus einem Link, den das Popup im Browser oder die anfordernde Person kopiert hat.',
    help: 'zeigt diese Hilfe an.',
  },
  token: {
    text: 'Ihr neues API-Token ist da. Kopieren Sie es jetzt: Niemand kann es noch einmal anzeigen.',
    title: 'API-Token {name}',
    copy: 'Kopieren Sie das Token jetzt. Niemand kann es noch einmal anzeigen.',
    once: 'Nur Sie sehen diese Nachricht. Slack legt nicht fest, wann sie verschwindet: Wählen Sie „{hide}“, sobald Sie das Token kopiert haben.',
    soon: 'Das Token funktioniert, sobald der Beleg eintrifft. Der Beleg enthält das Token nicht.',
    call: 'Mit curl verwenden',
    revoke: 'Widerrufen',
    notHidden:
      'Slack hat die Nachricht nicht ausgeblendet. Nur Sie sehen sie. Versuchen Sie es in einer Minute erneut, oder laden Sie Slack neu: Meist verschwindet sie dann.',
  },
  receipt: {
    activeText: 'Beleg: Ihr API-Token ist gespeichert und funktioniert.',
    revokedText: 'Beleg: Ihr API-Token ist widerrufen und funktioniert nicht mehr.',
    active: 'API-Token {name} ist gespeichert und funktioniert',
    revoked: 'API-Token {name} ist widerrufen',
    openText: 'Beleg: Ihr API-Token funktioniert möglicherweise noch.',
    open: 'API-Token {name} funktioniert möglicherweise noch',
    notTakenBack:
      'Die Plattform hat es nicht zurückgenommen. Bitten Sie einen Administrator des Tenants, es im Cockpit unter API zu widerrufen. „Widerrufen“ versucht es noch einmal, wenn das nicht schon läuft.',
    hint: 'Zum Wiedererkennen vier seiner Zeichen: {hint}',
    lost: 'Falls Sie es nicht kopiert haben: Widerrufen Sie es und erstellen Sie ein neues. Niemand kann es noch einmal anzeigen.',
    dead: 'Es funktioniert nicht mehr, wo immer es verwendet wird.',
  },
  revoking: {
    title: 'Dieses Token widerrufen?',
    confirm:
      '{name} funktioniert sofort nicht mehr, wo immer es verwendet wird. Das lässt sich nicht rückgängig machen.',
    revoked: 'Widerrufen. Das Token funktioniert nicht mehr.',
    already_revoked: 'Es war bereits widerrufen. Das Token funktioniert nicht.',
    dead: 'Es gibt nichts zu widerrufen: Dieses Token funktioniert nicht.',
    later:
      'Noch nicht erledigt: Die Plattform hat es nicht bestätigt. Der Widerruf ist vorgemerkt und wird versucht, bis er gelingt; eine Nachricht folgt.',
    refused:
      'Die Plattform widerruft es für diese App nicht. Gehen Sie davon aus, dass das Token noch funktioniert: Bitten Sie einen Administrator des Tenants, es im Cockpit unter API zu widerrufen.',
    not_yours:
      'Das kann nur die Person, die dieses Token angefordert hat. Es wurde nichts geändert.',
    failed:
      'Der Vorgang konnte nicht gespeichert werden. Es wurde nichts geändert. Versuchen Sie es in einer Minute erneut.',
    not_found: 'Diese App kennt das Token nicht. Es wurde nichts geändert.',
  },
  announcements: {
    title: 'API-Token {name}',
    askAgain: 'Erneut anfordern',
    undeliverable:
      'Ihr API-Token konnte nicht zugestellt werden: Slack hat die Nachricht nirgends angenommen. Niemand hat das Token gesehen, und es funktioniert nicht.',
    delivery_unknown:
      'Slack hat nicht mitgeteilt, ob Ihr API-Token zugestellt wurde. Falls Sie es sehen, verwerfen Sie es: Es funktioniert nicht.',
    save_refused:
      'Die Plattform hat Ihr API-Token nicht gespeichert. Das angezeigte Token funktioniert nicht: Verwerfen Sie es.',
    save_unknown:
      'Die Plattform hat noch nicht mitgeteilt, ob Ihr API-Token gespeichert ist. Bis eine weitere Nachricht folgt, gehen Sie davon aus, dass das Token nicht funktioniert.',
    not_as_asked:
      'Die Plattform hat ein anderes API-Token erstellt, als Sie angefordert haben: mit anderen Berechtigungen, für einen anderen Tenant oder bis zu einem anderen Datum. Es wurde zurückgenommen und funktioniert nicht: Falls Sie es sehen, verwerfen Sie es. Informieren Sie die Person, die die App betreibt.',
    taken_elsewhere:
      'Eine andere Instanz dieser App hat Ihre Anforderung eines API-Tokens ebenfalls angenommen und meldet sich dazu. Diese Instanz hat keines erstellt.',
    swallowed:
      'Ihre Anforderung eines API-Tokens wurde unterbrochen. Niemand hat ein Token gesehen, und keines daraus funktioniert. Ihre Angaben bleiben erhalten.',
    next_invalid:
      'Die Plattform hat einen Wert abgelehnt, daher wurde kein API-Token erstellt. Ihre Angaben bleiben erhalten.',
    next_refused:
      'Die Plattform lehnt diese App ab, daher wurde kein API-Token erstellt. Wenden Sie sich an die Person, die die App betreibt; Ihre Angaben bleiben erhalten.',
    next_failed:
      'Die Plattform hat auf Ihre Anforderung eines API-Tokens nicht geantwortet. Niemand hat ein Token gesehen, und keines daraus funktioniert. Ihre Angaben bleiben erhalten.',
  },
  petitions: {
    needed: 'Bevor das Token erstellt wird, muss es jemand genehmigen:',
    sent: 'Ihre Anforderung liegt nun denen vor, die sie genehmigen können. Was daraus wird, steht in Ihren Nachrichten mit dieser App.',
    close: 'Schließen',
    double:
      'Genau das haben Sie bereits angefordert, und es wartet auf Genehmigung. Sie finden es in Ihren Nachrichten mit dieser App.',
    many: 'Zu viele Ihrer Anforderungen warten auf Genehmigung. Ziehen Sie in Ihren Nachrichten mit dieser App eine zurück, oder warten Sie eine Antwort ab.',
    rule: 'Richtlinie: {rule}',
    purpose: 'Zweck',
    noPurpose: 'Die Anforderung nennt keinen Zweck.',
    asks: '{who} fordert das API-Token {name} an',
    place: 'Angefordert in {place}',
    until: 'Ohne Antwort verfällt die Anforderung am {date}.',
    approve: 'Genehmigen',
    refuse: 'Ablehnen',
    withdraw: 'Zurückziehen',
    approveTitle: 'Diese Anforderung genehmigen?',
    approveText:
      'Das API-Token {name} wird sofort erstellt und nur der Person angezeigt, die es angefordert hat.',
    withdrawTitle: 'Diese Anforderung zurückziehen?',
    withdrawText: 'Es wird kein Token daraus. Wer gefragt wurde, erfährt davon.',
    refuseTitle: 'Anforderung ablehnen',
    refuseReason: 'Grund',
    refuseHint: 'Wer das Token angefordert hat, kann ihn lesen.',
    askText: 'Eine Anforderung eines API-Tokens braucht Ihre Genehmigung.',
    askChannelText: 'Eine Anforderung eines API-Tokens braucht eine Genehmigung.',
    remindText: 'Eine Anforderung eines API-Tokens wartet noch auf Ihre Genehmigung.',
    remindChannelText: 'Eine Anforderung eines API-Tokens wartet noch auf eine Genehmigung.',
    ownText: 'Was aus Ihrer Anforderung eines API-Tokens geworden ist.',
    standsText: 'Wie es um eine Anforderung eines API-Tokens steht.',
    endedText: {
      refused: 'Ihre Anforderung eines API-Tokens wurde abgelehnt.',
      lapsed: 'Ihre Anforderung eines API-Tokens ist verfallen.',
      void: 'Ihre Anforderung eines API-Tokens hat sich erledigt, und es ist kein Token daraus geworden.',
    },
    forAsker: {
      waiting: 'Wartet auf Genehmigung. Gefragt: {who}',
      approved:
        'Von {who} genehmigt. Das Token wird erstellt und in Ihren Nachrichten mit dieser App angezeigt.',
      delivered:
        'Von {who} genehmigt, erstellt und zugestellt. Der Beleg ist eine eigene Nachricht.',
      failed:
        'Von {who} genehmigt, aber mit dem Token ging etwas schief. Eine eigene Nachricht sagt, was.',
      refused: 'Von {who} abgelehnt. Es ist kein Token daraus geworden.',
      withdrawn: 'Sie haben diese Anforderung zurückgezogen. Es ist kein Token daraus geworden.',
      lapsed:
        'Niemand hat rechtzeitig geantwortet, darum ist die Anforderung verfallen. Es wurde kein Token erstellt.',
    },
    forApprover: {
      approved: 'Von {who} genehmigt. Das Token wird erstellt.',
      delivered: 'Von {who} genehmigt. Das Token ist bei der Person, die es angefordert hat.',
      failed:
        'Von {who} genehmigt, aber mit dem Token ging etwas schief. Wer es angefordert hat, weiß, was.',
      refused: 'Von {who} abgelehnt.',
      withdrawn: 'Von der Person zurückgezogen, die das Token angefordert hat.',
      lapsed: 'Verfallen: Niemand hat rechtzeitig geantwortet.',
    },
    void: {
      policy: 'Die Richtlinie erlaubt das nicht mehr. Aus der Anforderung ist kein Token geworden.',
      asker:
        'Die Person, die das Token angefordert hat, gehört nicht mehr zum Workspace. Aus der Anforderung ist kein Token geworden.',
      tenant:
        'Den Tenant gibt es für diese App nicht mehr. Aus der Anforderung ist kein Token geworden.',
      date: 'Der Tag, bis zu dem das Token funktionieren sollte, ist vorbei. Aus der Anforderung ist kein Token geworden.',
      nobody:
        'Es gibt niemanden, der das genehmigen kann. Aus der Anforderung ist kein Token geworden. Wer die Richtlinie pflegt, muss jemanden benennen.',
      removed:
        'Die App wurde inzwischen aus dem Workspace entfernt. Aus der Anforderung ist kein Token geworden.',
    },
    answers: {
      may_not:
        'Diese Anforderung können nur Personen beantworten, die die Richtlinie dafür nennt. Es wurde nichts geändert.',
      own: 'Das ist Ihre eigene Anforderung, darum muss sie jemand anderes beantworten. Es wurde nichts geändert.',
      late: 'Diese Anforderung ist bereits beantwortet oder beendet. Ihre Nachricht sagt, wie.',
      not_found: 'Diese App kennt die Anforderung nicht. Es wurde nichts geändert.',
      not_yours:
        'Nur die Person, die das Token angefordert hat, kann die Anforderung zurückziehen. Es wurde nichts geändert.',
    },
  },
};
