import type { TeachTexts } from './en.ts';

/** What is said where a person shows where things are, in German. */
export const de: TeachTexts = {
  show: 'Zeigen, wo es ist',
  describe: 'Diese Seite beschreiben',
  how: 'Hat diese Seite ein Formular für API-Tokens, können Sie zeigen, wo dessen Teile sind: Sie zeigen in der Seite auf eines nach dem anderen. Dort wird nichts gedrückt, und gemerkt wird nur für diese Website, wo sie sind.',
  howOne: 'Sie können in der Seite auf „{what}“ zeigen. Dort wird nichts gedrückt.',
  goOn: 'Weitermachen',
  underTitle: 'Wo ist es?',
  under:
    'Sie zeigen gerade, wo die Teile des Formulars sind. Machen Sie in der Seite weiter; Esc beendet es dort.',
  title: 'Tenant Token: Wo ist es?',
  keys: 'Klicken Sie darauf, oder gehen Sie mit den Pfeiltasten hin und drücken Sie die Eingabetaste; in der Seite wird nichts gedrückt. Esc beendet dies.',
  toCard: 'F6 bringt Sie zu diesen Knöpfen.',
  wrong: 'Das ist nichts von der gemeinten Art. Zeigen Sie auf das Feld oder den Knopf selbst.',
  all: 'Das ist alles. Drücken Sie „Fertig“ und klicken Sie dann erneut auf das Symbol der Erweiterung.',
  afterwards: 'Öffnen Sie nun das Formular selbst, wie sonst auch. Machen Sie dann hier weiter.',
  skip: 'Überspringen: gibt es hier nicht',
  skipOpen: 'Überspringen: Formular ist offen',
  skipSave: 'Überspringen: Token gilt auch so',
  back: 'Zurück',
  end: 'Beenden',
  done: 'Fertig',
  field: 'Zeigen Sie auf das Feld „{what}“.',
  box: 'Zeigen Sie auf das Kästchen oder den Schalter „{what}“.',
  open: 'Zeigen Sie auf den Knopf, der das Formular für ein neues Token öffnet.',
  next: 'Zeigen Sie auf den Knopf, mit dem es weitergeht und das Token entsteht („{what}“).',
  save: 'Zeigen Sie auf den Knopf, der das Token speichert („{what}“).',
  cancel: 'Zeigen Sie auf den Knopf, der das Token verwirft („{what}“).',
};
