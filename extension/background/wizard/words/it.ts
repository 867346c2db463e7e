import type { WizardWords } from './en.ts';

/** What is said about filling in the cockpit's wizard, in Italian. */
export const it: WizardWords = {
  title: 'Tenant Token sta compilando questo modulo',
  stop: 'Ferma',
  going: 'Apertura del modulo…',
  filling: 'Compilazione: {what}',
  waiting: 'In attesa del token…',
  saving: 'Salvataggio…',
  cancelling: 'Annullamento…',
  token: 'il token',
  form: 'il modulo',
  notMade: 'Nessun token è stato creato e ciò che hai inserito qui non va perso.',
  notPressed: 'Nel cockpit non è stato premuto nulla.',
  stopped: 'Hai fermato la compilazione.',
  lost: {
    page_gone: 'La pagina è stata chiusa, ricaricata o abbandonata durante la compilazione.',
    other_origin: 'La scheda mostra ormai un’altra pagina. Torna al cockpit.',
    not_granted: 'Il cockpit ha caricato un’altra pagina e lì l’estensione non è stata ammessa.',
    timeout: 'La pagina non ha risposto per troppo tempo.',
  },
  noSign: {
    next: 'Forse esiste un token «{name}»: nel cockpit è stato premuto «Avanti», ma non si è visto un solo token nuovo. Cercalo lì, in API; se c’è e nessuno lo ha, revocalo.',
    save: 'Nel cockpit è stato premuto «Salva», ma il suo elenco non mostra «{name}». Controlla lì, in API, prima di usarlo.',
    cancel:
      'Nel cockpit è stato premuto «Annulla», ma non si vede che cosa ne è stato di «{name}». Controlla lì, in API.',
    notCounted:
      'Nel cockpit è stato premuto «Salva», e l’elenco mostra «{name}». Non si sa se sia questo token o uno precedente con lo stesso nome: prima nessuno ha visto l’elenco. Prova il token prima di farci affidamento.',
  },
  refusals: {
    no_wizard:
      'Non è stato trovato alcun modulo per token API. Aprilo nel cockpit (Amministrazione → Tenant → API → Crea) e riprova.',
    ambiguous: 'Due elementi della pagina potrebbero essere «{what}»: non si capisce quale.',
    missing: 'Il modulo non mostra «{what}».',
    disabled: '«{what}» ora non è utilizzabile.',
    read_only: '«{what}» non si può modificare.',
    covered: 'Qualcosa copre «{what}». Chiudilo e riprova.',
    changed: '«{what}» è cambiato durante la compilazione.',
    not_kept: '«{what}» non conserva ciò che vi si inserisce.',
    date_format: 'Non si capisce in quale formato «{what}» voglia una data.',
    tenant_unknown: 'Il modulo non offre alcun tenant con quel nome, o ne offre più di uno.',
    too_many: '«{what}» offre più scelte di quante se ne possano esaminare.',
    unknown_field: 'Il modulo ha anche «{what}», di cui qui non si è detto nulla.',
    unknown_permission: '«{what}» è spuntato e nessuno lo ha chiesto.',
    too_large: 'La pagina è troppo grande per essere esaminata.',
    unsaved: 'Nella pagina qualcosa è aperto o compilato a metà. Finiscilo o chiudilo e riprova.',
    two_tokens: 'La pagina mostra più di un token nuovo.',
    no_answer: 'La pagina non è andata avanti.',
  },
};
