import type { home as english } from './en.ts';

/** In French, what the app's Home says. */
export const home: typeof english = {
  create: 'Nouveau token API',
  waits: 'En attente de vous',
  nothingWaits: 'Rien n’est en attente de vous.',
  asked: 'Demandé par vous',
  nothingAsked: 'Vous n’avez encore demandé aucun token API.',
  more: 'Le reste figure dans vos messages avec cette app.',
  groupsUnknown:
    'Slack n’indique pas de quels groupes vous faites partie : des demandes adressées à un groupe peuvent manquer.',
  failed:
    'Ce qui vous concerne n’a pas pu être lu. Rien n’a été perdu ; rouvrez ceci dans une minute.',
  flow: {
    under_way: 'En chemin.',
    works: 'Enregistré, et il fonctionne.',
    expired: 'Expiré : il ne fonctionne plus.',
    revoked: 'Révoqué : il ne fonctionne plus.',
    none: 'Aucun token qui fonctionne n’en est issu ; un message a dit pourquoi.',
    open: 'Il fonctionne peut-être, alors qu’il ne devrait pas : son message dit quoi faire.',
  },
};
