import { it as shared } from '../../shared/messages/it.ts';
import type { Texts } from './en.ts';

/** What the popup says in Italian. */
export const it: Texts = {
  ...shared,
  title: 'Nuovo token API',
  loading: 'Lettura della pagina…',
  options: 'Opzioni',
  tryAgain: 'Riprova',
  askAgain: 'Chiedi di nuovo',
  startAgain: 'Ricomincia',
  waiting: 'Un token ti attende su {origin}: «{name}». Apri quella pagina e fai clic sull’icona.',
  waitingHere: 'In questa pagina un token attende la persona che lo ha creato.',
  fault:
    'Si è verificato un errore nell’estensione. I dati inseriti sono conservati. Chiudi e fai di nuovo clic sull’icona.',
  kept: 'I dati inseriti sono conservati.',
  otherWindow:
    'Un’altra finestra è stata più veloce: questo è il suo token. I dati inseriti in questa non sono stati inviati.',
  nowhere:
    'Qui non si possono creare token, o non ti è consentito (404). Ricarica la pagina e riprova.',
  made: {
    signed_out: 'La sessione è terminata. Accedi nella pagina e riprova.',
    not_found: 'La piattaforma non conosce questo token, o non più.',
  },
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
  },
  unavailable: 'La piattaforma non risponde',
  form: {
    noList: 'La piattaforma non ha fornito l’elenco dei tenant: si può scegliere solo il tuo.',
    ownDate: 'Data',
    lastDay: 'Ultimo giorno: {date}',
    lastDayInZone: 'Ultimo giorno: {date} ({zone})',
    noEnd: 'Funziona finché qualcuno non lo revoca',
    lacking: 'non lo hai',
    filter: 'Cerca tenant',
    noMatch: 'Nessun tenant trovato.',
  },
  working: {
    title: 'Creazione del token…',
    text: 'Puoi chiudere questa finestra: il token ti attenderà qui.',
  },
  unknown: {
    title: 'Nessuna risposta certa',
    text: 'Forse un token «{name}» è stato creato. Nessuno lo ha visto e non funziona. Chiedere di nuovo non ne crea mai un secondo.',
    giveUp: 'Annulla',
  },
  token: {
    title: 'Copia il token, poi salvalo',
    text: 'Viene mostrato solo ora e funziona solo dopo il salvataggio.',
    perhapsWorks: 'Viene mostrato solo ora. Forse funziona già.',
    until: 'Se non viene salvato, viene scartato tra {minutes}.',
    masked: 'Nascosto. Si può copiare lo stesso.',
    copied: 'Copiato.',
    copyFailed: 'Il browser non lo ha copiato. È visibile e selezionato: copialo con la tastiera.',
    confirm: 'Non lo hai copiato e non verrà più mostrato. Salvarlo lo stesso?',
    mayWork: 'Non si sa se è stato salvato. Salva di nuovo per esserne certo.',
  },
  saving: 'Salvataggio…',
  cancelling: 'Scarto…',
  unconfirmed: {
    title: 'Non ancora certo',
    save: 'Non si sa se «{name}» è stato salvato. L’estensione ha dimenticato il token; se lo hai copiato, chiedi di nuovo.',
    cancel:
      'Non si sa se «{name}» è stato scartato. Chiedi di nuovo; se non basta, cercalo nel cockpit, sotto API.',
    refused: {
      title: 'Non scartato',
      text: 'La piattaforma non ha scartato «{name}». Se non lo hai salvato, non funziona e viene scartato da sé entro 15 minuti; altrimenti revocalo nel cockpit, sotto API.',
    },
  },
  saved: {
    title: 'Salvato',
    here: 'Finché non chiudi questa finestra, puoi copiare qui il token. Poi nessuno potrà più mostrarlo.',
    gone: 'Il token non viene conservato. Se non lo hai copiato, revocalo nel cockpit, sotto API, e creane un altro.',
    call: 'Uso in una shell',
    copyCommand: 'Copia comando',
    tryIt: 'Prova',
    trying: 'Prova in corso…',
    another: 'Crea un altro',
    instead: 'L’URL API non è raggiungibile da questa pagina: è stato interrogato {origin}.',
    works: '{status}: il token funziona.',
    lacksRead: '{status}: il token funziona, ma gli manca «Leggi», necessario per questa chiamata.',
    dead: '{status}: il token non funziona.',
    unclear: '{status}: la piattaforma non dice nulla del token. Riprova più tardi.',
    noAnswer: 'Nessuna risposta da {origin}.',
  },
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
};
