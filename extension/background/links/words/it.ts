import type { LinkTexts } from './en.ts';

/** What is said of links that hold a request, in Italian. */
export const it: LinkTexts = {
  from: 'Richiesta di {person} in {workspace}, come dice il link. Controllala: solo «Avanti» crea qualcosa.',
  fromNobody: 'Compilato da un link. Controlla: solo «Avanti» crea qualcosa.',
  legend: 'Segnato così: dal link.',
  before: 'Quello che avevi scritto è conservato.',
  back: 'Torna lì',
  malformed:
    'Il link non contiene una richiesta leggibile: è stato modificato, troncato o creato da un’altra versione. Il modulo resta com’era. Copia il link intero, o compila il modulo a mano.',
  elsewhere:
    'Il link è per {origin}. Il modulo resta com’era. Apri quella pagina e fai clic sull’icona lì.',
  made: 'Dal link nell’indirizzo di questa pagina è già stato creato un token. Per crearne un altro, compila il modulo o incolla il link in «Nome».',
  deliver:
    'Per {person}: copia il token e consegnalo in Slack con «Consegna». Premi «Salva» qui quando Slack dice che è consegnato.',
  saved: 'Per {person}: se non hai ancora consegnato il token in Slack con «Consegna», fallo ora.',
  share: {
    label: 'Link',
    paste: 'Incolla un link in «Nome» e il modulo viene compilato.',
    hint: 'Una copia contiene la richiesta e nessun token: un link a questa pagina o un comando per Slack.',
    link: 'Copia come link',
    command: 'Copia come comando',
    copied: 'Copiato.',
    notCopied:
      'Non copiato: nel modulo manca qualcosa o verrebbe rifiutato, oppure i suoi testi sono troppo lunghi.',
  },
};
