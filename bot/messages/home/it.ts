import type { home as english } from './en.ts';

/** In Italian, what the app's Home says. */
export const home: typeof english = {
  create: 'Nuovo token API',
  waits: 'In attesa di te',
  nothingWaits: 'Nulla è in attesa di te.',
  asked: 'Chiesto da te',
  nothingAsked: 'Non hai ancora chiesto alcun token API.',
  more: 'Il resto è nei tuoi messaggi con questa app.',
  groupsUnknown:
    'Slack non dice di quali gruppi fai parte: possono mancare le richieste rivolte a un gruppo.',
  failed:
    'Non è stato possibile leggere ciò che ti riguarda. Nulla è andato perso; riapri tra un minuto.',
  flow: {
    under_way: 'In arrivo.',
    works: 'Salvato, e funziona.',
    expired: 'Scaduto: non funziona più.',
    revoked: 'Revocato: non funziona più.',
    none: 'Non ne è nato alcun token funzionante; un messaggio ha detto perché.',
    open: 'Potrebbe funzionare, anche se non dovrebbe: il suo messaggio dice cosa fare.',
  },
};
