import type { handOver as english } from './en.ts';

/** In French, what is said of tokens that people make and hand in. */
export const handOver: typeof english = {
  approveText:
    'Vous créez le token API {name} dans le cockpit et le remettez à cette app. Il n’est montré qu’à la personne qui l’a demandé.',
  open: 'Ouvrir le cockpit',
  steps:
    'Cliquez-y sur Tenant Token : le formulaire est rempli. Vérifiez-le, appuyez sur « {next} », copiez le token et appuyez ci-dessous sur « {deliver} ». Appuyez là-bas sur « {save} » dès que cette app le dit. Si le formulaire est vide, copiez le lien et collez-le dedans.',
  byHand:
    'La demande ne tient pas dans un lien : remplissez le formulaire à la main, comme indiqué ci-dessus.',
  withoutDescription:
    'La description est trop longue pour le lien : copiez-la depuis le texte ci-dessus.',
  until: 'Sans token, la demande expire le {date}.',
  deliver: 'Remettre',
  overdueText: 'Une demande que vous avez approuvée attend toujours son token.',
  overdueOtherText: 'Une demande approuvée attend toujours son token.',
  handedInBy: 'Pour la personne qui l’a remis ({who}) :',
  mishapText: 'Un token que vous avez remis n’est pas parvenu.',
  mishap:
    'Il n’est pas certain que le token remis pour {name} soit parvenu. Annulez-le dans le cockpit et ne l’enregistrez pas. La demande est conservée : créez un autre token et appuyez de nouveau sur « {deliver} », ou refusez la demande.',
  doubtText: 'Si vous voyez un token API, ne l’utilisez pas.',
  doubt:
    'Slack n’a pas indiqué s’il vous a montré le token {name}. Si vous le voyez, jetez-le : il ne fonctionne pas, et la personne qui l’a créé a été priée de l’annuler. Vous n’avez rien d’autre à faire.',
  calledOffText: 'Un token n’est plus voulu.',
  calledOff:
    'La demande du token {name} est close et son token n’est plus voulu. Si vous en avez créé un, annulez-le dans le cockpit.',
  soon: 'Le token fonctionne dès que la personne qui l’a créé l’a enregistré, ce qui prend quelques minutes. Personne ne peut le montrer de nouveau. Pour le faire révoquer, adressez-vous à un administrateur du tenant.',
  forAsker: {
    making:
      'Approuvé par {who}, qui crée le token dans le cockpit. Il vous sera montré dans vos messages avec cette app, dans un message que vous seul voyez et que Slack ne garde pas : gardez Slack ouvert.',
    handing: 'Approuvé par {who}. Le token vous parvient.',
    delivered:
      'Approuvé et créé par {who}. Le token vous a été montré dans vos messages avec cette app, dans un message que vous seul voyez. Si vous ne l’avez pas vu, dites-le aussitôt : personne ne peut le montrer de nouveau.',
    unmade:
      'Approuvé par {who}, mais aucun token n’a été remis à temps, la demande a donc expiré. S’il vous le faut encore, demandez-le à nouveau.',
  },
  forApprover: {
    making: 'Approuvé par {who}, qui crée le token.',
    handing: 'Approuvé par {who}. Le token parvient à la personne qui l’a demandé.',
    delivered: 'Approuvé par {who}. Slack a pris le token pour la personne qui l’a demandé.',
    unmade: 'Approuvé par {who}, mais expiré : aucun token n’a été remis à temps.',
  },
  delivered: 'Remis : appuyez maintenant sur « {save} » dans le cockpit.',
  away: 'Slack indique que la personne qui a demandé le token est absente. Il se peut alors qu’il ne lui montre pas le message, et il ne le garde pas : demandez-lui avant d’appuyer sur « {save} ». Si elle ne l’a pas vu, appuyez là-bas sur « {cancel} ».',
  modal: {
    title: 'Remettre le token',
    hint: 'Slack ne garde pas ce qui est saisi ici et cette app n’en garde rien : cela va à la personne qui a demandé le token, et à personne d’autre. Votre presse-papiers le contient encore : copiez ensuite autre chose.',
    away: 'Slack indique que la personne qui a demandé le token est absente. Il se peut alors qu’il ne lui montre pas le message, et il ne le garde pas. Mieux vaut remettre le token quand elle est là.',
    underWay: 'Le token est en cours de remise…',
  },
  errors: {
    empty: 'Collez le token que le cockpit affiche.',
    address: 'Ceci est une adresse, pas un token. Rien n’a été remis.',
    name: 'Ceci est un nom, pas un token. Rien n’a été remis.',
    documented:
      'Ceci n’est pas un token de la plateforme : 44 caractères, le dernier « = ». Rien n’a été remis.',
    any: 'Ceci ne ressemble pas à un token : 16 à 512 caractères, sans espaces. Rien n’a été remis.',
    used: 'Ce token a déjà été remis. Annulez-le dans le cockpit et créez-en un autre. Rien n’a été remis.',
    unwanted: 'Ce token n’a pas été remis. Annulez-le dans le cockpit et ne l’enregistrez pas.',
  },
  lost: 'Le token n’a pas été remis. Annulez-le dans le cockpit et ne l’enregistrez pas. Un message dit comment poursuivre.',
};
