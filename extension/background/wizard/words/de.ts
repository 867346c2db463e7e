import type { WizardWords } from './en.ts';

/** What is said about filling in the cockpit's wizard, in German. */
export const de: WizardWords = {
  title: 'Tenant Token füllt dieses Formular aus',
  stop: 'Anhalten',
  going: 'Zum Formular …',
  filling: 'Wird ausgefüllt: {what}',
  waiting: 'Auf das Token wird gewartet …',
  saving: 'Wird gespeichert …',
  cancelling: 'Wird abgebrochen …',
  token: 'das Token',
  form: 'das Formular',
  notMade: 'Es wurde kein Token erstellt, und Ihre Eingaben hier bleiben erhalten.',
  notPressed: 'Im Cockpit wurde nichts gedrückt.',
  stopped: 'Sie haben es angehalten.',
  lost: {
    page_gone: 'Die Seite wurde beim Ausfüllen geschlossen, neu geladen oder verlassen.',
    other_origin: 'Der Tab zeigt inzwischen eine andere Seite. Gehen Sie zurück zum Cockpit.',
    not_granted:
      'Das Cockpit hat eine weitere Seite geladen, und die Erweiterung wurde dort nicht eingelassen.',
    timeout: 'Die Seite hat zu lange nicht geantwortet.',
  },
  noSign: {
    next: 'Vielleicht gibt es ein Token „{name}“: Im Cockpit wurde „Weiter“ gedrückt, aber kein einzelnes neues Token war zu sehen. Sehen Sie dort unter API nach; wenn es da ist und niemand es hat, widerrufen Sie es.',
    save: 'Im Cockpit wurde „Speichern“ gedrückt, aber dessen Liste zeigt „{name}“ nicht. Sehen Sie dort unter API nach, bevor Sie es verwenden.',
    cancel:
      'Im Cockpit wurde „Abbrechen“ gedrückt, aber was aus „{name}“ wurde, ist nicht zu sehen. Sehen Sie dort unter API nach.',
    notCounted:
      'Im Cockpit wurde „Speichern“ gedrückt, und dessen Liste zeigt „{name}“. Ob es dieses Token ist oder ein älteres gleichen Namens, ist nicht bekannt: Vorher hat niemand die Liste gesehen. Probieren Sie es aus, bevor Sie sich darauf verlassen.',
  },
  refusals: {
    no_wizard:
      'Es wurde kein Formular für API-Token gefunden. Öffnen Sie es im Cockpit (Administration → Tenant → API → Erstellen) und versuchen Sie es noch einmal.',
    ambiguous:
      'Zweierlei auf der Seite könnte „{what}“ sein; welches gemeint ist, lässt sich nicht erkennen.',
    missing: 'Das Formular zeigt kein „{what}“.',
    disabled: '„{what}“ lässt sich dort jetzt nicht verwenden.',
    read_only: '„{what}“ lässt sich dort nicht ändern.',
    covered: 'Etwas liegt über „{what}“. Schließen Sie es und versuchen Sie es noch einmal.',
    changed: '„{what}“ hat sich beim Ausfüllen verändert.',
    not_kept: '„{what}“ behält nicht, was eingetragen wird.',
    date_format: 'Es lässt sich nicht erkennen, wie „{what}“ ein Datum erwartet.',
    tenant_unknown: 'Das Formular bietet keinen oder mehr als einen Tenant dieses Namens an.',
    too_many: '„{what}“ bietet mehr zur Wahl, als durchgesehen werden kann.',
    unknown_field: 'Das Formular hat auch „{what}“, wozu hier nichts gesagt wurde.',
    unknown_permission: '„{what}“ ist dort angekreuzt, und niemand hat es angefordert.',
    too_large: 'Die Seite ist zu groß, um sie durchzusehen.',
    unsaved:
      'Auf der Seite ist etwas offen oder halb ausgefüllt. Beenden oder schließen Sie es und versuchen Sie es noch einmal.',
    two_tokens: 'Die Seite zeigt mehr als ein neues Token.',
    no_answer: 'Auf der Seite ging es nicht weiter.',
  },
};
