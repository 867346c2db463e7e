import { fr as shared } from '../../shared/messages/fr.ts';
import { handOver } from './hand-over/fr.ts';
import { home } from './home/fr.ts';
import type { Texts } from './en.ts';

/** What the bot says in French. */
export const fr: Texts = {
  ...shared,
  handOver,
  home,
  form: {
    title: 'Nouveau token API',
    loading: 'Un instant…',
    ownDate: 'Date',
    searchTenants: 'Rechercher un tenant',
    unread: 'Non reconnu et non repris : {words}',
    tenantUnknown: 'Il n’y a pas de tenant {tenant} ici. Choisissez-en un.',
    tenantAmbiguous: 'Tenant {tenant} : il peut y en avoir plusieurs. Choisissez-en un.',
    tenantNotGranted:
      'La politique ne vous accorde pas le tenant {tenant}. Choisissez-en un autre.',
    tenantAnother: 'Ce que {tenant} désigne a changé entre-temps. Choisissez un tenant.',
    groupsUnknown:
      'Slack n’indique pas de quels groupes d’utilisateurs vous faites partie : ce qui leur est accordé ne peut donc pas être choisi. Réessayez dans une minute.',
    notGivable: 'Cette app ne peut pas accorder : {permissions}.',
    listMissing:
      'La plateforme ne dit pas quels tenants il y a. Pour l’instant, on ne peut choisir que celui-ci.',
    away: 'Il manque ici des tenants, car aucune réponse ne vient de : {platforms}. Réessayez dans une minute.',
  },
  refusals: {
    guest: 'Les invités n’obtiennent un token API que si la politique les nomme un par un.',
    bot: 'Les bots n’obtiennent un token API que si la politique les nomme un par un.',
    outsider:
      'Les personnes d’autres espaces de travail n’obtiennent un token API que si la politique les nomme une par une.',
    gone: 'Ce compte est désactivé et n’obtient pas de token API.',
    no_rule: 'La politique ne vous accorde pas de token API ici.',
    tenant: 'La politique ne vous accorde pas ce tenant.',
    all_tenants: 'La politique ne vous accorde pas tous les tenants.',
    permissions: 'La politique ne vous accorde pas ici : {permissions}.',
    lifetime: 'La politique vous accorde le {date} au plus tard.',
    never: 'La politique ne vous accorde aucun token sans fin : le {date} au plus tard.',
    approvals:
      'Des parties de cette demande nécessitent l’approbation de personnes différentes. Demandez-les comme des tokens séparés.',
    no_maker:
      'Les tokens de ce tenant sont créés par des personnes, et la politique n’en nomme aucune. La personne qui la gère doit ajouter handOver, ou approval à la règle.',
    nothing_to_choose:
      'La politique vous nomme, mais sans tenant ni permission que cette app puisse accorder. Rien n’a été créé.',
    ask: 'Adressez-vous à {whom}.',
  },
  problems: {
    often:
      'Vous avez demandé de nombreuses fois en peu de temps. Rien n’a été créé. Réessayez dans une minute.',
    no_list:
      'La plateforme ne dit pas quels tenants il y a, donc aucun ne peut être proposé. Rien n’a été créé. Réessayez dans une minute.',
    platform:
      'La plateforme de tenants ne répond pas. Rien n’a été créé. Réessayez dans une minute.',
    key: 'La plateforme de tenants refuse la clé de cette app. Rien n’a été créé. Adressez-vous à la personne qui gère l’app.',
    slack: 'Slack n’indique pas qui vous êtes. Rien n’a été créé. Réessayez dans une minute.',
    store:
      'La demande n’a pas pu être enregistrée, donc rien n’a été créé. Réessayez dans une minute.',
    expired: 'Le formulaire n’a pas pu être ouvert à temps. Rien n’a été créé. Réessayez.',
    fault: 'Une erreur s’est produite dans l’app. Rien n’a été créé. Réessayez. Référence : {id}',
    kept: 'Votre saisie est conservée.',
  },
  help: {
    title: 'Tokens API de vos tenants',
    unknownText: 'Cette commande n’existe pas. Le message montre celles qui existent.',
    unknown: 'La commande {word} n’existe pas.',
    create:
      'ouvre un formulaire. Le token s’affiche une fois, dans un message que vous seul voyez.',
    prefill: 'Avec les champs déjà remplis ; chaque partie est facultative :',
    name: 'le nom du token, entre guillemets',
    tenant: 'le nom ou l’identifiant d’un tenant, ou all pour « {allTenants} »',
    expires:
      'pour combien de temps : 7d, 30d, 90d, 1y, un nombre quelconque de jours (10d) ou de semaines (2w), le dernier jour (2027-01-31) ou never pour jamais',
    permissions: 'une ou plusieurs parmi read, write, create, delete, séparées par des virgules',
    text: 'un texte entre guillemets',
    link: 'l’ouvre rempli à partir d’un lien copié par le popup du navigateur ou par la personne qui demande.',
    help: 'affiche cette aide.',
  },
  token: {
    text: 'Votre nouveau token API est ici. Copiez-le maintenant : personne ne peut l’afficher à nouveau.',
    title: 'Token API {name}',
    copy: 'Copiez le token maintenant. Personne ne peut l’afficher à nouveau.',
    once: 'Vous seul voyez ce message. Slack ne garantit pas quand il disparaît : choisissez « {hide} » dès que vous avez copié le token.',
    soon: 'Le token fonctionne dès que son reçu arrive. Le reçu ne contient pas le token.',
    call: 'Utiliser avec curl',
    revoke: 'Révoquer',
    notHidden:
      'Slack n’a pas masqué le message. Vous seul le voyez. Réessayez dans une minute, ou rechargez Slack : le plus souvent, il disparaît alors.',
  },
  receipt: {
    activeText: 'Reçu : votre token API est enregistré et fonctionne.',
    revokedText: 'Reçu : votre token API est révoqué et ne fonctionne plus.',
    active: 'Le token API {name} est enregistré et fonctionne',
    revoked: 'Le token API {name} est révoqué',
    openText: 'Reçu : votre token API fonctionne peut-être encore.',
    open: 'Le token API {name} fonctionne peut-être encore',
    notTakenBack:
      'La plateforme ne l’a pas retiré. Demandez à un administrateur du tenant de le révoquer dans le cockpit, sous API. « Révoquer » réessaie, si ce n’est pas déjà en cours.',
    hint: 'Pour le reconnaître, quatre de ses caractères : {hint}',
    lost: 'Si vous ne l’avez pas copié, révoquez-le et créez-en un autre. Personne ne peut l’afficher à nouveau.',
    dead: 'Il ne fonctionne plus, où qu’il soit utilisé.',
  },
  revoking: {
    title: 'Révoquer ce token ?',
    confirm: '{name} cesse aussitôt de fonctionner, où qu’il soit utilisé. C’est irréversible.',
    revoked: 'Révoqué. Le token ne fonctionne plus.',
    already_revoked: 'Il était déjà révoqué. Le token ne fonctionne pas.',
    dead: 'Il n’y a rien à révoquer : ce token ne fonctionne pas.',
    later:
      'Pas encore fait : la plateforme ne l’a pas confirmé. Votre demande est enregistrée et sera tentée jusqu’à ce qu’elle aboutisse ; un message suivra.',
    refused:
      'La plateforme ne le révoque pas pour cette app. Considérez que le token fonctionne encore : demandez à un administrateur du tenant de le révoquer dans le cockpit, sous API.',
    not_yours: 'Seule la personne qui a demandé ce token peut le faire. Rien n’a été modifié.',
    failed:
      'L’opération n’a pas pu être enregistrée. Rien n’a été modifié. Réessayez dans une minute.',
    not_found: 'Cette app ne connaît pas ce token. Rien n’a été modifié.',
  },
  announcements: {
    title: 'Token API {name}',
    askAgain: 'Demander à nouveau',
    undeliverable:
      'Votre token API n’a pas pu être remis : Slack n’a accepté le message nulle part. Personne n’a vu le token, et il ne fonctionne pas.',
    delivery_unknown:
      'Slack n’a pas indiqué si votre token API a été remis. Si vous le voyez, jetez-le : il ne fonctionne pas.',
    save_refused:
      'La plateforme n’a pas enregistré votre token API. Le token qui vous a été montré ne fonctionne pas : jetez-le.',
    save_unknown:
      'La plateforme n’a pas encore indiqué si votre token API est enregistré. Jusqu’au prochain message, considérez que le token ne fonctionne pas.',
    not_as_asked:
      'La plateforme a créé un autre token API que celui que vous avez demandé : avec d’autres permissions, pour un autre tenant ou jusqu’à une autre date. Il a été retiré et ne fonctionne pas : si vous le voyez, jetez-le. Prévenez la personne qui gère l’app.',
    taken_elsewhere:
      'Une autre instance de cette app a reçu elle aussi votre demande de token API et en répond. Celle-ci n’en a créé aucun.',
    swallowed:
      'Votre demande de token API a été interrompue. Personne n’a vu de token, et aucun issu de cette demande ne fonctionne. Ce que vous avez demandé est conservé.',
    next_invalid:
      'La plateforme a refusé une valeur, donc aucun token API n’a été créé. Ce que vous avez demandé est conservé.',
    next_refused:
      'La plateforme refuse cette app, donc aucun token API n’a été créé. Adressez-vous à la personne qui gère l’app ; ce que vous avez demandé est conservé.',
    next_failed:
      'La plateforme n’a pas répondu à votre demande de token API. Personne n’a vu de token, et aucun issu de cette demande ne fonctionne. Ce que vous avez demandé est conservé.',
  },
  petitions: {
    needed: 'Avant que le token soit créé, quelqu’un doit l’approuver :',
    sent: 'Votre demande a été soumise aux personnes qui peuvent l’approuver. Sa suite figure dans vos messages avec cette app.',
    close: 'Fermer',
    double:
      'Vous avez déjà demandé exactement cela, et la demande attend une approbation. Elle figure dans vos messages avec cette app.',
    many: 'Trop de vos demandes attendent une approbation. Retirez-en une dans vos messages avec cette app, ou attendez une réponse.',
    rule: 'Politique : {rule}',
    purpose: 'Motif de la demande',
    noPurpose: 'La demande n’indique aucun motif.',
    asks: '{who} demande le token API {name}',
    place: 'Demandé dans {place}',
    until: 'Sans réponse, la demande expire le {date}.',
    approve: 'Approuver',
    refuse: 'Refuser',
    withdraw: 'Retirer',
    approveTitle: 'Approuver cette demande ?',
    approveText:
      'Le token API {name} est créé aussitôt et montré à la seule personne qui l’a demandé.',
    withdrawTitle: 'Retirer cette demande ?',
    withdrawText: 'Aucun token n’en résulte. Les personnes sollicitées en sont informées.',
    refuseTitle: 'Refuser la demande',
    refuseReason: 'Raison',
    refuseHint: 'La personne qui a demandé le token peut la lire.',
    askText: 'Une demande de token API nécessite votre approbation.',
    askChannelText: 'Une demande de token API nécessite une approbation.',
    remindText: 'Une demande de token API attend toujours votre approbation.',
    remindChannelText: 'Une demande de token API attend toujours une approbation.',
    ownText: 'La suite de votre demande de token API.',
    standsText: 'L’état d’une demande de token API.',
    endedText: {
      refused: 'Votre demande de token API a été refusée.',
      lapsed: 'Votre demande de token API a expiré.',
      void: 'Votre demande de token API a pris fin sans qu’aucun token n’en soit issu.',
    },
    forAsker: {
      waiting: 'En attente d’approbation. Demandée à : {who}',
      approved:
        'Approuvé par {who}. Le token est en cours de création et vous sera montré dans vos messages avec cette app.',
      delivered: 'Approuvé par {who}, créé et remis. Le reçu est un message à part.',
      failed:
        'Approuvé par {who}, mais il y a eu un problème avec le token. Un message à part dit lequel.',
      refused: 'Refusé par {who}. Aucun token n’en est issu.',
      withdrawn: 'Vous avez retiré cette demande. Aucun token n’en est issu.',
      lapsed: 'Personne n’a répondu à temps, la demande a donc expiré. Aucun token n’a été créé.',
    },
    forApprover: {
      approved: 'Approuvé par {who}. Le token est en cours de création.',
      delivered: 'Approuvé par {who}. Le token est parvenu à la personne qui l’a demandé.',
      failed:
        'Approuvé par {who}, mais il y a eu un problème avec le token. La personne qui l’a demandé sait lequel.',
      refused: 'Refusé par {who}.',
      withdrawn: 'Retiré par la personne qui l’a demandé.',
      lapsed: 'Expiré : personne n’a répondu à temps.',
    },
    void: {
      policy: 'La politique ne l’accorde plus. Aucun token n’est issu de la demande.',
      asker:
        'La personne qui a demandé le token ne fait plus partie de l’espace de travail. Aucun token n’est issu de la demande.',
      tenant: 'Le tenant n’existe plus pour cette app. Aucun token n’est issu de la demande.',
      date: 'Le jour jusqu’auquel le token devait fonctionner est passé. Aucun token n’est issu de la demande.',
      nobody:
        'Personne ne peut l’approuver. Aucun token n’est issu de la demande. La personne qui gère la politique doit désigner quelqu’un.',
      removed:
        'L’app a été retirée de l’espace de travail entre-temps. Aucun token n’est issu de la demande.',
    },
    answers: {
      may_not:
        'Seules les personnes que la politique désigne peuvent répondre à cette demande. Rien n’a été modifié.',
      own: 'Cette demande est la vôtre, quelqu’un d’autre doit donc y répondre. Rien n’a été modifié.',
      late: 'Cette demande a déjà reçu une réponse ou est close. Son message dit comment.',
      not_found: 'Cette app ne connaît pas cette demande. Rien n’a été modifié.',
      not_yours:
        'Seule la personne qui a demandé le token peut retirer la demande. Rien n’a été modifié.',
    },
  },
};
