import type { TrialTexts } from './en.ts';

/** What is said about trying a token, and whether it works already, in German. */
export const de: TrialTexts = {
  works: '{status}: Das Token funktioniert.',
  lacksRead:
    '{status}: Das Token funktioniert, ihm fehlt aber die Berechtigung „Lesen“, die dieser Aufruf braucht.',
  dead: '{status}: Das Token funktioniert nicht.',
  unclear: '{status}: Die Plattform sagt nichts über das Token. Versuchen Sie es später erneut.',
  noAnswer: 'Keine Antwort von {origin}.',
  instead:
    'Die API-URL ist von dieser Seite aus nicht erreichbar; stattdessen wurde {origin} angefragt.',
  noApiUrl:
    'Die API-URL ist nicht bekannt, daher wurde das Token nirgendwohin gesendet. Tragen Sie sie oben ein; im Cockpit steht sie unter Verwaltung → Tenant.',
  noSuchApiUrl:
    'Das kann keine API-URL sein, daher wurde das Token nirgendwohin gesendet. Sie beginnt mit https:// und endet mit dem Host: https://api.example.com',
  worksUnsaved: '{status}: Das Token funktioniert schon vor dem Speichern.',
  notYet:
    '{status}: Das Token funktioniert noch nicht. Speichern Sie es und testen Sie es dann erneut.',
  deadThere:
    '{status}: Das Token funktioniert bei {origin} nicht. Vielleicht ist das nicht seine API-URL.',
  openDoor:
    '{status}: {origin} antwortet auch ohne Token so. Vielleicht ist das nicht seine API-URL.',
  shown: {
    perhaps: 'Es wird nur jetzt angezeigt. Vielleicht funktioniert es schon.',
    yes: 'Es wird nur jetzt angezeigt. Es funktioniert schon vor dem Speichern.',
    no: 'Es wird nur jetzt angezeigt und funktioniert erst, wenn es gespeichert ist.',
  },
  apiUrl: 'API-URL',
  yourApiUrl: 'ihre-api-url',
};
