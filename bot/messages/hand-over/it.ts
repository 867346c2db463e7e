import type { handOver as english } from './en.ts';

/** In Italian, what is said of tokens that people make and hand in. */
export const handOver: typeof english = {
  approveText:
    'Crei il token API {name} nel cockpit e lo consegni a questa app. Viene mostrato solo alla persona che lo ha chiesto.',
  open: 'Apri il cockpit',
  steps:
    'Lì fai clic su Tenant Token: il modulo è compilato. Controllalo, premi «{next}», copia il token e premi «{deliver}» più sotto. Premi «{save}» lì appena lo dice questa app. Se il modulo è vuoto, copia il link e incollalo lì.',
  byHand: 'La richiesta non entra in un link: compila il modulo a mano, come indicato sopra.',
  withoutDescription: 'La descrizione è troppo lunga per il link: copiala da sopra.',
  until: 'Senza token la richiesta scade in data {date}.',
  deliver: 'Consegna',
  overdueText: 'Una richiesta che hai approvato attende ancora il suo token.',
  overdueOtherText: 'Una richiesta approvata attende ancora il suo token.',
  handedInBy: 'Per chi lo ha consegnato ({who}):',
  mishapText: 'Un token che hai consegnato non è arrivato.',
  mishap:
    'Non è certo che il token consegnato per {name} sia arrivato. Annullalo nel cockpit e non salvarlo. La richiesta è conservata: crea un altro token e premi di nuovo «{deliver}», oppure rifiuta la richiesta.',
  doubtText: 'Se vedi un token API, non usarlo.',
  doubt:
    'Slack non ha detto se ti ha mostrato il token {name}. Se lo vedi, scartalo: non funziona, e a chi lo ha creato è stato chiesto di annullarlo. Non devi fare altro.',
  calledOffText: 'Un token non serve più.',
  calledOff:
    'La richiesta del token {name} è chiusa e il suo token non serve più. Se ne hai creato uno, annullalo nel cockpit.',
  soon: 'Il token funziona appena chi lo ha creato lo ha salvato: bastano pochi minuti. Nessuno può mostrarlo di nuovo. Per farlo revocare, rivolgiti a un amministratore del tenant.',
  forAsker: {
    making:
      'Approvato da {who}, che crea il token nel cockpit. Ti sarà mostrato nei tuoi messaggi con questa app, in un messaggio che vedi solo tu e che Slack non conserva: tieni aperto Slack.',
    handing: 'Approvato da {who}. Il token sta arrivando.',
    delivered:
      'Approvato e creato da {who}. Il token ti è stato mostrato nei tuoi messaggi con questa app, in un messaggio che vedi solo tu. Se non lo hai visto, dillo subito: nessuno può mostrarlo di nuovo.',
    unmade:
      'Approvato da {who}, ma nessun token è stato consegnato in tempo, quindi la richiesta è scaduta. Se ti serve ancora, richiedilo di nuovo.',
  },
  forApprover: {
    making: 'Approvato da {who}, che crea il token.',
    handing: 'Approvato da {who}. Il token sta arrivando alla persona che lo ha chiesto.',
    delivered: 'Approvato da {who}. Slack ha preso il token per la persona che lo ha chiesto.',
    unmade: 'Approvato da {who}, ma scaduto: nessun token è stato consegnato in tempo.',
  },
  delivered: 'Consegnato: ora premi «{save}» nel cockpit.',
  away: 'Per Slack la persona che ha chiesto il token è assente. Può darsi che non le mostri il messaggio, e non lo conserva: chiediglielo prima di premere «{save}». Se non lo ha visto, lì premi «{cancel}».',
  modal: {
    title: 'Consegna il token',
    hint: 'Slack non conserva ciò che si scrive qui e questa app non ne tiene nulla: va alla persona che ha chiesto il token e a nessun altro. I tuoi appunti lo contengono ancora: dopo, copia qualcos’altro.',
    away: 'Per Slack la persona che ha chiesto il token è assente. Può darsi che non le mostri il messaggio, e non lo conserva. Meglio consegnare il token quando è presente.',
    underWay: 'Il token viene consegnato…',
  },
  errors: {
    empty: 'Incolla il token che il cockpit mostra.',
    address: 'Questo è un indirizzo, non un token. Non è stato consegnato nulla.',
    name: 'Questo è un nome, non un token. Non è stato consegnato nulla.',
    documented:
      'Questo non è un token della piattaforma: 44 caratteri, l’ultimo «=». Non è stato consegnato nulla.',
    any: 'Questo non sembra un token: da 16 a 512 caratteri, senza spazi. Non è stato consegnato nulla.',
    used: 'Questo token è già stato consegnato. Annullalo nel cockpit e creane un altro. Non è stato consegnato nulla.',
    unwanted: 'Questo token non è stato consegnato. Annullalo nel cockpit e non salvarlo.',
  },
  lost: 'Il token non è stato consegnato. Annullalo nel cockpit e non salvarlo. Un messaggio dice come proseguire.',
};
