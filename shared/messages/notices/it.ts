import type { Notices } from './en.ts';

/** What is said of an error, and of what became of a token, in Italian. */
export const it: Notices = {
  signed_out:
    'La sessione è terminata. Nessun token è stato creato. Accedi nella pagina e riprova.',
  forbidden:
    'La piattaforma ha rifiutato: non ti è consentito, o non più. Rivolgiti a un amministratore del tenant.',
  not_found: 'La piattaforma non conosce questo token. Creane uno nuovo.',
  conflict: 'La piattaforma ha rifiutato perché nel frattempo qualcosa è cambiato. Riprova.',
  invalid: 'La piattaforma ha rifiutato un valore. Controlla i campi e riprova.',
  rate_limited: 'Troppe richieste. Riprova tra {wait}.',
  refused: 'La piattaforma ha rifiutato la richiesta ({status}). Riprova più tardi.',
  foreign:
    'Non ha risposto la piattaforma, ma qualcosa lungo il percorso ({status}), per esempio un proxy o una pagina di accesso. Riprova più tardi.',
  server_error: 'Si è verificato un errore nella piattaforma ({status}). Riprova più tardi.',
  malformed: 'La risposta non era quella di una piattaforma tenant. Ricarica la pagina e riprova.',
  redirected:
    'La piattaforma ha inviato la richiesta a un’altra pagina: probabilmente la sessione è terminata. Accedi nella pagina e riprova.',
  timeout: 'La piattaforma non ha risposto in tempo. Riprova.',
  unreachable: 'La piattaforma non è raggiungibile. Controlla la connessione e riprova.',
  page_gone:
    'La pagina è stata chiusa, ricaricata o abbandonata. Riapri la pagina e fai clic sull’icona.',
  page_forbids:
    'La pagina vieta ogni connessione, quindi la piattaforma non può essere interrogata da qui. Non è stato inviato nulla. Apri un’altra pagina del tenant e fai clic sull’icona.',
  other_origin:
    'La scheda mostra ora un’altra pagina. Non vi è stato inviato nulla. Torna alla pagina del tenant e fai clic sull’icona.',
  discarded: 'Scartato. Quel token non funziona.',
  cancelled: 'Annullato nel cockpit.',
  other_person:
    'Ora nella pagina ha effettuato l’accesso un’altra persona. Nessun token è stato conservato. Controlla chi ha effettuato l’accesso e riprova.',
  abandoned:
    'Annullato. Se un token è stato creato, nessuno lo ha visto, non funziona e la piattaforma lo scarta entro 15 minuti.',
  forgotten:
    'Qui un token era in sospeso quando il browser o questa estensione si è riavviato, e lo ha dimenticato. Se è stato salvato, funziona: senza una copia, revocalo nel cockpit, sotto API.',
  not_as_asked:
    'La piattaforma ha creato il token diversamente da quanto richiesto. Non funziona: elimina ogni copia.',
  not_revoked:
    'Un token che la piattaforma ha creato diversamente da quanto richiesto forse funziona ancora: revocalo nel cockpit, sotto API.',
};
