import type { WizardWords } from './en.ts';

/** What is said about filling in the cockpit's wizard, in German. */
export const de: WizardWords = {
  title: 'Tenant Token arbeitet auf dieser Seite',
  stop: 'Anhalten',
  going: 'Zum Formular …',
  filling: 'Wird ausgefüllt: {what}',
  waiting: 'Auf das Token wird gewartet …',
  saving: 'Wird gespeichert …',
  cancelling: 'Wird abgebrochen …',
  token: 'das Token',
  form: 'das Formular',
  unnamed: 'ein Feld ohne Namen',
  notMade: 'Es wurde kein Token erstellt, und Ihre Eingaben hier bleiben erhalten.',
  notPressed: 'Im Cockpit wurde nichts gedrückt.',
  stopped: 'Sie haben es angehalten.',
  pressedBefore:
    'Vorher wurde im Cockpit „{what}“ gedrückt: Sehen Sie dort unter API nach, was aus „{name}“ wurde.',
  lost: {
    tab_closed: 'Der Tab wurde geschlossen.',
    page_gone: 'Die Seite wurde inzwischen geschlossen, neu geladen oder verlassen.',
    other_origin: 'Der Tab zeigt inzwischen eine andere Seite. Gehen Sie zurück zum Cockpit.',
    not_granted:
      'Das Cockpit hat eine weitere Seite geladen, und die Erweiterung wurde dort nicht eingelassen.',
    timeout: 'Die Seite hat zu lange nicht geantwortet; vielleicht zeigt sie einen eigenen Dialog.',
    hidden:
      'Der Tab war zu lange nicht zu sehen, und eine Seite wird nur ausgefüllt, wo man sie sieht.',
    elsewhere: 'Es wurde in einem anderen Tab begonnen und brach dort ab.',
    not_there:
      'Die Seite, die „{name}“ zeigte, wurde geschlossen, neu geladen oder verlassen, oder das Token wurde dort gespeichert oder abgebrochen. Vielleicht funktioniert es: Sehen Sie im Cockpit unter API nach.',
    other_tab:
      '„{name}“ steht in einem anderen Tab dieses Cockpits und lässt sich nur dort speichern oder abbrechen: Gehen Sie zu jenem Tab und klicken Sie auf das Symbol.',
  },
  keptHere: 'Das Token bleibt hier, bis Sie noch einmal „Abbrechen“ drücken.',
  owed: 'Auf dieser Seite wurde schon „Weiter“ gedrückt, für „{name}“, und das Token dazu war nicht zu sehen. Sehen Sie im Cockpit unter API nach, ob es da ist; wenn ja und niemand hat es, widerrufen Sie es. Laden Sie dann die Seite neu und versuchen Sie es noch einmal. Ihre Eingaben hier bleiben erhalten.',
  unreadable: {
    next: 'Was zu „{name}“ festgehalten wurde, ist nicht lesbar; ob „Weiter“ gedrückt wurde, ist daher nicht bekannt. Vielleicht gibt es ein Token dieses Namens. Sehen Sie im Cockpit unter API nach; wenn es da ist und niemand es hat, widerrufen Sie es.',
    finish:
      'Was zu diesem Token festgehalten wurde, ist nicht lesbar; im Cockpit wurde daher jetzt nichts gedrückt. Sehen Sie dort unter API nach, was aus ihm wurde.',
  },
  noSign: {
    next: 'Vielleicht gibt es ein Token „{name}“: Im Cockpit wurde wohl „Weiter“ gedrückt, und ein einzelnes neues Token war nicht zu sehen. Sehen Sie dort unter API nach; wenn es da ist und niemand es hat, widerrufen Sie es.',
    save: 'Im Cockpit wurde wohl „Speichern“ gedrückt, und es war nicht zu sehen, ob „{name}“ gespeichert wurde. Sehen Sie dort unter API nach, bevor Sie es verwenden.',
    cancel:
      'Im Cockpit wurde wohl „Abbrechen“ gedrückt, und was aus „{name}“ wurde, war nicht zu sehen. Sehen Sie dort unter API nach; wenn es da ist, widerrufen Sie es.',
    notCounted:
      'Im Cockpit wurde „Speichern“ gedrückt, und dessen Liste zeigt „{name}“. Ob es dieses Token ist oder ein älteres gleichen Namens, ist nicht bekannt: Vorher hat niemand die Liste gesehen. Probieren Sie es aus, bevor Sie sich darauf verlassen.',
  },
  refusals: {
    no_wizard:
      'Es wurde kein Formular für API-Tokens gefunden. Öffnen Sie es im Cockpit (Verwaltung → Tenant → API → Erstellen) und versuchen Sie es noch einmal.',
    ambiguous:
      'Zweierlei auf der Seite könnte „{what}“ sein; welches gemeint ist, lässt sich nicht erkennen.',
    missing: 'Das Formular zeigt kein „{what}“.',
    disabled:
      '„{what}“ ist dort jetzt gesperrt: Vielleicht muss im Formular zuerst etwas anderes geändert werden, etwa ein Häkchen.',
    read_only: '„{what}“ lässt sich dort nicht ändern.',
    covered: 'Etwas liegt über „{what}“. Schließen Sie es und versuchen Sie es noch einmal.',
    changed: '„{what}“ hat sich inzwischen verändert oder ist verschwunden.',
    not_kept: '„{what}“ behält nicht, was eingetragen wird.',
    date_format: 'Es lässt sich nicht erkennen, wie „{what}“ ein Datum erwartet.',
    not_offered: '„{what}“ bietet nicht an, was gewünscht ist, oder bietet es zweimal an.',
    tenant_unknown: 'Das Formular bietet keinen oder mehr als einen Tenant dieses Namens an.',
    too_many: '„{what}“ bietet mehr zur Wahl, als durchgesehen werden kann.',
    unknown_field: 'Das Formular hat auch „{what}“, wozu hier nichts gesagt wurde.',
    unset:
      '„{what}“ ist dort nicht ausgefüllt, und hier wird nicht danach gefragt. Füllen Sie es auf der Seite aus, und drücken Sie dann noch einmal „Weiter“.',
    named:
      '„{what}“ ist dort schon ausgefüllt: Vielleicht ist es das Formular eines bestehenden Tokens. Öffnen Sie das für ein neues, oder leeren Sie das Feld, und drücken Sie dann noch einmal „Weiter“.',
    unknown_permission: '„{what}“ ist dort angekreuzt, und niemand hat es angefordert.',
    other_tokens:
      '„{what}“ kann auch andere Tokens ändern oder beenden und bleibt deshalb Ihnen überlassen: Wenn es richtig ist, drücken Sie es auf der Seite.',
    too_large: 'Die Seite ist zu groß, um sie durchzusehen.',
    unsaved:
      'Auf der Seite ist etwas offen oder halb ausgefüllt, das verloren gehen kann. Beenden oder schließen Sie es; oder drücken Sie noch einmal „Weiter“, um trotzdem fortzufahren.',
    two_tokens: 'Die Seite zeigt mehr als ein neues Token.',
    unread:
      'Wo Tokens stehen, wie gezeigt wurde, zeigt die Seite keines, oder nur einen Teil davon. Vielleicht können Sie es dort kopieren.',
    no_answer: 'Auf der Seite ging es nicht weiter.',
  },
};
