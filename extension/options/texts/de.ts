import type { OptionTexts } from './en.ts';

/** What the options page says in German. */
export const de: OptionTexts = {
  title: 'Einstellungen',
  saved: 'Gespeichert.',
  notSaved:
    'Das ließ sich nicht speichern: Der Speicher des Browsers für diese Erweiterung ist voll oder beschädigt. Sonst hat sich nichts geändert. Starten Sie den Browser neu und versuchen Sie es noch einmal.',
  language: 'Sprache',
  automatic: 'Wie der Browser',
  start: 'Ein neues Formular beginnt mit',
  clipboard: {
    title: 'Zwischenablage',
    label: 'Ein kopiertes Token löschen',
    never: 'Nie',
    30: 'Nach 30 Sekunden',
    60: 'Nach 1 Minute',
    300: 'Nach 5 Minuten',
    hint: 'Nur wenn es noch dort ist. Ist das Fenster der Erweiterung geschlossen, wird es gelöscht, sobald Sie sie das nächste Mal öffnen.',
    allow: 'Erlauben',
    ask: 'Dafür muss der Browser der Erweiterung erlauben, die Zwischenablage zu lesen.',
    granted: 'Der Browser erlaubt der Erweiterung, die Zwischenablage zu lesen.',
    denied:
      'Der Browser verbietet der Erweiterung, die Zwischenablage zu lesen. Ändern Sie das in seinen Einstellungen für diese Seite.',
    unknown: 'In diesem Browser kann eine Erweiterung die Zwischenablage nicht leeren.',
  },
  hosts: {
    title: 'Erlaubte Hosts',
    allowed:
      'Wo ein Cockpit bei jedem Schritt eine neue Seite lädt, darf die Erweiterung von selbst weitermachen auf:',
    none: 'Kein Host ist erlaubt. Ein Klick auf das Symbol lässt die Erweiterung auf der offenen Seite arbeiten.',
    withdraw: 'Entziehen',
    loading:
      'Von diesen ist bekannt, dass sie bei jedem Schritt eine neue Seite laden; Sie werden vor dem ersten gefragt:',
    forget: 'Vergessen',
  },
  learned: {
    title: 'Was über Cockpits gelernt wurde',
    hint: 'Über Cockpits, die es nicht selbst sagen. Kein Token wird hier aufbewahrt.',
    apiUrl: 'API-URL',
    undecided: 'Ob ein Token vor dem Speichern funktioniert, hat sich noch nicht gezeigt.',
    worksUnsaved: 'Ein Token funktioniert dort schon vor dem Speichern.',
    worksSaved: 'Ein Token funktioniert dort erst, wenn es gespeichert ist.',
    forget: 'Vergessen',
    forgotten: 'Vergessen.',
  },
  cockpits: {
    title: 'Cockpits, deren Formular gezeigt wurde',
    none: 'Bisher keine. Auf einer Seite, die die Erweiterung nicht kennt, können Sie ihr zeigen, wo alles ist.',
    forget: 'Vergessen',
    forgetAll: 'Alle vergessen',
    forgotten: 'Vergessen.',
    exportIt: 'Exportieren',
    importIt: 'Datei importieren',
    file: 'Beschreibung als Datei',
    save: 'Als Datei speichern',
    close: 'Schließen',
    review: 'Diese Datei betrifft',
    use: 'Verwenden',
    refuse: 'Nicht verwenden',
    used: 'Sie wird verwendet.',
    full: 'Kein Platz für eine weitere Website. Vergessen Sie zuerst eine; nichts wurde geändert.',
    left: 'Bleibt, wie die Seite es ausfüllt',
    lacking: 'Das gibt es in diesem Formular nicht: {what}.',
    instead: 'Sie ersetzt, was für diese Website gemerkt ist.',
    known: 'Für diese Website gezeigt oder importiert: {what}.',
    failed: 'Beim letzten Mal führte es zu nichts; noch einmal, und es wird vergessen.',
    how: 'Sie kann nur sagen, wo Bedienelemente sind. Bevor etwas erstellt wird, wird das ganze Formular zurückgelesen.',
    page: 'Die Seite, die Sie beschrieben haben',
    pageHint:
      'Ihre Bedienelemente und wie sie zusammenstehen, ohne was darin steht. Sehen Sie es durch, bevor Sie es weitergeben.',
    by: {
      name: 'heißt „{name}“',
      attribute: 'mit {attribute} „{value}“',
      css: 'bei {selector}',
    },
    faults: {
      too_large: 'Diese Datei ist für eine Beschreibung zu groß. Nichts wurde geändert.',
      no_json: 'Diese Datei ist kein JSON. Nichts wurde geändert.',
      other_format: 'Diese Datei ist keine Beschreibung eines Formulars. Nichts wurde geändert.',
      other_version:
        'Diese Datei hat eine andere Version, als diese Erweiterung versteht. Nichts wurde geändert.',
      invalid: 'Diese Datei sagt etwas, das keine Beschreibung sagen darf. Nichts wurde geändert.',
      unreadable: 'Diese Datei ließ sich nicht lesen. Nichts wurde geändert.',
    },
  },
  storage: {
    title: 'Was die Erweiterung speichert',
    disk: 'Auf diesem Computer: die Einstellungen oben und die Adresse einer Seite, auf der ein Token offen ist, solange es das ist (höchstens 30 Tage). In Firefox auch, dass ein Cockpit Seiten lädt, und welcher Host erlaubt ist, bis ein Token fertig ist. Für ein Cockpit seine API-URL und ob seine Tokens vor dem Speichern funktionieren; für eine Website, deren Formular gezeigt oder importiert wurde, wo dessen Bedienelemente sind.',
    memory:
      'Im Arbeitsspeicher, bis der Browser geschlossen wird: Ihre Eingaben in einem Formular und, für eine Seite, auf der Sie auf das Symbol geklickt haben, wer dort angemeldet war und welche Tenants zur Auswahl stehen. Von einem Link, der um ein Token bittet: wer darum bittet und worum. Von einer Seite, die Sie beschreiben ließen: welche Bedienelemente sie hat.',
    token:
      'Ein Token, nur im Arbeitsspeicher und nur zwischen Weiter und Speichern; gelöscht wird es beim Speichern, beim Abbrechen oder wenn seine Zeit um ist. Soll es später die Zwischenablage verlassen, ein Hash davon, an dem es zu erkennen ist.',
    nowhere: 'Sie sendet nichts, außer an die Seite des Tenants selbst und durch diese Seite.',
  },
};
