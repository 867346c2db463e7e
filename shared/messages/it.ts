import type { Messages } from './en.ts';

/** What both faces say in Italian. The labels are the cockpit's own. */
export const it: Messages = {
  fields: {
    name: 'Nome',
    description: 'Descrizione',
    expiresOn: 'Data di Scadenza',
    tenantId: 'Tenant',
    permissions: 'Permessi',
    token: 'Token API',
  },
  allTenants: 'Tutti i Tenant',
  permissions: { read: 'Leggi', write: 'Scrivi', create: 'Crea', delete: 'Elimina' },
  permissionHints: {
    read: 'vedere i dati (GET)',
    write: 'modificare i dati (PUT)',
    create: 'aggiungere dati (POST)',
    delete: 'rimuovere dati (DELETE)',
  },
  buttons: {
    next: 'Avanti',
    show: 'Mostra',
    hide: 'Nascondi',
    copy: 'Copia',
    save: 'Salva',
    cancel: 'Annulla',
  },
  expiry: {
    '7d': '7 giorni',
    '30d': '30 giorni',
    '90d': '90 giorni',
    '1y': '1 anno',
    date: 'A una data',
    never: 'Mai',
  },
  summary: {
    one: '{permissions} solo in {tenant}, senza i suoi sub-tenant',
    all: '{permissions} in {tenant} e in tutti i suoi sub-tenant, anche futuri',
    until: '{what}, fino alla fine del {date}.',
    untilInZone: '{what}, fino alla fine del {date} ({zone}).',
    never: '{what}, finché qualcuno non lo revoca.',
    warnings: {
      all_with_delete: 'Può eliminare dati in ogni tenant, compresi quelli futuri.',
      never: 'Non scade mai: se viene divulgato, funziona finché qualcuno non se ne accorge.',
    },
  },
  fieldErrors: {
    required: {
      name: 'Dai un nome al token.',
      description: 'Inserisci una descrizione.',
      tenantId: 'Scegli un tenant.',
      permissions: 'Seleziona almeno un permesso: senza, ogni chiamata con il token fallisce.',
      expiresOn: 'Scegli una data.',
    },
    too_long: 'Al massimo {max} caratteri.',
    control_characters: 'Il testo contiene caratteri invisibili. Inseriscilo di nuovo.',
    wrong_type: 'La piattaforma non accetta questo valore.',
    unknown: 'La piattaforma non conosce questo valore, o non puoi sceglierlo.',
    duplicate: 'È stato scelto due volte.',
    not_a_date: 'Questa data non esiste.',
    in_the_past: 'Questa data è già passata nel fuso orario del tenant.',
    too_far: 'Al massimo dieci anni da oggi.',
    exceeds_yours: 'Puoi concedere solo i permessi che hai tu.',
  },
  notices: {
    signed_out:
      'La sessione è terminata. Nessun token è stato creato. Accedi nella pagina e riprova.',
    forbidden:
      'La piattaforma ha rifiutato: non ti è consentito, o non più. Rivolgiti a un amministratore del tenant.',
    not_found: 'La piattaforma non conosce questo token. Creane uno nuovo.',
    conflict: 'La piattaforma ha rifiutato perché nel frattempo qualcosa è cambiato. Riprova.',
    invalid: 'La piattaforma ha rifiutato un valore. Controlla i campi e riprova.',
    rate_limited: 'Troppe richieste. Riprova tra {seconds} secondi.',
    refused: 'La piattaforma ha rifiutato la richiesta ({status}). Riprova più tardi.',
    server_error: 'Si è verificato un errore nella piattaforma ({status}). Riprova più tardi.',
    malformed:
      'La risposta non era quella di una piattaforma tenant. Ricarica la pagina e riprova.',
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
  },
  curl: {
    shell: 'Shell',
    how: 'Esegui la prima riga, poi incolla il token e premi Invio: così non resta nella cronologia della shell. La seconda riga chiama l’API.',
    first: 'Prima riga',
    second: 'Seconda riga',
  },
  reference: 'Riferimento: {id}',
};
