import type { TrialTexts } from './en.ts';

/** What is said about trying a token, and whether it works already, in French. */
export const fr: TrialTexts = {
  works: '{status} : le token fonctionne.',
  lacksRead: '{status} : le token fonctionne, mais il lui manque « Lire », requis par cet appel.',
  dead: '{status} : le token ne fonctionne pas.',
  unclear: '{status} : la plateforme ne dit rien du token. Réessayez plus tard.',
  noAnswer: 'Aucune réponse de {origin}.',
  instead: 'L’URL de l’API est injoignable depuis cette page : {origin} a été interrogé.',
  noApiUrl:
    'L’URL de l’API n’est pas connue : le token n’a été envoyé nulle part. Saisissez-la ci-dessus ; dans le cockpit, elle figure sous Administration → Tenant.',
  noSuchApiUrl:
    'Ce ne peut pas être une URL d’API : le token n’a été envoyé nulle part. Elle commence par https:// et finit par l’hôte : https://api.example.com',
  worksUnsaved: '{status} : le token fonctionne déjà, avant d’être enregistré.',
  notYet: '{status} : le token ne fonctionne pas encore. Enregistrez-le, puis réessayez.',
  deadThere:
    '{status} : le token ne fonctionne pas sur {origin}. Ce n’est peut-être pas l’URL de son API.',
  openDoor:
    '{status} : {origin} répond ainsi même sans token. Ce n’est peut-être pas l’URL de son API.',
  shown: {
    perhaps: 'Il n’est affiché que maintenant. Peut-être fonctionne-t-il déjà.',
    yes: 'Il n’est affiché que maintenant. Il fonctionne déjà, avant d’être enregistré.',
    no: 'Il n’est affiché que maintenant et ne fonctionne qu’une fois enregistré.',
  },
  apiUrl: 'URL de l’API',
  yourApiUrl: 'url-de-votre-api',
};
