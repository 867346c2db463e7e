import type { Notices } from './en.ts';

/** What is said of an error, and of what became of a token, in French. */
export const fr: Notices = {
  signed_out:
    'Vous êtes déconnecté. Aucun token n’a été créé. Connectez-vous sur la page, puis réessayez.',
  forbidden:
    'La plateforme a refusé : vous n’en avez pas ou plus le droit. Adressez-vous à un administrateur du tenant.',
  not_found: 'La plateforme ne connaît pas ce token. Créez-en un nouveau.',
  conflict: 'La plateforme a refusé, car quelque chose a changé entre-temps. Réessayez.',
  invalid: 'La plateforme a refusé une valeur. Vérifiez les champs et réessayez.',
  rate_limited: 'Trop de requêtes. Réessayez dans {wait}.',
  refused: 'La plateforme a refusé la requête ({status}). Réessayez plus tard.',
  foreign:
    'Ce n’est pas la plateforme qui a répondu, mais un intermédiaire ({status}), par exemple un proxy ou une page de connexion. Réessayez plus tard.',
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
  not_as_asked:
    'La plateforme a créé le token autrement que demandé. Il ne fonctionne pas : jetez toute copie.',
  not_revoked:
    'Un token que la plateforme a créé autrement que demandé fonctionne peut-être encore : révoquez-le dans le cockpit, sous API.',
};
