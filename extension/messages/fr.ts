import { fr as shared } from '../../shared/messages/fr.ts';
import type { Texts } from './en.ts';

/** What the popup says in French. */
export const fr: Texts = {
  ...shared,
  title: 'Nouveau token API',
  loading: 'Interrogation de la page…',
  options: 'Options',
  tryAgain: 'Réessayer',
  askAgain: 'Demander à nouveau',
  startAgain: 'Recommencer',
  waiting:
    'Un token vous attend sur {origin} : « {name} ». Ouvrez cette page et cliquez-y sur l’icône.',
  waitingHere: 'Un token attend sur cette page la personne qui l’a créé.',
  fault:
    'Une erreur s’est produite dans l’extension. Votre saisie est conservée. Fermez cette fenêtre et cliquez à nouveau sur l’icône.',
  faultAtLast:
    'Une erreur s’est produite dans l’extension. Le token est enregistré : copiez-le ici avant de fermer cette fenêtre.',
  otherWindow:
    'Une autre fenêtre a été plus rapide : ce token est le sien. Votre saisie dans celle-ci n’a pas été envoyée.',
  form: {
    noList: 'La plateforme n’a pas donné de liste de tenants : seul le vôtre peut être choisi.',
    ownDate: 'Date',
    lastDay: 'Dernier jour : {date}',
    lastDayInZone: 'Dernier jour : {date} ({zone})',
    noEnd: 'Fonctionne jusqu’à sa révocation',
    lacking: 'vous ne l’avez pas',
    filter: 'Rechercher un tenant',
    noMatch: 'Aucun tenant trouvé.',
  },
  working: {
    title: 'Création du token…',
    text: 'Vous pouvez fermer cette fenêtre : le token vous attendra ici.',
  },
  unknown: {
    title: 'Pas de réponse certaine',
    text: 'Un token « {name} » a peut-être été créé. Personne ne l’a vu et il ne fonctionne pas. Demander à nouveau n’en crée jamais un second.',
    giveUp: 'Annuler',
  },
  token: {
    title: 'Copiez le token, puis enregistrez-le',
    text: 'Il n’est affiché que maintenant et ne fonctionne qu’une fois enregistré.',
    until: 'S’il n’est pas enregistré, il est abandonné dans {minutes}.',
    masked: 'Masqué. Il peut tout de même être copié.',
    copied: 'Copié.',
    copyFailed:
      'Le navigateur ne l’a pas copié. Il est affiché et sélectionné : copiez-le au clavier.',
    mayWork: 'On ne sait pas s’il a été enregistré. Enregistrez à nouveau pour en être sûr.',
  },
  saving: 'Enregistrement…',
  cancelling: 'Abandon…',
  saved: {
    title: 'Enregistré',
    here: 'Copiez le token avant de fermer cette fenêtre. Ensuite, personne ne pourra plus l’afficher.',
    gone: 'Le token n’est pas conservé. Si vous ne l’avez pas copié, révoquez-le dans le cockpit, sous API, et créez-en un autre.',
    call: 'Utilisation dans un shell',
    copyCommand: 'Copier la commande',
    tryIt: 'Essayer',
    trying: 'Essai…',
    another: 'En créer un autre',
  },
};
