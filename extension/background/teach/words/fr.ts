import type { TeachTexts } from './en.ts';

/** What is said where a person shows where things are, in French. */
export const fr: TeachTexts = {
  show: 'Montrer où c’est',
  describe: 'Décrire cette page',
  how: 'Si cette page a un formulaire pour les tokens API, vous pouvez montrer où sont ses parties : vous les désignez l’une après l’autre dans la page. Rien n’y est actionné, et seul leur emplacement est retenu, pour ce site uniquement.',
  howOne: 'Vous pouvez désigner « {what} » dans la page. Rien n’y est actionné.',
  howToken: 'Vous pouvez montrer où la page affiche son token : le suivant y sera trouvé.',
  howLeft: 'Vous pouvez montrer ce champ, s’il peut rester tel que la page le remplit.',
  goOn: 'Poursuivre',
  underTitle: 'Où est-ce ?',
  under:
    'Vous êtes en train de montrer où sont les parties du formulaire. Poursuivez dans la page ; Échap y met fin.',
  title: 'Tenant Token : où est-ce ?',
  keys: 'Cliquez dessus, ou allez-y avec les touches fléchées et appuyez sur Entrée ; rien n’est actionné dans la page. Échap y met fin.',
  toCard: 'F6 passe d’un bouton à l’autre, Entrée en actionne un.',
  frame:
    '« {what} » est un cadre avec une page d’un autre site : rien n’y peut être désigné ni rempli.',
  mayStay: 'La page a rempli « {what} ». Cela peut-il rester ainsi pour chaque token ?',
  stays: 'Cela peut rester',
  staysNot: 'Non',
  skipAll: 'Tout passer : il n’y a que le bouton',
  wrong: 'Ce n’est pas du type demandé. Désignez le champ ou le bouton lui-même.',
  noToken:
    'Il n’y a pas de token entier à cet endroit. Si la page n’en affiche qu’une partie, copiez-le là vous-même.',
  noDate:
    'C’est une liste, où aucune date ne peut être saisie d’ici. Passez-la : ce qui y est choisi peut rester, si vous le dites à la fin.',
  all: 'C’est tout. Appuyez sur « Terminé », puis cliquez à nouveau sur l’icône de l’extension.',
  afterwards:
    'Ouvrez maintenant le formulaire vous-même, comme d’habitude. Poursuivez ensuite ici.',
  skip: 'Passer : il n’y en a pas',
  skipOpen: 'Passer : le formulaire est ouvert',
  skipSave: 'Passer : le token fonctionne déjà sans',
  back: 'Retour',
  end: 'Mettre fin',
  done: 'Terminé',
  field: 'Désignez le champ « {what} ».',
  box: 'Désignez la case ou l’interrupteur « {what} », ou la liste qui le contient.',
  expiresOn: 'Désignez le champ « {what} » ; s’il y en a trois, l’un d’eux.',
  open: 'Désignez le bouton qui ouvre le formulaire d’un nouveau token.',
  token: 'Montrez le token, là où la page l’affiche.',
  left: 'Montrez le champ qui peut rester tel que la page le remplit.',
  next: 'Désignez le bouton qui poursuit et crée le token (« {what} »).',
  save: 'Désignez le bouton qui enregistre le token (« {what} »).',
  cancel: 'Désignez le bouton qui abandonne le token (« {what} »).',
};
