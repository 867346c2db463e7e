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
    until: '{what}, ultimo giorno: {date}.',
    untilInZone: '{what}, ultimo giorno: {date} ({zone}).',
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
    too_long: 'Al massimo questo numero di caratteri: {max}.',
    control_characters: 'Il testo contiene caratteri invisibili. Inseriscilo di nuovo.',
    wrong_type: 'La piattaforma non accetta questo valore.',
    unknown: 'La piattaforma non conosce questo valore, o non puoi sceglierlo.',
    duplicate: 'È stato scelto due volte.',
    not_a_date: 'Questa data non esiste.',
    in_the_past: 'Questa data è già passata nel fuso orario del tenant.',
    too_far: 'Al massimo dieci anni da oggi.',
    exceeds_yours: 'Puoi concedere solo i permessi che hai tu.',
  },
  curl: {
    shell: 'Shell',
    how: 'Esegui la prima riga, poi incolla il token e premi Invio: così non resta nella cronologia della shell. La seconda riga chiama l’API.',
    first: 'Prima riga',
    second: 'Seconda riga',
  },
  reference: 'Riferimento: {id}',
};
