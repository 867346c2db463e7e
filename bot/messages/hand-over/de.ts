import type { handOver as english } from './en.ts';

/** In German, what is said of tokens that people make and hand in. */
export const handOver: typeof english = {
  approveText:
    'Sie erstellen das API-Token {name} im Cockpit und übergeben es dieser App. Angezeigt wird es nur der Person, die es angefordert hat.',
  open: 'Cockpit öffnen',
  steps:
    'Klicken Sie dort auf Tenant Token: Das Formular ist ausgefüllt. Prüfen Sie es, wählen Sie „{next}“, kopieren Sie das Token und wählen Sie unten „{deliver}“. Wählen Sie dort „{save}“, sobald es diese App sagt. Ist das Formular leer, kopieren Sie den Link und fügen Sie ihn dort ein.',
  byHand:
    'Die Anforderung passt nicht in einen Link: Füllen Sie das Formular von Hand aus, wie es oben steht.',
  withoutDescription: 'Die Beschreibung ist zu lang für den Link: Kopieren Sie sie von oben.',
  until: 'Ohne Token verfällt die Anforderung am {date}.',
  deliver: 'Übergeben',
  overdueText: 'Eine Anforderung, die Sie genehmigt haben, wartet noch auf ihr Token.',
  overdueOtherText: 'Eine genehmigte Anforderung wartet noch auf ihr Token.',
  handedInBy: 'Für die Person, die es übergeben hat ({who}):',
  mishapText: 'Ein Token, das Sie übergeben haben, wurde nicht zugestellt.',
  mishap:
    'Das Token, das Sie für {name} übergeben haben, wurde nicht sicher zugestellt. Brechen Sie es im Cockpit ab, und speichern Sie es nicht. Die Anforderung bleibt erhalten: Erstellen Sie ein anderes Token und wählen Sie noch einmal „{deliver}“, oder lehnen Sie die Anforderung ab.',
  doubtText: 'Falls Sie ein API-Token sehen, verwenden Sie es nicht.',
  doubt:
    'Slack hat nicht mitgeteilt, ob Ihnen das Token {name} angezeigt wurde. Falls Sie es sehen, verwerfen Sie es: Es funktioniert nicht, und wer es erstellt hat, wurde gebeten, es abzubrechen. Mehr brauchen Sie nicht zu tun.',
  calledOffText: 'Ein Token wird nicht mehr gebraucht.',
  calledOff:
    'Die Anforderung des Tokens {name} ist beendet, und ihr Token wird nicht mehr gebraucht. Falls Sie eines erstellt haben, brechen Sie es im Cockpit ab.',
  soon: 'Das Token funktioniert, sobald die Person, die es erstellt hat, es gespeichert hat; das dauert Minuten. Niemand kann es noch einmal anzeigen. Soll es widerrufen werden, wenden Sie sich an einen Administrator des Tenants.',
  forAsker: {
    making:
      'Von {who} genehmigt; diese Person erstellt das Token im Cockpit. Es wird Ihnen in Ihren Nachrichten mit dieser App angezeigt, in einer Nachricht, die nur Sie sehen und die Slack nicht aufbewahrt: Lassen Sie Slack geöffnet.',
    handing: 'Von {who} genehmigt. Das Token ist zu Ihnen unterwegs.',
    delivered:
      'Von {who} genehmigt und erstellt. Das Token wurde Ihnen in Ihren Nachrichten mit dieser App angezeigt, in einer Nachricht, die nur Sie sehen. Haben Sie es nicht gesehen, geben Sie sofort Bescheid: Niemand kann es noch einmal anzeigen.',
    unmade:
      'Von {who} genehmigt, aber es wurde nicht rechtzeitig ein Token zugestellt, darum ist die Anforderung verfallen. Brauchen Sie es noch, fordern Sie es erneut an.',
  },
  forApprover: {
    making: 'Von {who} genehmigt; diese Person erstellt das Token.',
    handing: 'Von {who} genehmigt. Das Token ist zu der Person unterwegs, die es angefordert hat.',
    delivered:
      'Von {who} genehmigt. Slack hat das Token für die Person angenommen, die es angefordert hat.',
    unmade: 'Von {who} genehmigt, aber verfallen: Es wurde nicht rechtzeitig ein Token zugestellt.',
  },
  delivered: 'Zugestellt: Wählen Sie jetzt im Cockpit „{save}“.',
  away: 'Slack zeigt die Person, die das Token angefordert hat, als abwesend. Dann zeigt es ihr die Nachricht womöglich nicht und bewahrt keine auf: Fragen Sie nach, bevor Sie „{save}“ wählen. Wurde es nicht gesehen, wählen Sie dort „{cancel}“.',
  modal: {
    title: 'Token übergeben',
    hint: 'Slack bewahrt nicht auf, was hier eingegeben wird, und diese App behält nichts davon: Es geht an die Person weiter, die das Token angefordert hat, und an niemanden sonst. In Ihrer Zwischenablage steht es noch: Kopieren Sie danach etwas anderes.',
    away: 'Slack zeigt die Person, die das Token angefordert hat, als abwesend. Dann zeigt es ihr die Nachricht womöglich nicht und bewahrt keine auf. Übergeben Sie das Token besser, wenn sie da ist.',
    underWay: 'Das Token wird zugestellt …',
  },
  errors: {
    empty: 'Fügen Sie das Token ein, das das Cockpit anzeigt.',
    address: 'Das ist eine Adresse und kein Token. Es wurde nichts übergeben.',
    name: 'Das ist ein Name und kein Token. Es wurde nichts übergeben.',
    documented:
      'Das ist kein Token der Plattform: 44 Zeichen, am Ende „=“. Es wurde nichts übergeben.',
    any: 'Das sieht nicht wie ein Token aus: 16 bis 512 Zeichen ohne Leerzeichen. Es wurde nichts übergeben.',
    used: 'Dieses Token wurde schon einmal übergeben. Brechen Sie es im Cockpit ab, und erstellen Sie ein anderes. Es wurde nichts übergeben.',
    unwanted:
      'Dieses Token wurde nicht übergeben. Brechen Sie es im Cockpit ab, und speichern Sie es nicht.',
  },
  lost: 'Das Token wurde nicht zugestellt. Brechen Sie es im Cockpit ab, und speichern Sie es nicht. Eine Nachricht sagt, wie es weitergeht.',
};
