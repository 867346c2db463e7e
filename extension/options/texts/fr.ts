import type { OptionTexts } from './en.ts';

/** What the options page says in French. */
export const fr: OptionTexts = {
  title: 'Options',
  saved: 'Enregistré.',
  language: 'Langue',
  automatic: 'Comme le navigateur',
  start: 'Un nouveau formulaire commence avec',
  clipboard: {
    title: 'Presse-papiers',
    label: 'Effacer un token copié',
    never: 'Jamais',
    30: 'Après 30 secondes',
    60: 'Après 1 minute',
    300: 'Après 5 minutes',
    hint: 'Seulement s’il y est encore. Si la fenêtre de l’extension est fermée, cela se fait à sa prochaine ouverture.',
    allow: 'Autoriser',
    ask: 'Pour cela, le navigateur doit autoriser l’extension à lire le presse-papiers.',
    granted: 'Le navigateur autorise l’extension à lire le presse-papiers.',
    denied:
      'Le navigateur interdit à l’extension de lire le presse-papiers. Vous pouvez le changer dans ses paramètres pour cette page.',
    unknown: 'Dans ce navigateur, une extension ne peut pas effacer le presse-papiers.',
  },
  hosts: {
    title: 'Hôtes autorisés',
    allowed:
      'Là où un cockpit charge une nouvelle page à chaque étape, l’extension peut continuer seule sur :',
    none: 'Aucun hôte n’est autorisé. Un clic sur l’icône laisse l’extension travailler sur la page ouverte.',
    withdraw: 'Retirer',
    loading:
      'On sait que ceux-ci chargent une nouvelle page à chaque étape ; la question vous est posée avant la première :',
    forget: 'Oublier',
  },
  learned: {
    title: 'Ce qui a été appris des cockpits',
    hint: 'Des cockpits qui ne le disent pas eux-mêmes. Aucun token n’est conservé ici.',
    apiUrl: 'URL de l’API',
    undecided: 'On n’a pas encore vu si un token fonctionne avant d’être enregistré.',
    worksUnsaved: 'Là, un token fonctionne déjà avant d’être enregistré.',
    worksSaved: 'Là, un token ne fonctionne qu’une fois enregistré.',
    forget: 'Oublier',
    forgotten: 'Oublié.',
  },
  storage: {
    title: 'Ce que l’extension conserve',
    disk: 'Sur cet ordinateur : les options ci-dessus, et l’adresse d’une page où un token est en suspens, tant qu’il l’est (30 jours au plus). Dans Firefox aussi qu’un cockpit charge des pages, et quel hôte est autorisé jusqu’à ce qu’un token soit prêt.',
    memory:
      'En mémoire, jusqu’à la fermeture du navigateur : votre saisie dans un formulaire et, pour une page où vous avez cliqué sur l’icône, qui y était connecté et quels tenants cette personne peut choisir.',
    token:
      'Un token, en mémoire seulement et seulement entre Suivant et Enregistrer ; il est effacé à l’enregistrement, à l’annulation ou au terme de son délai. S’il doit quitter le presse-papiers plus tard, une empreinte pour le reconnaître.',
    nowhere: 'Elle n’envoie rien, sauf à la page du tenant elle-même, et à travers elle.',
  },
};
