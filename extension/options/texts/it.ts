import type { OptionTexts } from './en.ts';

/** What the options page says in Italian. */
export const it: OptionTexts = {
  title: 'Opzioni',
  saved: 'Salvato.',
  notSaved:
    'Impossibile salvare: lo spazio del browser per questa estensione è pieno o danneggiato. Nient’altro è cambiato. Riavvia il browser e riprova.',
  language: 'Lingua',
  automatic: 'Come il browser',
  start: 'Un nuovo modulo inizia con',
  clipboard: {
    title: 'Appunti',
    label: 'Cancellare un token copiato',
    never: 'Mai',
    30: 'Dopo 30 secondi',
    60: 'Dopo 1 minuto',
    300: 'Dopo 5 minuti',
    hint: 'Solo se è ancora lì. Se la finestra dell’estensione è chiusa, avviene alla prossima apertura.',
    allow: 'Consenti',
    ask: 'Per questo il browser deve consentire all’estensione di leggere gli appunti.',
    granted: 'Il browser consente all’estensione di leggere gli appunti.',
    denied:
      'Il browser vieta all’estensione di leggere gli appunti. Puoi cambiarlo nelle sue impostazioni per questa pagina.',
    unknown: 'In questo browser un’estensione non può svuotare gli appunti.',
  },
  hosts: {
    title: 'Host consentiti',
    allowed:
      'Dove un cockpit carica una nuova pagina a ogni passo, l’estensione può proseguire da sola su:',
    none: 'Nessun host è consentito. Un clic sull’icona lascia lavorare l’estensione sulla pagina aperta.',
    withdraw: 'Revoca',
    loading:
      'Di questi si sa che caricano una nuova pagina a ogni passo; te lo si chiede prima del primo:',
    forget: 'Dimentica',
  },
  learned: {
    title: 'Che cosa si è appreso dei cockpit',
    hint: 'Dei cockpit che non lo dicono da sé. Qui non si conserva alcun token.',
    apiUrl: 'URL API',
    undecided: 'Non si è ancora visto se un token funziona prima di essere salvato.',
    worksUnsaved: 'Lì un token funziona già prima di essere salvato.',
    worksSaved: 'Lì un token funziona solo dopo il salvataggio.',
    forget: 'Dimentica',
    forgotten: 'Dimenticato.',
  },
  cockpits: {
    title: 'Cockpit il cui modulo è stato mostrato',
    none: 'Nessuno finora. In una pagina che l’estensione non conosce, puoi mostrarle dove sono le cose.',
    forget: 'Dimentica',
    forgetAll: 'Dimentica tutti',
    forgotten: 'Dimenticato.',
    exportIt: 'Esporta',
    importIt: 'Importa un file',
    file: 'Descrizione come file',
    save: 'Salva come file',
    close: 'Chiudi',
    review: 'Questo file riguarda',
    use: 'Usa',
    refuse: 'Non usare',
    used: 'Sarà usato.',
    full: 'Non c’è posto per un altro sito. Dimenticane prima uno; nulla è cambiato.',
    left: 'Resta come lo compila la pagina',
    lacking: 'Questo modulo non ha: {what}.',
    instead: 'Sostituisce ciò che è memorizzato per questo sito.',
    known: 'Mostrato o importato per questo sito: {what}.',
    failed: 'L’ultima volta non ha portato a nulla; ancora una volta e sarà dimenticato.',
    how: 'Può dire soltanto dove sono i controlli. Prima che si crei qualcosa, tutto il modulo viene riletto.',
    page: 'La pagina che hai descritto',
    pageHint:
      'I suoi controlli e come stanno insieme, senza ciò che contengono. Rileggila prima di passarla ad altri.',
    by: {
      name: 'chiamato «{name}»',
      attribute: 'con {attribute} «{value}»',
      css: 'in {selector}',
    },
    faults: {
      too_large: 'Questo file è troppo grande per una descrizione. Nulla è cambiato.',
      no_json: 'Questo file non è JSON. Nulla è cambiato.',
      other_format: 'Questo file non è la descrizione di un modulo. Nulla è cambiato.',
      other_version:
        'Questo file ha una versione diversa da quella che l’estensione comprende. Nulla è cambiato.',
      invalid: 'Questo file dice qualcosa che nessuna descrizione può dire. Nulla è cambiato.',
      unreadable: 'Non è stato possibile leggere questo file. Nulla è cambiato.',
    },
  },
  storage: {
    title: 'Che cosa conserva l’estensione',
    disk: 'Su questo computer: le opzioni qui sopra e l’indirizzo di una pagina dove un token è in sospeso, finché lo è (30 giorni al massimo). In Firefox anche che un cockpit carica pagine, e quale host è consentito finché un token non è pronto. Per un cockpit, il suo URL API e se i suoi token funzionano prima di Salva; per un sito il cui modulo è stato mostrato o importato, dove sono i suoi controlli.',
    memory:
      'In memoria, finché il browser non si chiude: i dati inseriti in un modulo e, per una pagina in cui hai fatto clic sull’icona, chi vi aveva effettuato l’accesso e quali tenant può scegliere. Di un link che richiede un token: chi lo richiede, e che cosa. Di una pagina che hai fatto descrivere: quali controlli ha.',
    token:
      'Un token, solo in memoria e solo tra Avanti e Salva; viene eliminato con Salva, con Annulla o allo scadere del tempo. Se deve lasciare gli appunti più tardi, un suo hash per riconoscerlo.',
    nowhere: 'Non invia nulla se non alla pagina del tenant stesso, e attraverso di essa.',
  },
};
