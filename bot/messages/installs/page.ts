import { type Language, languageFor } from '../../../shared/messages/language.ts';

/** What the page after an install says, by language. `workspace` stands for the id. */
export const INSTALL_TEXTS: Readonly<Record<Language, Readonly<Record<Said, string>>>> = {
  en: {
    installed:
      'Installed. The workspace is {workspace}: whoever runs this bot gives it a policy under this id. From then on, type /tenant-token create in Slack.',
    everywhere:
      'Installed in all workspaces of the organisation {workspace}. Whoever runs this bot gives each of them a policy under the workspace’s own id; until then the refusal there names the file. From then on, type /tenant-token create in Slack.',
    cancelled: 'Nothing was installed: it was cancelled in Slack. You can start again at any time.',
    refused:
      'Nothing was installed: the way back from Slack came in another browser, too late, or twice. Start again from /slack/install.',
    failed:
      'Nothing was installed: Slack or this bot’s database did not confirm it. Start again from /slack/install; if it stays so, tell whoever runs this bot.',
  },
  de: {
    installed:
      'Installiert. Der Workspace ist {workspace}: Wer diesen Bot betreibt, gibt ihm unter dieser Kennung eine Richtlinie. Geben Sie danach in Slack /tenant-token create ein.',
    everywhere:
      'Installiert in allen Workspaces der Organisation {workspace}. Wer diesen Bot betreibt, gibt jedem von ihnen unter dessen eigener Kennung eine Richtlinie; bis dahin nennt die Ablehnung dort die Datei. Geben Sie danach in Slack /tenant-token create ein.',
    cancelled:
      'Es wurde nichts installiert: In Slack wurde abgebrochen. Sie können jederzeit neu beginnen.',
    refused:
      'Es wurde nichts installiert: Der Rückweg von Slack kam in einem anderen Browser, zu spät oder zweimal. Beginnen Sie neu bei /slack/install.',
    failed:
      'Es wurde nichts installiert: Slack oder die Datenbank dieses Bots hat es nicht bestätigt. Beginnen Sie neu bei /slack/install; bleibt es dabei, informieren Sie die Person, die diesen Bot betreibt.',
  },
  it: {
    installed:
      'Installata. L’area di lavoro è {workspace}: chi gestisce questo bot le assegna dei criteri sotto questo id. Poi digita /tenant-token create in Slack.',
    everywhere:
      'Installata in tutte le aree di lavoro dell’organizzazione {workspace}. Chi gestisce questo bot assegna a ciascuna dei criteri sotto l’id di quell’area di lavoro; fino ad allora il rifiuto in quell’area indica il file. Poi digita /tenant-token create in Slack.',
    cancelled:
      'Non è stato installato nulla: in Slack è stato annullato. Puoi ricominciare in ogni momento.',
    refused:
      'Non è stato installato nulla: il ritorno da Slack è arrivato in un altro browser, troppo tardi o due volte. Ricomincia da /slack/install.',
    failed:
      'Non è stato installato nulla: Slack o il database di questo bot non l’ha confermato. Ricomincia da /slack/install; se non cambia, dillo a chi gestisce questo bot.',
  },
  fr: {
    installed:
      'Installée. L’espace de travail est {workspace} : la personne qui gère ce bot lui donne une politique sous cet identifiant. Tapez ensuite /tenant-token create dans Slack.',
    everywhere:
      'Installée dans tous les espaces de travail de l’organisation {workspace}. La personne qui gère ce bot donne à chacun une politique sous l’identifiant de cet espace de travail ; d’ici là, le refus y nomme le fichier. Tapez ensuite /tenant-token create dans Slack.',
    cancelled:
      'Rien n’a été installé : l’installation a été annulée dans Slack. Vous pouvez recommencer à tout moment.',
    refused:
      'Rien n’a été installé : le retour de Slack est arrivé dans un autre navigateur, trop tard ou deux fois. Recommencez à /slack/install.',
    failed:
      'Rien n’a été installé : Slack ou la base de données de ce bot ne l’a pas confirmé. Recommencez à /slack/install ; si cela persiste, dites-le à la personne qui gère ce bot.',
  },
};

/** How an install ended; `everywhere`: in all of an organisation. */
export type Said = 'installed' | 'everywhere' | 'cancelled' | 'refused' | 'failed';

const STATUS: Readonly<Record<Said, number>> = {
  installed: 200,
  everywhere: 200,
  cancelled: 200,
  refused: 400,
  failed: 502,
};

/** Slack's ids have no other character. */
const shownId = (id: string): string => id.replaceAll(/[^A-Z0-9]/g, '');

/**
 * The page that says how an install ended.
 * @param accepted the browser's `Accept-Language`
 */
export const installPage = (
  said: Said,
  accepted: string,
  workspace = '',
): { readonly status: number; readonly html: string } => {
  const language = languageFor(accepted.split(',').map((each) => each.split(';')[0]?.trim() ?? ''));
  const text = INSTALL_TEXTS[language][said].replace('{workspace}', shownId(workspace));
  return {
    status: STATUS[said],
    html: `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tenant Token</title>
<h1>Tenant Token</h1>
<p>${text}</p>
</html>
`,
  };
};
