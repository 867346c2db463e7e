import { it as shared } from '../../shared/messages/it.ts';
import type { Texts } from './en.ts';

/** What the popup says in Italian. */
export const it: Texts = {
  ...shared,
  title: 'Nuovo token API',
  loading: 'Si interroga la pagina …',
  options: 'Opzioni',
  tryAgain: 'Riprova',
  askAgain: 'Chiedi di nuovo',
  startAgain: 'Ricomincia',
  waiting:
    'Un token vi attende su {origin}: «{name}». Aprite quella pagina e fate clic sull’icona.',
  waitingHere: 'In questa pagina attende il token di un’altra persona: «{name}».',
  fault:
    'L’estensione ha un guasto. Quanto inserito è conservato. Chiudete e fate di nuovo clic sull’icona.',
  notTenant: {
    title: 'Non è la pagina di un tenant',
    no_platform:
      'In questa pagina non risponde nessun tenant G-IoT. Aprite il cockpit del vostro tenant e fate clic sull’icona.',
    restricted:
      'In questa pagina il browser non ammette estensioni. Aprite il cockpit del vostro tenant e fate clic sull’icona.',
  },
  signedOut: {
    title: 'Non siete connessi',
    text: 'In questa pagina nessuno è connesso. Accedete e fate di nuovo clic sull’icona. Quanto inserito è conservato.',
  },
  notAllowed: {
    title: 'Non permesso',
    text: '{person} ({role}) non può creare token API in {tenant}. Rivolgetevi a un Super Admin del tenant, o accedete come tale.',
  },
  unavailable: 'La piattaforma non risponde',
  form: {
    ownDate: 'Data',
    lastDay: 'Ultimo giorno: {date}',
    lastDayInZone: 'Ultimo giorno: {date} ({zone})',
    noEnd: 'Vale finché qualcuno non lo revoca',
    lacking: 'voi non lo avete',
    filter: 'Cerca tenant',
    noMatch: 'Nessun tenant corrisponde.',
  },
  working: {
    title: 'Creazione del token …',
    text: 'Potete chiudere: il token vi attenderà qui.',
  },
  unknown: {
    title: 'Nessuna risposta',
    text: 'Forse un token «{name}» è stato creato. Nessuno lo ha visto e non funziona. Chiedere di nuovo non ne crea mai un secondo.',
    giveUp: 'Rinuncia',
  },
  token: {
    title: 'Copiate il token, poi salvatelo',
    text: 'Viene mostrato solo ora e funziona solo dopo il salvataggio.',
    until: 'Se non viene salvato entro le {time}, viene scartato.',
    masked: 'Nascosto. Si può copiare lo stesso.',
    copied: 'Copiato.',
    copyFailed:
      'Il browser non lo ha copiato. È visibile e selezionato: copiatelo con la tastiera.',
    confirm: 'Non lo avete copiato e non verrà più mostrato. Salvarlo lo stesso?',
    mayWork: 'Non si sa se è stato salvato. Salvate di nuovo per esserne certi.',
  },
  saving: 'Salvataggio …',
  cancelling: 'Scarto …',
  unconfirmed: {
    title: 'Non ancora certo',
    save: 'Non si sa se «{name}» è stato salvato. L’estensione ha dimenticato il token; se lo avete copiato, chiedete di nuovo.',
    cancel:
      'Non si sa se «{name}» è stato scartato. Chiedete di nuovo; se non basta, cercatelo nel cockpit, sotto API.',
  },
  saved: {
    title: '«{name}» funziona',
    here: 'Finché non chiudete, potete copiare qui il token. Poi nessuno potrà più mostrarlo.',
    gone: 'Il token non viene conservato. Se non lo avete copiato, revocatelo nel cockpit, sotto API, e createne un altro.',
    call: 'In una shell, come $TENANT_TOKEN:',
    copyCommand: 'Copia comando',
    tryIt: 'Prova',
    trying: 'Prova in corso …',
    another: 'Crea un altro',
    instead: 'L’URL API non è raggiungibile da questa pagina: è stato interrogato {origin}.',
    works: '{status}: il token funziona.',
    lacksRead: '{status}: il token funziona, ma gli manca «Leggi», necessario per questa chiamata.',
    dead: '{status}: il token non funziona.',
    unclear: '{status}: la piattaforma non dice nulla del token. Riprovate più tardi.',
    noAnswer: 'Nessuna risposta da {origin}.',
  },
  failed: {
    lapsed: {
      title: 'Non salvato in tempo',
      text: '«{name}» non è stato salvato in tempo ed è scartato. Non ha mai funzionato. Quanto inserito è conservato.',
    },
    dead: {
      title: 'Non salvato',
      text: 'La piattaforma ha rifiutato di salvare «{name}». Quel token non funziona: gettate ogni copia. Quanto inserito è conservato.',
    },
    unseen: {
      title: 'Scomparso prima di essere visto',
      text: 'La piattaforma non può più mostrare «{name}». Nessuno ha visto quel token. Quanto inserito è conservato.',
    },
  },
};
