import { fr as shared } from '../../shared/messages/fr.ts';
import type { Texts } from './en.ts';

/** What the bot says in French. */
export const fr: Texts = {
  ...shared,
  form: {
    title: 'Nouveau token API',
    loading: 'Un instant …',
    ownDate: 'Date',
    searchTenants: 'Chercher un tenant',
    unread: 'Pas compris et pas rempli : {words}',
    notGranted:
      'Les règles ne vous donnent pas ceci, qui reste donc vide : {words}. Adressez-vous à {whom}.',
    tenantUnknown: 'Il n’y a pas de tenant {tenant} ici. Choisissez-en un.',
    tenantAmbiguous: 'Tenant {tenant} : il peut y en avoir plusieurs. Choisissez-en un.',
    tenantNotGranted:
      'Aucune règle ne vous donne le tenant {tenant}. Choisissez-en un autre, ou adressez-vous à {whom}.',
    noTenant: 'Choisissez un tenant pour voir ce que le token pourra faire.',
    incomplete:
      'Cochez une permission et choisissez une date pour voir ce que le token pourra faire.',
  },
  refusals: {
    guest: 'Les invités n’obtiennent un token API que si les règles les nomment un par un.',
    bot: 'Les bots n’obtiennent un token API que si les règles les nomment un par un.',
    outsider:
      'Les personnes d’autres espaces de travail n’obtiennent un token API que si les règles les nomment une par une.',
    gone: 'Ce compte est désactivé et n’obtient pas de token API.',
    no_rule: 'Aucune règle ne vous donne de token API ici.',
    tenant: 'Aucune règle ne vous donne ce tenant.',
    all_tenants: 'Aucune règle ne vous donne tous les tenants.',
    permissions: 'Aucune règle ne vous donne ici : {permissions}.',
    lifetime: 'Selon les règles, vous pouvez choisir le {date} au plus tard.',
    never: 'Selon les règles, aucun de vos tokens ne dure toujours : le {date} au plus tard.',
    nothing_to_choose:
      'Les règles vous nomment, mais sans tenant ni permission que cette app puisse donner. Rien n’a été créé.',
    ask: 'Adressez-vous à {whom}.',
  },
  problems: {
    platform:
      'La plateforme de tenants ne répond pas. Rien n’a été créé. Réessayez dans une minute.',
    key: 'La plateforme de tenants refuse la clé de cette app. Rien n’a été créé. Adressez-vous à la personne qui gère l’app.',
    slack: 'Slack ne dit pas qui vous êtes. Rien n’a été créé. Réessayez dans une minute.',
    store:
      'La demande n’a pas pu être enregistrée, donc rien n’a été créé. Réessayez dans une minute.',
    expired:
      'Le formulaire n’a pas pu être ouvert à temps. Rien n’a été créé. Relancez la commande.',
    fault: 'L’app a une panne. Rien n’a été créé. Réessayez ; référence : {id}',
    kept: 'Votre saisie est conservée.',
  },
  help: {
    title: 'Tokens API de vos tenants',
    unknown: 'La commande {word} n’existe pas.',
    create: 'ouvre un formulaire. Le token se lit une fois, dans un message que vous seul voyez.',
    prefill: 'Déjà rempli ; chaque partie peut manquer :',
    help: 'montre cette aide.',
  },
  token: {
    text: 'Votre token API est ici, dans le premier bloc de code. Copiez-le maintenant.',
    title: 'Token API {name}',
    once: 'Vous seul voyez ce message, et seulement jusqu’à ce que Slack se recharge. Copiez le token maintenant : personne ne peut le montrer à nouveau.',
    soon: 'Il fonctionne dès que le reçu, sans le token, est dans vos messages avec cette app.',
    revoke: 'Révoquer',
    revoked: 'Révoqué. Ce token ne fonctionne plus.',
    notHidden:
      'Slack n’a pas masqué le message. Vous seul le voyez, et il disparaît dès que vous rechargez Slack.',
  },
  receipt: {
    activeText: 'Reçu : votre token API fonctionne.',
    revokedText: 'Reçu : votre token API est révoqué.',
    active: 'Le token API {name} fonctionne',
    revoked: 'Le token API {name} est révoqué',
    hint: 'Quatre de ses caractères : {hint}',
    lost: 'Si vous ne l’avez pas copié, révoquez-le et créez-en un autre. Personne ne peut le montrer à nouveau.',
    dead: 'Il ne fonctionne plus, où qu’il soit utilisé.',
  },
  revoking: {
    title: 'Révoquer ce token ?',
    confirm: '{name} cesse aussitôt de fonctionner, où qu’il soit utilisé. C’est irréversible.',
    revoked: 'Révoqué. Le token ne fonctionne plus.',
    already_revoked: 'Il était déjà révoqué. Le token ne fonctionne pas.',
    dead: 'Il n’y a rien à révoquer : ce token ne fonctionne pas.',
    later:
      'La plateforme ne répond pas. Votre demande est enregistrée et sera tentée jusqu’à ce qu’elle aboutisse ; un message suivra.',
    refused:
      'La plateforme refuse cette app. Le token fonctionne encore : demandez à un administrateur du tenant de le révoquer dans le cockpit, sous API.',
    not_yours: 'Seule la personne qui a demandé ce token peut le faire. Rien n’a été changé.',
    failed: 'Cela n’a pas pu être enregistré. Rien n’a été changé. Réessayez dans une minute.',
    not_found: 'Cette app ne connaît pas ce token. Rien n’a été changé.',
  },
  announcements: {
    text: 'À propos d’un token API que vous avez demandé : voyez ce message.',
    title: 'Token API {name}',
    askAgain: 'Redemander',
    undeliverable:
      'Il n’a pas pu être remis : Slack n’a accepté le message nulle part. Personne n’a vu le token, et il ne fonctionne pas.',
    delivery_unknown:
      'Slack n’a pas dit s’il a remis le token. Si vous le voyez, jetez-le : il ne fonctionne pas.',
    save_refused:
      'La plateforme ne l’a pas enregistré. Le token que vous avez vu ne fonctionne pas : jetez-le.',
    save_unknown:
      'La plateforme n’a pas encore dit si elle l’a enregistré. Jusqu’au prochain message, considérez que le token ne fonctionne pas.',
    swallowed:
      'Votre demande a été interrompue. Personne n’a vu de token, et aucun n’en fonctionne. Ce que vous avez demandé est conservé.',
    next_invalid:
      'La plateforme a refusé une valeur. Aucun token n’a été créé. Ce que vous avez demandé est conservé.',
    next_refused:
      'La plateforme refuse cette app. Aucun token n’a été créé. Adressez-vous à la personne qui gère l’app ; ce que vous avez demandé est conservé.',
    next_failed:
      'La plateforme n’a pas répondu. Personne n’a vu de token, et aucun n’en fonctionne. Ce que vous avez demandé est conservé.',
  },
};
