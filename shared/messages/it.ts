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
    date: 'In una data',
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
      name: 'Date un nome al token.',
      description: 'Inserite una descrizione.',
      tenantId: 'Scegliete un tenant.',
      permissions: 'Selezionate almeno un permesso: senza, ogni chiamata con il token fallisce.',
      expiresOn: 'Scegliete una data.',
    },
    too_long: 'Al massimo {max} caratteri.',
    control_characters: 'Contiene caratteri invisibili. Inseritelo di nuovo.',
    wrong_type: 'La piattaforma non accetta questo valore.',
    unknown: 'La piattaforma non conosce questo valore, o non potete sceglierlo.',
    duplicate: 'È stato scelto due volte.',
    not_a_date: 'Questa data non esiste.',
    in_the_past: 'Questa data è già passata nel fuso orario del tenant.',
    too_far: 'Al massimo dieci anni da oggi.',
    exceeds_yours: 'Potete concedere solo i permessi che avete voi stessi.',
  },
  notices: {
    signed_out:
      'Non siete più connessi. Nessun token è stato creato e quanto inserito è conservato. Accedete nella pagina e riprovate.',
    forbidden:
      'La piattaforma ha rifiutato: non vi è permesso, o non più. Quanto inserito è conservato. Rivolgetevi a un amministratore del tenant.',
    not_found: 'La piattaforma non conosce questo token. Createne uno nuovo.',
    conflict:
      'La piattaforma ha rifiutato perché nel frattempo qualcosa è cambiato. Quanto inserito è conservato. Riprovate.',
    invalid:
      'La piattaforma ha rifiutato un valore. Quanto inserito è conservato. Controllate i campi e riprovate.',
    rate_limited:
      'Troppe richieste. Quanto inserito è conservato. Riprovate tra {seconds} secondi.',
    refused:
      'La piattaforma ha rifiutato la richiesta ({status}). Quanto inserito è conservato. Riprovate più tardi.',
    server_error:
      'La piattaforma ha un guasto ({status}). Quanto inserito è conservato. Riprovate più tardi.',
    malformed:
      'La risposta non era quella di una piattaforma tenant. Quanto inserito è conservato. Ricaricate la pagina e riprovate.',
    redirected:
      'La piattaforma ha inviato la richiesta a un’altra pagina: probabilmente non siete più connessi. Quanto inserito è conservato. Accedete nella pagina e riprovate.',
    timeout: 'La piattaforma non ha risposto in tempo. Quanto inserito è conservato. Riprovate.',
    unreachable:
      'La piattaforma non è raggiungibile. Quanto inserito è conservato. Controllate la connessione e riprovate.',
    page_gone:
      'La pagina è stata chiusa, ricaricata o lasciata. Quanto inserito è conservato. Riaprite la pagina e fate clic sull’icona.',
    other_origin:
      'La scheda mostra ora un’altra pagina. Non vi è stato inviato nulla e quanto inserito è conservato. Tornate alla pagina del tenant e fate clic sull’icona.',
    discarded: 'Scartato. Quel token non funziona.',
    other_person:
      'Ora nella pagina è connessa un’altra persona. Nessun token è stato tenuto e quanto inserito è conservato. Controllate chi è connesso e riprovate.',
    abandoned:
      'Abbandonato. Se un token è stato creato, nessuno lo ha visto, non funziona e la piattaforma lo scarta entro 15 minuti.',
  },
  curl: {
    shell: 'Shell',
    how: 'Esegui la prima riga, poi incolla il token e premi Invio: così non resta nella cronologia della shell. La seconda riga chiama l’API.',
    first: 'Prima riga',
    second: 'Seconda riga',
  },
  reference: 'Riferimento: {id}',
};
