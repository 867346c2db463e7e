import type { ScreenTexts } from './en.ts';

/** What is said where there is nothing to fill in, in Italian. */
export const it: ScreenTexts = {
  insecureTitle: 'Non su HTTP non cifrato',
  notTenant: {
    insecure:
      'Questa pagina arriva su HTTP non cifrato: chi si trova lungo il percorso potrebbe leggere il token, quindi qui non se ne crea né se ne invia nessuno. Apri il cockpit del tuo tenant su HTTPS e fai clic sull’icona.',
    title: 'Non è la pagina di un tenant',
    no_platform:
      'In questa pagina non risponde nessun tenant G-IoT. Apri il cockpit del tuo tenant e fai clic sull’icona.',
    restricted:
      'In questa pagina il browser non ammette estensioni. Apri il cockpit del tuo tenant e fai clic sull’icona.',
  },
  signedOut: {
    title: 'Accesso non effettuato',
    text: 'In questa pagina nessuno ha effettuato l’accesso. Accedi e fai di nuovo clic sull’icona. I dati inseriti sono conservati.',
  },
  perhapsSignedOut: {
    title: 'Accesso terminato?',
    text: 'La piattaforma ha reindirizzato o rifiutato la richiesta. Se questo è il cockpit del tuo tenant, forse la sessione è terminata: ricarica la pagina, accedi e fai di nuovo clic sull’icona. I dati inseriti sono conservati.',
  },
  notAllowed: {
    title: 'Non consentito',
    text: '{person} ({role}) non può creare token API in {tenant}. Rivolgiti a un Super Admin del tenant, o accedi come tale.',
    withoutRole:
      '{person} non può creare token API in {tenant}. Rivolgiti a un Super Admin del tenant, o accedi come tale.',
    withoutPerson:
      'Non puoi creare token API in {tenant}. Rivolgiti a un Super Admin del tenant, o accedi come tale.',
  },
  unavailable: 'La piattaforma non risponde',
  failed: {
    lapsed: {
      title: 'Non salvato in tempo',
      text: '«{name}» non è stato salvato in tempo ed è scartato. Non ha mai funzionato. I dati inseriti sono conservati.',
    },
    dead: {
      title: 'Non salvato',
      text: 'La piattaforma ha rifiutato di salvare «{name}». Quel token non funziona: elimina ogni copia. I dati inseriti sono conservati.',
    },
    unseen: {
      title: 'Scomparso prima di essere visto',
      text: 'La piattaforma non può più mostrare «{name}». Nessuno ha visto quel token. I dati inseriti sono conservati.',
    },
  },
  unconfirmed: {
    title: 'Non ancora certo',
    save: 'Non si sa se «{name}» è stato salvato. L’estensione ha dimenticato il token; se lo hai copiato, chiedi di nuovo.',
    cancel:
      'Non si sa se «{name}» è stato scartato. Chiedi di nuovo; se non basta, cercalo nel cockpit, sotto API.',
    refused: {
      title: 'Non scartato',
      text: 'La piattaforma non ha scartato «{name}». Se non lo hai salvato, non funziona e viene scartato da sé entro 15 minuti; altrimenti revocalo nel cockpit, sotto API.',
    },
    otherwise: {
      title: 'Non è il token richiesto',
      text: 'La piattaforma ha creato «{name}» diversamente da quanto richiesto, e funziona. Non è certo che sia stato revocato: chiedi di nuovo; se non basta, revocalo nel cockpit, sotto API.',
    },
  },
  kept: 'I dati inseriti sono conservati.',
  nowhere:
    'Qui non si possono creare token, o non ti è consentito (404). Ricarica la pagina e riprova.',
  confirm: 'Non lo hai copiato e non verrà più mostrato. Salvarlo lo stesso?',
  made: {
    signed_out: 'La sessione è terminata. Accedi nella pagina e riprova.',
    not_found: 'La piattaforma non conosce questo token, o non più.',
  },
};
