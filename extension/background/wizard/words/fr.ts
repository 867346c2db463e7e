import type { WizardWords } from './en.ts';

/** What is said about filling in the cockpit's wizard, in French. */
export const fr: WizardWords = {
  title: 'Tenant Token travaille dans cette page',
  stop: 'Arrêter',
  going: 'Ouverture du formulaire…',
  filling: 'Saisie : {what}',
  waiting: 'En attente du token…',
  saving: 'Enregistrement…',
  cancelling: 'Annulation…',
  token: 'le token',
  form: 'le formulaire',
  unnamed: 'un champ sans nom',
  notMade: 'Aucun token n’a été créé, et rien de ce que vous avez saisi ici n’est perdu.',
  notPressed: 'Rien n’a été actionné dans le cockpit.',
  stopped: 'Vous avez arrêté la saisie.',
  pressedBefore:
    'Auparavant, « {what} » a été actionné dans le cockpit : vérifiez sous API ce qu’est devenu « {name} ».',
  lost: {
    tab_closed: 'L’onglet a été fermé.',
    page_gone: 'La page a été fermée, rechargée ou quittée entre-temps.',
    other_origin: 'L’onglet montre maintenant une autre page. Retournez au cockpit.',
    not_granted: 'Le cockpit a chargé une autre page, et l’extension n’y a pas été admise.',
    timeout:
      'La page est restée trop longtemps sans répondre ; peut-être montre-t-elle une boîte de dialogue.',
    hidden:
      'L’onglet est resté trop longtemps hors de vue, et une page n’est remplie que là où on la voit.',
    elsewhere: 'La saisie a commencé dans un autre onglet et s’y est interrompue.',
    not_there:
      'La page qui montrait « {name} » a été fermée, rechargée ou quittée, ou le token y a été enregistré ou annulé. Il fonctionne peut-être : vérifiez dans le cockpit, sous API.',
    other_tab:
      '« {name} » se trouve dans un autre onglet de ce cockpit et ne peut être enregistré ou annulé que là : allez à cet onglet et cliquez sur l’icône.',
  },
  keptHere: 'Le token reste ici jusqu’à ce que vous appuyiez encore une fois sur « Annuler ».',
  owed: 'Dans cette page, « Suivant » a déjà été actionné, pour « {name} », et son token n’a pas été vu. Vérifiez dans le cockpit, sous API, s’il existe ; si oui et que personne ne l’a, révoquez-le. Rechargez ensuite la page et réessayez. Rien de ce que vous avez saisi ici n’est perdu.',
  unreadable: {
    next: 'Ce qui a été noté sur « {name} » est illisible : on ne sait donc pas si « Suivant » a été actionné. Un token de ce nom existe peut-être. Cherchez-le dans le cockpit, sous API ; s’il y est et que personne ne l’a, révoquez-le.',
    finish:
      'Ce qui a été noté sur ce token est illisible : rien n’a donc été actionné maintenant dans le cockpit. Vérifiez sous API ce qu’il est devenu.',
  },
  noSign: {
    next: 'Un token « {name} » existe peut-être : « Suivant » a été actionné dans le cockpit, ou a pu l’être, et aucun token nouveau et unique n’a été vu. Cherchez-le sous API ; s’il y est et que personne ne l’a, révoquez-le.',
    save: '« Enregistrer » a été actionné dans le cockpit, ou a pu l’être, et aucun signe n’a été vu que « {name} » soit enregistré. Vérifiez sous API avant de l’utiliser.',
    cancel:
      '« Annuler » a été actionné dans le cockpit, ou a pu l’être, et on n’a pas vu ce qu’est devenu « {name} ». Cherchez-le sous API ; s’il y est, révoquez-le.',
    notCounted:
      '« Enregistrer » a été actionné dans le cockpit, et la liste y montre « {name} ». On ne sait pas s’il s’agit de ce token ou d’un plus ancien du même nom : personne n’avait vu la liste avant. Essayez le token avant de compter dessus.',
  },
  refusals: {
    no_wizard:
      'Aucun formulaire de tokens API n’a été trouvé. Ouvrez-le dans le cockpit (Administration → Tenant → API → Créer), puis réessayez.',
    ambiguous: 'Deux éléments de la page pourraient être « {what} » : on ne sait pas lequel.',
    missing: 'Le formulaire ne montre pas « {what} ».',
    disabled:
      '« {what} » est désactivé pour l’instant : il faut peut-être d’abord changer autre chose dans le formulaire, une case cochée par exemple.',
    read_only: '« {what} » ne peut pas être modifié.',
    covered: 'Quelque chose couvre « {what} ». Fermez-le, puis réessayez.',
    changed: '« {what} » a changé ou disparu entre-temps.',
    not_kept: '« {what} » ne garde pas ce qui y est saisi.',
    date_format: 'On ne sait pas sous quelle forme « {what} » attend une date.',
    not_offered: '« {what} » ne propose pas ce qui est demandé, ou le propose deux fois.',
    tenant_unknown: 'Le formulaire ne propose aucun tenant de ce nom, ou plusieurs.',
    too_many: '« {what} » propose plus de choix qu’on ne peut en examiner.',
    unknown_field: 'Le formulaire a aussi « {what} », dont rien n’a été dit ici.',
    unset:
      '« {what} » n’y est pas rempli, et n’est pas demandé ici. Remplissez-le dans la page, puis appuyez de nouveau sur « Suivant ».',
    named:
      '« {what} » y est déjà rempli : c’est peut-être le formulaire d’un token existant. Ouvrez celui d’un nouveau, ou videz ce champ, puis appuyez de nouveau sur « Suivant ».',
    unknown_permission: '« {what} » est coché, et personne ne l’a demandé.',
    other_tokens:
      '« {what} » peut aussi modifier ou supprimer d’autres tokens, c’est donc à vous de décider : si c’est bien lui, appuyez dessus dans la page.',
    too_large: 'La page est trop grande pour être parcourue.',
    unsaved:
      'Quelque chose est ouvert ou à moitié rempli sur la page et peut être perdu. Terminez-le ou fermez-le ; ou appuyez de nouveau sur « Suivant » pour continuer quand même.',
    two_tokens: 'La page montre plus d’un token nouveau.',
    unread:
      'Là où il a été montré que se trouvent les tokens, la page n’en affiche pas, ou seulement une partie. Peut-être pouvez-vous le copier là.',
    no_answer: 'La page n’a pas avancé.',
  },
};
