import { it as shared } from '../../shared/messages/it.ts';
import { handOver } from './hand-over/it.ts';
import { home } from './home/it.ts';
import type { Texts } from './en.ts';

/** What the bot says in Italian. */
export const it: Texts = {
  ...shared,
  handOver,
  home,
  form: {
    title: 'Nuovo token API',
    loading: 'Un momento…',
    ownDate: 'Data',
    searchTenants: 'Cerca tenant',
    unread: 'Non riconosciuto e non inserito: {words}',
    tenantUnknown: 'Qui non c’è un tenant {tenant}. Scegline uno.',
    tenantAmbiguous: 'Tenant {tenant}: possono essere più di uno. Scegline uno.',
    tenantNotGranted: 'I criteri non ti consentono il tenant {tenant}. Scegline un altro.',
    tenantAnother: 'Nel frattempo il significato di {tenant} è cambiato. Scegli un tenant.',
    groupsUnknown:
      'Slack non indica di quali gruppi di utenti fai parte, quindi non puoi scegliere ciò che è concesso a quelli. Riprova tra un minuto.',
    notGivable: 'Questa app non può concedere: {permissions}.',
    listMissing:
      'La piattaforma non dice quali tenant ci sono. Per ora si può scegliere solo questo.',
    away: 'Qui mancano dei tenant, perché non arriva risposta da: {platforms}. Riprova tra un minuto.',
  },
  refusals: {
    guest: 'Gli ospiti ricevono token API solo se i criteri li nominano uno per uno.',
    bot: 'I bot ricevono token API solo se i criteri li nominano uno per uno.',
    outsider:
      'Le persone di altre aree di lavoro ricevono token API solo se i criteri le nominano una per una.',
    gone: 'Questo account è disattivato e non riceve token API.',
    no_rule: 'I criteri non ti consentono token API qui.',
    tenant: 'I criteri non ti consentono questo tenant.',
    all_tenants: 'I criteri non ti consentono tutti i tenant.',
    permissions: 'I criteri non ti consentono qui: {permissions}.',
    lifetime: 'I criteri ti consentono al massimo la data {date}.',
    never: 'I criteri non ti consentono token senza scadenza: al massimo la data {date}.',
    approvals:
      'Parti di questa richiesta richiedono l’approvazione di persone diverse. Chiedile come token separati.',
    no_maker:
      'I token di questo tenant li creano le persone e i criteri non ne indicano nessuna. Chi gestisce i criteri deve aggiungere handOver, oppure approval alla regola.',
    nothing_to_choose:
      'I criteri ti nominano, ma senza un tenant o un permesso che questa app possa concedere. Non è stato creato nulla.',
    ask: 'Rivolgiti a {whom}.',
  },
  problems: {
    often:
      'Hai chiesto molte volte in poco tempo. Non è stato creato nulla. Riprova tra un minuto.',
    no_list:
      'La piattaforma non dice quali tenant ci sono, quindi non se ne può proporre nessuno. Non è stato creato nulla. Riprova tra un minuto.',
    platform:
      'La piattaforma tenant non risponde. Non è stato creato nulla. Riprova tra un minuto.',
    key: 'La piattaforma tenant rifiuta la chiave di questa app. Non è stato creato nulla. Rivolgiti a chi gestisce l’app.',
    slack: 'Slack non indica chi sei. Non è stato creato nulla. Riprova tra un minuto.',
    store:
      'Non è stato possibile registrare la richiesta, quindi non è stato creato nulla. Riprova tra un minuto.',
    expired: 'Non è stato possibile aprire il modulo in tempo. Non è stato creato nulla. Riprova.',
    fault:
      'Si è verificato un errore nell’app. Non è stato creato nulla. Riprova. Riferimento: {id}',
    kept: 'I dati inseriti sono conservati.',
  },
  help: {
    title: 'Token API dei tuoi tenant',
    unknownText: 'Questo comando non esiste. Il messaggio mostra quelli disponibili.',
    unknown: 'Il comando {word} non esiste.',
    create: 'apre un modulo. Il token viene mostrato una volta, in un messaggio che vedi solo tu.',
    prefill: 'Con i campi già compilati; ogni parte è facoltativa:',
    name: 'il nome del token, tra virgolette',
    tenant: 'il nome o l’ID di un tenant, oppure all per «{allTenants}»',
    expires:
      'per quanto tempo: 7d, 30d, 90d, 1y, un numero qualsiasi di giorni (10d) o settimane (2w), l’ultimo giorno (2027-01-31) oppure never per mai',
    permissions: 'uno o più tra read, write, create, delete, separati da virgole',
    text: 'un testo tra virgolette',
    link: 'lo apre compilato da un link copiato dal popup del browser o da chi chiede.',
    help: 'mostra questa guida.',
  },
  token: {
    text: 'Il tuo nuovo token API è qui. Copialo ora: nessuno può mostrarlo di nuovo.',
    title: 'Token API {name}',
    copy: 'Copia ora il token. Nessuno può mostrarlo di nuovo.',
    once: 'Solo tu vedi questo messaggio. Slack non garantisce quando scompare: scegli «{hide}» appena hai copiato il token.',
    soon: 'Il token funziona appena arriva la ricevuta. La ricevuta non contiene il token.',
    call: 'Usa con curl',
    revoke: 'Revoca',
    notHidden:
      'Slack non ha nascosto il messaggio. Solo tu lo vedi. Riprova tra un minuto o ricarica Slack: di solito così scompare.',
  },
  receipt: {
    activeText: 'Ricevuta: il tuo token API è salvato e funziona.',
    revokedText: 'Ricevuta: il tuo token API è revocato e non funziona più.',
    active: 'Il token API {name} è salvato e funziona',
    revoked: 'Il token API {name} è revocato',
    openText: 'Ricevuta: il tuo token API potrebbe funzionare ancora.',
    open: 'Il token API {name} potrebbe funzionare ancora',
    notTakenBack:
      'La piattaforma non l’ha ritirato. Chiedi a un amministratore del tenant di revocarlo nel cockpit, sotto API. «Revoca» riprova, se non è già in corso.',
    hint: 'Per riconoscerlo, quattro dei suoi caratteri: {hint}',
    lost: 'Se non l’hai copiato, revocalo e creane un altro. Nessuno può mostrarlo di nuovo.',
    dead: 'Non funziona più, ovunque sia usato.',
  },
  revoking: {
    title: 'Revocare questo token?',
    confirm: '{name} smette subito di funzionare, ovunque sia usato. L’operazione è irreversibile.',
    revoked: 'Revocato. Il token non funziona più.',
    already_revoked: 'Era già revocato. Il token non funziona.',
    dead: 'Non c’è nulla da revocare: quel token non funziona.',
    later:
      'Non ancora: la piattaforma non l’ha confermato. La richiesta è registrata e viene ritentata finché non riesce; seguirà un messaggio.',
    refused:
      'La piattaforma non lo revoca per questa app. Considera che il token funzioni ancora: chiedi a un amministratore del tenant di revocarlo nel cockpit, sotto API.',
    not_yours: 'Può farlo solo chi ha richiesto questo token. Non è stato modificato nulla.',
    failed:
      'Non è stato possibile registrare l’operazione. Non è stato modificato nulla. Riprova tra un minuto.',
    not_found: 'Questa app non conosce quel token. Non è stato modificato nulla.',
  },
  announcements: {
    title: 'Token API {name}',
    askAgain: 'Richiedi di nuovo',
    undeliverable:
      'Non è stato possibile consegnare il tuo token API: Slack non ha accettato il messaggio da nessuna parte. Nessuno ha visto il token, e non funziona.',
    delivery_unknown:
      'Slack non ha comunicato se ha consegnato il tuo token API. Se lo vedi, scartalo: non funziona.',
    save_refused:
      'La piattaforma non ha salvato il tuo token API. Il token che ti è stato mostrato non funziona: scartalo.',
    save_unknown:
      'La piattaforma non ha ancora comunicato se ha salvato il tuo token API. Fino al prossimo messaggio, considera che il token non funziona.',
    not_as_asked:
      'La piattaforma ha creato un token API diverso da quello richiesto: con altri permessi, per un altro tenant o fino a un’altra data. È stato ritirato e non funziona: se lo vedi, scartalo. Avvisa chi gestisce l’app.',
    taken_elsewhere:
      'Anche un’altra istanza di questa app ha ricevuto la tua richiesta di un token API e risponde di quella. Questa istanza non ne ha creati.',
    swallowed:
      'La tua richiesta di un token API è stata interrotta. Nessuno ha visto un token, e nessuno di questa richiesta funziona. I dati richiesti sono conservati.',
    next_invalid:
      'La piattaforma ha rifiutato un valore, quindi non è stato creato alcun token API. I dati richiesti sono conservati.',
    next_refused:
      'La piattaforma rifiuta questa app, quindi non è stato creato alcun token API. Rivolgiti a chi gestisce l’app; i dati richiesti sono conservati.',
    next_failed:
      'La piattaforma non ha risposto alla tua richiesta di un token API. Nessuno ha visto un token, e nessuno di questa richiesta funziona. I dati richiesti sono conservati.',
  },
  petitions: {
    needed: 'Prima che il token venga creato, qualcuno deve approvarlo:',
    sent: 'La tua richiesta è stata inviata a chi può approvarla. L’esito compare nei tuoi messaggi con questa app.',
    close: 'Chiudi',
    double:
      'Hai già chiesto esattamente questo, ed è in attesa di approvazione. Lo trovi nei tuoi messaggi con questa app.',
    many: 'Troppe delle tue richieste sono in attesa di approvazione. Ritirane una nei tuoi messaggi con questa app, o attendi una risposta.',
    rule: 'Criteri: {rule}',
    purpose: 'Scopo',
    noPurpose: 'La richiesta non indica uno scopo.',
    asks: '{who} chiede il token API {name}',
    place: 'Chiesto in {place}',
    until: 'Senza risposta la richiesta scade in data {date}.',
    approve: 'Approva',
    refuse: 'Rifiuta',
    withdraw: 'Ritira',
    approveTitle: 'Approvare questa richiesta?',
    approveText:
      'Il token API {name} viene creato subito e mostrato solo alla persona che lo ha chiesto.',
    withdrawTitle: 'Ritirare questa richiesta?',
    withdrawText: 'Non ne nasce alcun token. Chi è stato interpellato ne viene informato.',
    refuseTitle: 'Rifiuta richiesta',
    refuseReason: 'Motivo',
    refuseHint: 'Chi ha chiesto il token può leggerlo.',
    askText: 'Una richiesta di token API ha bisogno della tua approvazione.',
    askChannelText: 'Una richiesta di token API ha bisogno di un’approvazione.',
    remindText: 'Una richiesta di token API è ancora in attesa della tua approvazione.',
    remindChannelText: 'Una richiesta di token API è ancora in attesa di approvazione.',
    ownText: 'L’esito della tua richiesta di token API.',
    standsText: 'Lo stato di una richiesta di token API.',
    endedText: {
      refused: 'La tua richiesta di token API è stata rifiutata.',
      lapsed: 'La tua richiesta di token API è scaduta.',
      void: 'La tua richiesta di token API si è conclusa senza che ne nascesse alcun token.',
    },
    forAsker: {
      waiting: 'In attesa di approvazione. È stato chiesto a: {who}',
      approved:
        'Approvato da {who}. Il token viene creato e ti sarà mostrato nei tuoi messaggi con questa app.',
      delivered: 'Approvato da {who}, creato e consegnato. La ricevuta è un messaggio a parte.',
      failed:
        'Approvato da {who}, ma qualcosa è andato storto con il token. Un messaggio a parte dice che cosa.',
      refused: 'Rifiutato da {who}. Non ne è nato alcun token.',
      withdrawn: 'Hai ritirato questa richiesta. Non ne è nato alcun token.',
      lapsed:
        'Nessuno ha risposto in tempo, quindi la richiesta è scaduta. Non è stato creato alcun token.',
    },
    forApprover: {
      approved: 'Approvato da {who}. Il token viene creato.',
      delivered: 'Approvato da {who}. Il token è arrivato alla persona che lo ha chiesto.',
      failed:
        'Approvato da {who}, ma qualcosa è andato storto con il token. Chi lo ha chiesto sa che cosa.',
      refused: 'Rifiutato da {who}.',
      withdrawn: 'Ritirato dalla persona che lo ha chiesto.',
      lapsed: 'Scaduto: nessuno ha risposto in tempo.',
    },
    void: {
      policy: 'I criteri non lo consentono più. Dalla richiesta non è nato alcun token.',
      asker:
        'La persona che ha chiesto il token non fa più parte dell’area di lavoro. Dalla richiesta non è nato alcun token.',
      tenant:
        'Il tenant non è più disponibile per questa app. Dalla richiesta non è nato alcun token.',
      date: 'Il giorno fino al quale il token doveva funzionare è passato. Dalla richiesta non è nato alcun token.',
      nobody:
        'Non c’è nessuno che possa approvarlo. Dalla richiesta non è nato alcun token. Chi gestisce i criteri deve indicare qualcuno.',
      removed:
        'Nel frattempo l’app è stata rimossa dall’area di lavoro. Dalla richiesta non è nato alcun token.',
    },
    answers: {
      may_not:
        'A questa richiesta possono rispondere solo le persone che i criteri indicano. Non è stato modificato nulla.',
      own: 'Questa richiesta è tua, quindi deve rispondere qualcun altro. Non è stato modificato nulla.',
      late: 'A questa richiesta è già stato risposto, oppure è chiusa. Il suo messaggio dice come.',
      not_found: 'Questa app non conosce la richiesta. Non è stato modificato nulla.',
      not_yours:
        'Solo la persona che ha chiesto il token può ritirare la richiesta. Non è stato modificato nulla.',
    },
  },
};
