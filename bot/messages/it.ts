import { it as shared } from '../../shared/messages/it.ts';
import type { Texts } from './en.ts';

/** What the bot says in Italian. */
export const it: Texts = {
  ...shared,
  form: {
    title: 'Nuovo token API',
    loading: 'Un momento …',
    ownDate: 'Data',
    searchTenants: 'Cerca tenant',
    unread: 'Non capito e non inserito: {words}',
    notGranted: 'Le regole non lo concedono, quindi resta vuoto: {words}. Rivolgiti a {whom}.',
    tenantUnknown: 'Qui non c’è un tenant {tenant}. Scegline uno.',
    tenantAmbiguous: 'Tenant {tenant}: possono essere più di uno. Scegline uno.',
    tenantNotGranted:
      'Nessuna regola ti concede il tenant {tenant}. Scegline un altro o rivolgiti a {whom}.',
    noTenant: 'Scegli un tenant per vedere che cosa potrà fare il token.',
    incomplete: 'Selezionate un permesso e una data per vedere che cosa potrà fare il token.',
  },
  refusals: {
    guest: 'Gli ospiti ricevono token API solo se le regole li nominano uno per uno.',
    bot: 'I bot ricevono token API solo se le regole li nominano uno per uno.',
    outsider:
      'Le persone di altri workspace ricevono token API solo se le regole le nominano una per una.',
    gone: 'Questo account è disattivato e non riceve token API.',
    no_rule: 'Nessuna regola vi concede token API qui.',
    tenant: 'Nessuna regola vi concede questo tenant.',
    all_tenants: 'Nessuna regola vi concede tutti i tenant.',
    permissions: 'Nessuna regola vi concede qui: {permissions}.',
    lifetime: 'Secondo le regole potete scegliere al più tardi il {date}.',
    never: 'Secondo le regole nessun vostro token dura per sempre: al più tardi fino al {date}.',
    nothing_to_choose:
      'Le regole vi nominano, ma senza un tenant o un permesso che questa app possa dare. Non è stato creato nulla.',
    ask: 'Rivolgetevi a {whom}.',
  },
  problems: {
    platform:
      'La piattaforma tenant non risponde. Non è stato creato nulla. Riprovate tra un minuto.',
    key: 'La piattaforma tenant rifiuta la chiave di questa app. Non è stato creato nulla. Rivolgetevi a chi gestisce l’app.',
    slack: 'Slack non dice chi siete. Non è stato creato nulla. Riprovate tra un minuto.',
    store:
      'Non è stato possibile registrare la richiesta, quindi non è stato creato nulla. Riprovate tra un minuto.',
    expired:
      'Non è stato possibile aprire il modulo in tempo. Non è stato creato nulla. Ripetete il comando.',
    fault: 'L’app ha un guasto. Non è stato creato nulla. Riprovate; riferimento: {id}',
    kept: 'Quanto inserito è conservato.',
  },
  help: {
    title: 'Token API dei vostri tenant',
    unknown: 'Il comando {word} non esiste.',
    create: 'apre un modulo. Il token si legge una volta, in un messaggio che solo voi vedete.',
    prefill: 'Già compilato; ogni parte si può omettere:',
    help: 'mostra questo aiuto.',
  },
  token: {
    text: 'Il vostro token API è qui, nel primo riquadro di codice. Copiatelo ora.',
    title: 'Token API {name}',
    once: 'Solo voi vedete questo messaggio, e solo finché Slack non si ricarica. Copiate ora il token: nessuno può mostrarlo di nuovo.',
    soon: 'Funziona appena la ricevuta, senza il token, è nei vostri messaggi con questa app.',
    revoke: 'Revoca',
    revoked: 'Revocato. Questo token non funziona più.',
    notHidden:
      'Slack non ha nascosto il messaggio. Solo voi lo vedete, e sparisce appena ricaricate Slack.',
  },
  receipt: {
    activeText: 'Ricevuta: il vostro token API funziona.',
    revokedText: 'Ricevuta: il vostro token API è revocato.',
    active: 'Il token API {name} funziona',
    revoked: 'Il token API {name} è revocato',
    hint: 'Quattro dei suoi caratteri: {hint}',
    lost: 'Se non l’avete copiato, revocatelo e createne un altro. Nessuno può mostrarlo di nuovo.',
    dead: 'Non funziona più, ovunque sia usato.',
  },
  revoking: {
    title: 'Revocare questo token?',
    confirm: '{name} smette subito di funzionare, ovunque sia usato. Non si può annullare.',
    revoked: 'Revocato. Il token non funziona più.',
    already_revoked: 'Era già revocato. Il token non funziona.',
    dead: 'Non c’è nulla da revocare: quel token non funziona.',
    later:
      'La piattaforma non risponde. La vostra richiesta è registrata e viene ritentata finché riesce; seguirà un messaggio.',
    refused:
      'La piattaforma rifiuta questa app. Il token funziona ancora: chiedete a un amministratore del tenant di revocarlo nel cockpit, sotto API.',
    not_yours: 'Può farlo solo chi ha chiesto questo token. Non è stato cambiato nulla.',
    failed:
      'Non è stato possibile registrarlo. Non è stato cambiato nulla. Riprovate tra un minuto.',
    not_found: 'Questa app non conosce quel token. Non è stato cambiato nulla.',
  },
  announcements: {
    text: 'Riguardo a un token API che avete chiesto: vedete questo messaggio.',
    title: 'Token API {name}',
    askAgain: 'Chiedi di nuovo',
    undeliverable:
      'Non è stato possibile consegnarlo: Slack non ha accettato il messaggio. Nessuno ha visto il token, e non funziona.',
    delivery_unknown:
      'Slack non ha detto se ha consegnato il token. Se lo vedete, buttatelo: non funziona.',
    save_refused:
      'La piattaforma non l’ha salvato. Il token che avete visto non funziona: buttatelo.',
    save_unknown:
      'La piattaforma non ha ancora detto se l’ha salvato. Fino al prossimo messaggio, considerate che il token non funziona.',
    swallowed:
      'La vostra richiesta è stata interrotta. Nessuno ha visto un token, e nessuno ne funziona. Quanto chiesto è conservato.',
    next_invalid:
      'La piattaforma ha rifiutato un valore. Non è stato creato nessun token. Quanto chiesto è conservato.',
    next_refused:
      'La piattaforma rifiuta questa app. Non è stato creato nessun token. Rivolgetevi a chi gestisce l’app; quanto chiesto è conservato.',
    next_failed:
      'La piattaforma non ha risposto. Nessuno ha visto un token, e nessuno ne funziona. Quanto chiesto è conservato.',
  },
};
