import type { TeachTexts } from './en.ts';

/** What is said where a person shows where things are, in Italian. */
export const it: TeachTexts = {
  show: 'Mostra dove si trova',
  describe: 'Descrivi questa pagina',
  how: 'Se questa pagina ha un modulo per i token API, puoi mostrare dove sono le sue parti: le indichi nella pagina una dopo l’altra. Lì non viene premuto nulla, e si ricorda, solo per questo sito, dove si trovano.',
  howOne: 'Puoi indicare «{what}» nella pagina. Lì non viene premuto nulla.',
  goOn: 'Continua',
  underTitle: 'Dove si trova?',
  under: 'Stai mostrando dove sono le parti del modulo. Continua nella pagina; lì Esc termina.',
  title: 'Tenant Token: dove si trova?',
  keys: 'Fai clic, oppure raggiungilo con i tasti freccia e premi Invio; nella pagina non viene premuto nulla. Esc termina.',
  toCard: 'F6 ti porta a questi pulsanti.',
  wrong: 'Non è del tipo richiesto. Indica il campo o il pulsante stesso.',
  all: 'È tutto. Premi «Fine», poi fai di nuovo clic sull’icona dell’estensione.',
  afterwards: 'Ora apri tu il modulo, come al solito. Poi continua qui.',
  skip: 'Salta: qui non c’è',
  skipOpen: 'Salta: il modulo è aperto',
  back: 'Indietro',
  end: 'Termina',
  done: 'Fine',
  field: 'Indica il campo «{what}».',
  box: 'Indica la casella o l’interruttore «{what}».',
  open: 'Indica il pulsante che apre il modulo per un nuovo token.',
  next: 'Indica il pulsante che prosegue e crea il token («{what}»).',
  save: 'Indica il pulsante che salva il token («{what}»).',
  cancel: 'Indica il pulsante che scarta il token («{what}»).',
};
