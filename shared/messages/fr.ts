import type { Messages } from './en.ts';

/** What both faces say in French. The labels are the cockpit's own. */
export const fr: Messages = {
  fields: {
    name: 'Nom',
    description: 'Description',
    expiresOn: "Date d'expiration",
    tenantId: 'Tenant',
    permissions: 'Permissions',
    token: 'Token API',
  },
  allTenants: 'Tous les Tenants',
  permissions: { read: 'Lire', write: 'Écrire', create: 'Créer', delete: 'Supprimer' },
  permissionHints: {
    read: 'voir les données (GET)',
    write: 'modifier les données (PUT)',
    create: 'ajouter des données (POST)',
    delete: 'retirer des données (DELETE)',
  },
  buttons: {
    next: 'Suivant',
    show: 'Afficher',
    hide: 'Masquer',
    copy: 'Copier',
    save: 'Enregistrer',
    cancel: 'Annuler',
  },
  expiry: {
    '7d': '7 jours',
    '30d': '30 jours',
    '90d': '90 jours',
    '1y': '1 an',
    date: 'À une date',
    never: 'Jamais',
  },
  summary: {
    one: '{permissions} dans {tenant} seulement, sans ses sous-tenants',
    all: '{permissions} dans {tenant} et tous ses sous-tenants, même futurs',
    until: '{what}, jusqu’à la fin du {date}.',
    untilInZone: '{what}, jusqu’à la fin du {date} ({zone}).',
    never: '{what}, jusqu’à ce que quelqu’un le révoque.',
    warnings: {
      all_with_delete: 'Il peut supprimer des données dans chaque tenant, même futur.',
      never: 'Il n’expire jamais : s’il fuit, il fonctionne tant que personne ne s’en aperçoit.',
    },
  },
  fieldErrors: {
    required: {
      name: 'Donnez un nom au token.',
      description: 'Saisissez une description.',
      tenantId: 'Choisissez un tenant.',
      permissions: 'Cochez au moins une permission : sans elle, chaque appel avec le token échoue.',
      expiresOn: 'Choisissez une date.',
    },
    too_long: 'Au plus ce nombre de caractères : {max}.',
    control_characters: 'Ce texte contient des caractères invisibles. Saisissez-le à nouveau.',
    wrong_type: 'La plateforme n’accepte pas cette valeur.',
    unknown: 'La plateforme ne connaît pas cette valeur, ou vous ne pouvez pas la choisir.',
    duplicate: 'C’est choisi deux fois.',
    not_a_date: 'Cette date n’existe pas.',
    in_the_past: 'Cette date est passée dans le fuseau horaire du tenant.',
    too_far: 'Au plus dix ans à l’avance.',
    exceeds_yours: 'Vous ne pouvez donner que les permissions que vous avez vous-même.',
  },
  curl: {
    shell: 'Shell',
    how: 'Exécutez la première ligne, puis collez le token et appuyez sur Entrée : il ne reste ainsi pas dans l’historique du shell. La deuxième ligne appelle l’API.',
    first: 'Première ligne',
    second: 'Deuxième ligne',
  },
  reference: 'Référence : {id}',
};
