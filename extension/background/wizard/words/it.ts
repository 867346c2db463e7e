import type { WizardWords } from './en.ts';

/** What is said about filling in the cockpit's wizard, in Italian. */
export const it: WizardWords = {
  title: 'Tenant Token è al lavoro in questa pagina',
  stop: 'Ferma',
  going: 'Apertura del modulo…',
  filling: 'Compilazione: {what}',
  waiting: 'In attesa del token…',
  saving: 'Salvataggio…',
  cancelling: 'Annullamento…',
  token: 'il token',
  form: 'il modulo',
  unnamed: 'un campo senza nome',
  notMade: 'Nessun token è stato creato e ciò che hai inserito qui non va perso.',
  notPressed: 'Nel cockpit non è stato premuto nulla.',
  stopped: 'Hai fermato la compilazione.',
  pressedBefore:
    'Prima, nel cockpit è stato premuto «{what}»: controlla lì, sotto API, che cosa ne è stato di «{name}».',
  lost: {
    tab_closed: 'La scheda è stata chiusa.',
    page_gone: 'Nel frattempo la pagina è stata chiusa, ricaricata o abbandonata.',
    other_origin: 'La scheda mostra ormai un’altra pagina. Torna al cockpit.',
    not_granted: 'Il cockpit ha caricato un’altra pagina e lì l’estensione non è stata ammessa.',
    timeout:
      'La pagina non ha risposto per troppo tempo; forse mostra una sua finestra di dialogo.',
    hidden:
      'La scheda è rimasta nascosta troppo a lungo, e una pagina viene compilata solo dove la si vede.',
    elsewhere: 'La compilazione è iniziata in un’altra scheda e lì si è interrotta.',
    not_there:
      'La pagina che mostrava «{name}» è stata chiusa, ricaricata o abbandonata, oppure il token vi è stato salvato o annullato. Forse funziona: controlla nel cockpit, sotto API.',
    other_tab:
      '«{name}» si trova in un’altra scheda di questo cockpit e si può salvare o annullare solo lì: vai a quella scheda e fai clic sull’icona.',
  },
  keptHere: 'Il token resta qui finché non premi ancora una volta «Annulla».',
  owed: 'In questa pagina «Avanti» è già stato premuto, per «{name}», e il suo token non si è visto. Controlla nel cockpit, sotto API, se esiste; se c’è e nessuno lo ha, revocalo. Poi ricarica la pagina e riprova. Ciò che hai inserito qui non va perso.',
  unreadable: {
    next: 'Ciò che è stato annotato su «{name}» non si può leggere: non si sa quindi se «Avanti» sia stato premuto. Forse esiste un token con quel nome. Cercalo nel cockpit, sotto API; se c’è e nessuno lo ha, revocalo.',
    finish:
      'Ciò che è stato annotato su questo token non si può leggere: quindi ora nel cockpit non è stato premuto nulla. Controlla lì, sotto API, che cosa ne è stato.',
  },
  noSign: {
    next: 'Forse esiste un token «{name}»: nel cockpit è stato premuto «Avanti», o può esserlo stato, e non si è visto un solo token nuovo. Cercalo lì, sotto API; se c’è e nessuno lo ha, revocalo.',
    save: 'Nel cockpit è stato premuto «Salva», o può esserlo stato, e non si è visto alcun segno che «{name}» sia salvato. Controlla lì, sotto API, prima di usarlo.',
    cancel:
      'Nel cockpit è stato premuto «Annulla», o può esserlo stato, e non si è visto che cosa ne è stato di «{name}». Cercalo lì, sotto API; se c’è, revocalo.',
    notCounted:
      'Nel cockpit è stato premuto «Salva», e l’elenco mostra «{name}». Non si sa se sia questo token o uno precedente con lo stesso nome: prima nessuno ha visto l’elenco. Prova il token prima di farci affidamento.',
  },
  refusals: {
    no_wizard:
      'Non è stato trovato alcun modulo per token API. Aprilo nel cockpit (Amministrazione → Tenant → API → Crea) e riprova.',
    ambiguous: 'Due elementi della pagina potrebbero essere «{what}»: non si capisce quale.',
    missing: 'Il modulo non mostra «{what}».',
    disabled:
      '«{what}» ora è disattivato: forse nel modulo va prima cambiato qualcos’altro, per esempio una casella spuntata.',
    read_only: '«{what}» non si può modificare.',
    covered: 'Qualcosa copre «{what}». Chiudilo e riprova.',
    changed: '«{what}» è cambiato o scomparso nel frattempo.',
    not_kept: '«{what}» non conserva ciò che vi si inserisce.',
    date_format: 'Non si capisce in quale formato «{what}» voglia una data.',
    not_offered: '«{what}» non offre ciò che è stato chiesto, oppure lo offre due volte.',
    tenant_unknown: 'Il modulo non offre alcun tenant con quel nome, o ne offre più di uno.',
    too_many: '«{what}» offre più scelte di quante se ne possano esaminare.',
    unknown_field: 'Il modulo ha anche «{what}», di cui qui non si è detto nulla.',
    unset:
      '«{what}» lì non è compilato, e qui non viene chiesto. Compilalo nella pagina, poi premi di nuovo «Avanti».',
    named:
      '«{what}» lì è già compilato: forse è il modulo di un token esistente. Apri quello per uno nuovo o svuota il campo, poi premi di nuovo «Avanti».',
    unknown_permission: '«{what}» è spuntato e nessuno lo ha chiesto.',
    other_tokens:
      '«{what}» può modificare o eliminare anche altri token, perciò lo si lascia a te: se è giusto, premilo nella pagina.',
    too_large: 'La pagina è troppo grande per essere esaminata.',
    unsaved:
      'Nella pagina qualcosa è aperto o compilato a metà e può andare perso. Finiscilo o chiudilo; oppure premi di nuovo «Avanti» per continuare comunque.',
    two_tokens: 'La pagina mostra più di un token nuovo.',
    unread:
      'Dove è stato indicato che stanno i token la pagina non ne mostra, o ne mostra solo una parte. Forse puoi copiarlo lì.',
    no_answer: 'La pagina non è andata avanti.',
  },
};
