import type { LinkTexts } from './en.ts';

/** What is said of links that hold a request, in French. */
export const fr: LinkTexts = {
  from: 'Demande de {person} dans {workspace}, selon le lien. Vérifiez-la : seul « Suivant » crée quelque chose.',
  fromNobody: 'Rempli à partir d’un lien. Vérifiez : seul « Suivant » crée quelque chose.',
  legend: 'Marqué ainsi : du lien.',
  before: 'Ce que vous aviez saisi est conservé.',
  back: 'Y revenir',
  malformed:
    'Le lien ne contient aucune demande lisible : il a été modifié, coupé ou créé par une autre version. Le formulaire reste tel quel. Copiez le lien entier ou remplissez le formulaire à la main.',
  elsewhere:
    'Le lien est pour {origin}. Le formulaire reste tel quel. Ouvrez cette page et cliquez-y sur l’icône.',
  made: 'Un token a été créé ici à partir du lien dans l’adresse de cette page. Pour en créer un autre, remplissez le formulaire ou collez le lien dans « Nom ».',
  deliver:
    'Pour {person} : copiez le token et remettez-le dans Slack avec « Remettre ». Appuyez ici sur « Enregistrer » dès que Slack indique qu’il est remis.',
  saved:
    'Pour {person} : si vous n’avez pas encore remis le token dans Slack avec « Remettre », faites-le maintenant.',
  share: {
    label: 'Lien',
    paste: 'Collez un lien dans « Nom », et le formulaire est rempli.',
    hint: 'Une copie contient la demande et aucun token : un lien vers cette page ou une commande pour Slack.',
    link: 'Copier comme lien',
    command: 'Copier comme commande',
    copied: 'Copié.',
    notCopied:
      'Non copié : il manque quelque chose dans le formulaire ou cela serait refusé, ou ses textes sont trop longs.',
  },
};
