import type { ScreenTexts } from './en.ts';

/** What is said where there is nothing to fill in, in French. */
export const fr: ScreenTexts = {
  insecureTitle: 'Pas en HTTP non chiffré',
  notTenant: {
    insecure:
      'Cette page arrive en HTTP non chiffré : quiconque se trouve sur le chemin pourrait lire le token, c’est pourquoi aucun n’est créé ni envoyé ici. Ouvrez le cockpit de votre tenant en HTTPS et cliquez-y sur l’icône.',
    title: 'Ce n’est pas la page d’un tenant',
    no_platform:
      'Aucun tenant G-IoT ne répond sur cette page. Ouvrez le cockpit de votre tenant et cliquez-y sur l’icône.',
    restricted:
      'Le navigateur n’autorise aucune extension sur cette page. Ouvrez le cockpit de votre tenant et cliquez-y sur l’icône.',
  },
  signedOut: {
    title: 'Déconnecté',
    text: 'Personne n’est connecté sur cette page. Connectez-vous, puis cliquez à nouveau sur l’icône. Votre saisie est conservée.',
  },
  perhapsSignedOut: {
    title: 'Déconnecté ?',
    text: 'La plateforme a redirigé ou refusé la demande. Si cette page est le cockpit de votre tenant, vous êtes peut-être déconnecté : rechargez la page, connectez-vous, puis cliquez à nouveau sur l’icône. Votre saisie est conservée.',
  },
  notAllowed: {
    title: 'Non autorisé',
    text: '{person} ({role}) ne peut pas créer de tokens API dans {tenant}. Adressez-vous à un Super Admin du tenant, ou connectez-vous comme tel.',
    withoutRole:
      '{person} ne peut pas créer de tokens API dans {tenant}. Adressez-vous à un Super Admin du tenant, ou connectez-vous comme tel.',
    withoutPerson:
      'Vous ne pouvez pas créer de tokens API dans {tenant}. Adressez-vous à un Super Admin du tenant, ou connectez-vous comme tel.',
  },
  unavailable: 'La plateforme ne répond pas',
  failed: {
    lapsed: {
      title: 'Pas enregistré à temps',
      text: '« {name} » n’a pas été enregistré à temps et est abandonné. Il n’a jamais fonctionné. Votre saisie est conservée.',
    },
    dead: {
      title: 'Pas enregistré',
      text: 'La plateforme a refusé d’enregistrer « {name} ». Ce token ne fonctionne pas : jetez toute copie. Votre saisie est conservée.',
    },
    unseen: {
      title: 'Disparu avant d’être vu',
      text: 'La plateforme ne peut plus afficher « {name} ». Personne n’a vu ce token. Votre saisie est conservée.',
    },
  },
  unconfirmed: {
    title: 'Pas encore certain',
    save: 'On ne sait pas si « {name} » a été enregistré. L’extension n’a plus le token ; si vous l’avez copié, demandez à nouveau.',
    cancel:
      'On ne sait pas si « {name} » a été abandonné. Demandez à nouveau ; si cela ne suffit pas, cherchez-le dans le cockpit, sous API.',
    refused: {
      title: 'Pas abandonné',
      text: 'La plateforme n’a pas abandonné « {name} ». Si vous ne l’avez pas enregistré, il ne fonctionne pas et est abandonné de lui-même dans les 15 minutes ; sinon, révoquez-le dans le cockpit, sous API.',
    },
    otherwise: {
      title: 'Pas le token demandé',
      text: 'La plateforme a créé « {name} » autrement que demandé, et il fonctionne. On ne sait pas s’il a été révoqué : demandez à nouveau ; si cela ne suffit pas, révoquez-le dans le cockpit, sous API.',
    },
  },
  kept: 'Votre saisie est conservée.',
  nowhere:
    'Aucun token ne peut être créé ici, ou pas par vous (404). Rechargez la page et réessayez.',
  confirm:
    'Vous ne l’avez pas copié, et il ne sera plus jamais affiché. L’enregistrer tout de même ?',
  made: {
    signed_out: 'Vous êtes déconnecté. Connectez-vous sur la page, puis réessayez.',
    not_found: 'La plateforme ne connaît pas ou plus ce token.',
  },
};
