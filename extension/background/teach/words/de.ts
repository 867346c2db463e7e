import type { TeachTexts } from './en.ts';

/** What is said where a person shows where things are, in German. */
export const de: TeachTexts = {
  show: 'Zeigen, wo es ist',
  describe: 'Diese Seite beschreiben',
  how: 'Hat diese Seite ein Formular für API-Tokens, können Sie zeigen, wo dessen Teile sind: Sie zeigen in der Seite auf eines nach dem anderen. Dort wird nichts gedrückt, und gemerkt wird nur für diese Website, wo sie sind.',
  howOne: 'Sie können in der Seite auf „{what}“ zeigen. Dort wird nichts gedrückt.',
  howToken: 'Sie können zeigen, wo die Seite ihr Token anzeigt: Das nächste wird dort gefunden.',
  howLeft: 'Sie können dieses Feld zeigen, wenn es so bleiben darf, wie die Seite es ausfüllt.',
  goOn: 'Weitermachen',
  underTitle: 'Wo ist es?',
  under:
    'Sie zeigen gerade, wo die Teile des Formulars sind. Machen Sie in der Seite weiter; Esc beendet es dort.',
  title: 'Tenant Token: Wo ist es?',
  keys: 'Klicken Sie darauf, oder gehen Sie mit den Pfeiltasten hin und drücken Sie die Eingabetaste; in der Seite wird nichts gedrückt. Esc beendet dies.',
  toCard: 'F6 geht diese Knöpfe durch, die Eingabetaste drückt einen.',
  frame:
    '„{what}“ ist ein Rahmen mit einer Seite einer anderen Website: Darin lässt sich nichts zeigen und nichts ausfüllen.',
  mayStay: 'Die Seite hat „{what}“ ausgefüllt. Darf es bei jedem Token so bleiben?',
  stays: 'Darf so bleiben',
  staysNot: 'Nein',
  skipAll: 'Alles überspringen: nur noch der Knopf',
  wrong: 'Das ist etwas anderes, als gemeint ist. Zeigen Sie auf das Feld oder den Knopf selbst.',
  noToken:
    'Dort steht kein ganzes Token. Zeigt die Seite nur einen Teil davon, so kopieren Sie es dort selbst.',
  noDate:
    'Das ist eine Liste, in die sich von hier kein Datum eintragen lässt. Überspringen Sie sie: Was dort gewählt ist, kann bleiben, wenn Sie es am Ende sagen.',
  all: 'Das ist alles. Drücken Sie „Fertig“ und klicken Sie dann erneut auf das Symbol der Erweiterung.',
  afterwards: 'Öffnen Sie nun das Formular selbst, wie sonst auch. Machen Sie dann hier weiter.',
  skip: 'Überspringen: gibt es hier nicht',
  skipOpen: 'Überspringen: Formular ist offen',
  skipSave: 'Überspringen: Token funktioniert auch so',
  back: 'Zurück',
  end: 'Beenden',
  done: 'Fertig',
  field: 'Zeigen Sie auf das Feld „{what}“.',
  box: 'Zeigen Sie auf das Kästchen oder den Schalter „{what}“ oder auf die Liste, in der es steht.',
  expiresOn: 'Zeigen Sie auf das Feld „{what}“; sind es drei, auf eines davon.',
  open: 'Zeigen Sie auf den Knopf, der das Formular für ein neues Token öffnet.',
  token: 'Zeigen Sie auf das Token, dort, wo die Seite es anzeigt.',
  left: 'Zeigen Sie auf das Feld, das so bleiben darf, wie die Seite es ausfüllt.',
  next: 'Zeigen Sie auf den Knopf, mit dem es weitergeht und das Token entsteht („{what}“).',
  save: 'Zeigen Sie auf den Knopf, der das Token speichert („{what}“).',
  cancel: 'Zeigen Sie auf den Knopf, der das Token verwirft („{what}“).',
};
