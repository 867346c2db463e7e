import type { LinkTexts } from './en.ts';

/** What is said of links that hold a request, in German. */
export const de: LinkTexts = {
  from: 'Anforderung von {person} in {workspace}, laut Link. Prüfen Sie sie: Erst „Weiter“ erstellt etwas.',
  fromNobody: 'Aus einem Link ausgefüllt. Prüfen Sie es: Erst „Weiter“ erstellt etwas.',
  legend: 'So markiert: aus dem Link.',
  before: 'Ihre früheren Eingaben bleiben erhalten.',
  back: 'Dorthin zurück',
  malformed:
    'Der Link enthält keine lesbare Anforderung: Er wurde verändert, abgeschnitten oder von einer anderen Version erstellt. Das Formular bleibt, wie es war. Kopieren Sie den ganzen Link oder füllen Sie das Formular von Hand aus.',
  elsewhere:
    'Der Link ist für {origin}. Das Formular bleibt, wie es war. Öffnen Sie jene Seite und klicken Sie dort auf das Symbol.',
  made: 'Aus dem Link in der Adresse dieser Seite wurde hier ein Token erstellt. Für ein weiteres füllen Sie das Formular aus oder fügen Sie den Link in „Name“ ein.',
  deliver:
    'Für {person}: Kopieren Sie das Token und übergeben Sie es in Slack mit „Übergeben“. Drücken Sie hier „Speichern“, sobald Slack meldet, dass es zugestellt ist.',
  saved:
    'Für {person}: Falls Sie das Token in Slack noch nicht übergeben haben, tun Sie es jetzt mit „Übergeben“.',
  share: {
    label: 'Link',
    paste: 'Fügen Sie einen Link in „Name“ ein, und das Formular wird ausgefüllt.',
    hint: 'Eine Kopie enthält die Anforderung und kein Token: als Link zu dieser Seite oder als Befehl für Slack.',
    link: 'Als Link kopieren',
    command: 'Als Befehl kopieren',
    copied: 'Kopiert.',
    notCopied:
      'Nicht kopiert: Im Formular fehlt etwas oder es würde abgelehnt, oder seine Texte sind dafür zu lang.',
  },
};
