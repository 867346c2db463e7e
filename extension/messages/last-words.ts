import type { Language } from '../../shared/messages/language.ts';

/** What is said where nothing else can be: whatever failed, this stands in the popup itself. */
export const LAST_WORDS: Readonly<
  Record<Language, { readonly fault: string; readonly tryAgain: string }>
> = {
  en: {
    fault: 'The extension has a fault. A token that waits, and what you typed, are not lost.',
    tryAgain: 'Try again',
  },
  de: {
    fault:
      'In der Erweiterung ist ein Fehler aufgetreten. Ein wartendes Token und Ihre Eingaben bleiben erhalten.',
    tryAgain: 'Erneut versuchen',
  },
  it: {
    fault:
      'Si è verificato un errore nell’estensione. Un token in attesa e i dati inseriti sono conservati.',
    tryAgain: 'Riprova',
  },
  fr: {
    fault:
      'Une erreur s’est produite dans l’extension. Un token en attente et votre saisie sont conservés.',
    tryAgain: 'Réessayer',
  },
};
