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
    too_long: 'Au plus {max} caractères.',
    control_characters: 'Ce texte contient des caractères invisibles. Saisissez-le à nouveau.',
    wrong_type: 'La plateforme n’accepte pas cette valeur.',
    unknown: 'La plateforme ne connaît pas cette valeur, ou vous ne pouvez pas la choisir.',
    duplicate: 'C’est choisi deux fois.',
    not_a_date: 'Cette date n’existe pas.',
    in_the_past: 'Cette date est passée dans le fuseau horaire du tenant.',
    too_far: 'Au plus dix ans à l’avance.',
    exceeds_yours: 'Vous ne pouvez donner que les permissions que vous avez vous-même.',
  },
  notices: {
    signed_out:
      'Vous êtes déconnecté. Aucun token n’a été créé. Connectez-vous sur la page, puis réessayez.',
    forbidden:
      'La plateforme a refusé : vous n’en avez pas ou plus le droit. Adressez-vous à un administrateur du tenant.',
    not_found: 'La plateforme ne connaît pas ce token. Créez-en un nouveau.',
    conflict: 'La plateforme a refusé, car quelque chose a changé entre-temps. Réessayez.',
    invalid: 'La plateforme a refusé une valeur. Vérifiez les champs et réessayez.',
    rate_limited: 'Trop de requêtes. Réessayez dans {seconds} secondes.',
    refused: 'La plateforme a refusé la requête ({status}). Réessayez plus tard.',
    server_error: 'Une erreur s’est produite sur la plateforme ({status}). Réessayez plus tard.',
    malformed:
      'La réponse n’était pas celle d’une plateforme de tenants. Rechargez la page et réessayez.',
    redirected:
      'La plateforme a renvoyé la requête vers une autre page : vous êtes sans doute déconnecté. Connectez-vous sur la page, puis réessayez.',
    timeout: 'La plateforme n’a pas répondu à temps. Réessayez.',
    unreachable: 'La plateforme est injoignable. Vérifiez la connexion et réessayez.',
    page_gone:
      'La page a été fermée, rechargée ou quittée. Rouvrez la page et cliquez-y sur l’icône.',
    page_forbids:
      'La page interdit toute connexion : la plateforme ne peut pas être interrogée par elle. Rien n’a été envoyé. Ouvrez une autre page du tenant et cliquez-y sur l’icône.',
    other_origin:
      'L’onglet affiche maintenant une autre page. Rien n’y a été envoyé. Revenez à la page du tenant et cliquez-y sur l’icône.',
    discarded: 'Abandonné. Ce token ne fonctionne pas.',
    cancelled: 'Annulé dans le cockpit.',
    other_person:
      'Une autre personne est maintenant connectée sur la page. Aucun token n’a été conservé. Vérifiez qui est connecté, puis réessayez.',
    abandoned:
      'Annulé. Si un token a été créé, personne ne l’a vu, il ne fonctionne pas et la plateforme l’abandonne dans les 15 minutes.',
    forgotten:
      'Un token était en suspens ici quand le navigateur ou cette extension a redémarré et l’a oublié. S’il a été enregistré, il fonctionne : sans copie, révoquez-le dans le cockpit, sous API.',
  },
  curl: {
    shell: 'Shell',
    how: 'Exécutez la première ligne, puis collez le token et appuyez sur Entrée : il ne reste ainsi pas dans l’historique du shell. La deuxième ligne appelle l’API.',
    first: 'Première ligne',
    second: 'Deuxième ligne',
  },
  reference: 'Référence : {id}',
};
