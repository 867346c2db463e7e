import type { OptionTexts } from './en.ts';

/** What the options page says in French. */
export const fr: OptionTexts = {
  title: 'Options',
  saved: 'Enregistré.',
  notSaved:
    'Impossible d’enregistrer : le stockage du navigateur pour cette extension est plein ou endommagé. Rien d’autre n’a changé. Redémarrez le navigateur et réessayez.',
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
    unknown: 'Dans ce navigateur, une extension ne peut pas vider le presse-papiers.',
  },
  hosts: {
    title: 'Hôtes autorisés',
    allowed:
      'Là où un cockpit charge une nouvelle page à chaque étape, l’extension peut continuer seule sur :',
    none: 'Aucun hôte n’est autorisé. Un clic sur l’icône laisse l’extension travailler sur la page ouverte.',
    withdraw: 'Retirer',
    loading:
      'On sait que ceux-ci chargent une nouvelle page à chaque étape ; la question vous est posée avant la première :',
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
  cockpits: {
    title: 'Cockpits dont le formulaire a été montré',
    none: 'Aucun pour l’instant. Sur une page que l’extension ne connaît pas, vous pouvez lui montrer où sont les choses.',
    forget: 'Oublier',
    forgetAll: 'Tout oublier',
    forgotten: 'Oublié.',
    exportIt: 'Exporter',
    importIt: 'Importer un fichier',
    file: 'Description en fichier',
    save: 'Enregistrer dans un fichier',
    close: 'Fermer',
    review: 'Ce fichier concerne',
    use: 'L’utiliser',
    refuse: 'Ne pas l’utiliser',
    used: 'Il sera utilisé.',
    full: 'Il n’y a plus de place pour un autre site. Oubliez-en un d’abord ; rien n’a changé.',
    left: 'Reste tel que la page le remplit',
    lacking: 'Ce formulaire n’a pas : {what}.',
    instead: 'Il remplace ce qui est retenu pour ce site.',
    known: 'Montré ou importé pour ce site : {what}.',
    failed: 'La dernière fois, cela n’a mené à rien ; encore une fois, et ce sera oublié.',
    how: 'Il peut seulement dire où sont les commandes. Avant toute création, tout le formulaire est relu.',
    page: 'La page que vous avez décrite',
    pageHint:
      'Ses commandes et leur disposition, sans ce qu’elles contiennent. Relisez-la avant de la transmettre.',
    by: {
      name: 'nommé « {name} »',
      attribute: 'avec {attribute} « {value} »',
      css: 'à {selector}',
    },
    faults: {
      too_large: 'Ce fichier est trop gros pour une description. Rien n’a changé.',
      no_json: 'Ce fichier n’est pas du JSON. Rien n’a changé.',
      other_format: 'Ce fichier n’est pas la description d’un formulaire. Rien n’a changé.',
      other_version:
        'Ce fichier est d’une autre version que celle que l’extension comprend. Rien n’a changé.',
      invalid: 'Ce fichier dit quelque chose qu’aucune description ne peut dire. Rien n’a changé.',
      unreadable: 'Ce fichier n’a pas pu être lu. Rien n’a changé.',
    },
  },
  storage: {
    title: 'Ce que l’extension conserve',
    disk: 'Sur cet ordinateur : les options ci-dessus, et l’adresse d’une page où un token est en suspens, tant qu’il l’est (30 jours au plus). Dans Firefox aussi qu’un cockpit charge des pages, et quel hôte est autorisé jusqu’à ce qu’un token soit prêt. Pour un cockpit, l’URL de son API et si ses tokens fonctionnent avant Enregistrer ; pour un site dont le formulaire a été montré ou importé, où sont ses commandes.',
    memory:
      'En mémoire, jusqu’à la fermeture du navigateur : votre saisie dans un formulaire et, pour une page où vous avez cliqué sur l’icône, qui y était connecté et quels tenants cette personne peut choisir. D’un lien qui demande un token : qui le demande, et quoi. D’une page que vous avez fait décrire : quelles commandes elle a.',
    token:
      'Un token, en mémoire seulement et seulement entre Suivant et Enregistrer ; il est effacé à l’enregistrement, à l’annulation ou au terme de son délai. S’il doit quitter le presse-papiers plus tard, une empreinte pour le reconnaître.',
    nowhere: 'Elle n’envoie rien, sauf à la page du tenant elle-même, et à travers elle.',
  },
};
