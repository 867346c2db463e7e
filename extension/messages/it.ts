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
  faultAtLast:
    'Si è verificato un errore nell’estensione. Il token è salvato: copialo qui prima di chiudere.',
  otherWindow:
    'Un’altra finestra è stata più veloce: questo è il suo token. I dati inseriti in questa non sono stati inviati.',
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
    until: 'Se non viene salvato, viene scartato tra {minutes}.',
    masked: 'Nascosto. Si può copiare lo stesso.',
    copied: 'Copiato.',
    copyFailed: 'Il browser non lo ha copiato. È visibile e selezionato: copialo con la tastiera.',
    mayWork: 'Non si sa se è stato salvato. Salva di nuovo per esserne certo.',
  },
  saving: 'Salvataggio…',
  cancelling: 'Scarto…',
  saved: {
    title: 'Salvato',
    here: 'Finché non chiudi questa finestra, puoi copiare qui il token. Poi nessuno potrà più mostrarlo.',
    gone: 'Il token non viene conservato. Se non lo hai copiato, revocalo nel cockpit, sotto API, e creane un altro.',
    call: 'Uso in una shell',
    copyCommand: 'Copia comando',
    tryIt: 'Prova',
    trying: 'Prova in corso…',
    another: 'Crea un altro',
  },
};
