import type { TrialTexts } from './en.ts';

/** What is said about trying a token, and whether it works already, in Italian. */
export const it: TrialTexts = {
  works: '{status}: il token funziona.',
  lacksRead: '{status}: il token funziona, ma gli manca «Leggi», necessario per questa chiamata.',
  dead: '{status}: il token non funziona.',
  unclear: '{status}: la piattaforma non dice nulla del token. Riprova più tardi.',
  noAnswer: 'Nessuna risposta da {origin}.',
  instead: 'L’URL API non è raggiungibile da questa pagina: è stato interrogato {origin}.',
  noApiUrl:
    'L’URL API non è noto, quindi il token non è stato inviato da nessuna parte. Inseriscilo qui sopra; nel cockpit si trova in Amministrazione → Tenant.',
  noSuchApiUrl:
    'Questo non può essere un URL API, quindi il token non è stato inviato da nessuna parte. Inizia con https:// e finisce con l’host: https://api.example.com',
  worksUnsaved: '{status}: il token funziona già, prima di essere salvato.',
  notYet: '{status}: il token non funziona ancora. Salvalo, poi provalo di nuovo.',
  deadThere: '{status}: il token non funziona su {origin}. Forse non è il suo URL API.',
  openDoor: '{status}: {origin} risponde così anche senza token. Forse non è il suo URL API.',
  shown: {
    perhaps: 'Viene mostrato solo ora. Forse funziona già.',
    yes: 'Viene mostrato solo ora. Funziona già, prima di essere salvato.',
    no: 'Viene mostrato solo ora e funziona solo dopo il salvataggio.',
  },
  apiUrl: 'URL API',
  yourApiUrl: 'il-tuo-url-api',
};
