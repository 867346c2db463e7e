import type { Language } from '../messages/language.ts';

/** How a text begins that stands in the place of a list's rows where it has none. */
const NOTHING: Readonly<Record<Language, string>> = {
  en: String.raw`no (api |access )?(tokens?|keys?|data|rows|entries|results?|items|records|options|matches)\b|there are no |nothing (here|found|to show)`,
  de: '(noch |derzeit )?keine?n? ',
  it: "(ancora )?(nessun[ao']? |non ci sono )",
  fr: "(pas (encore )?de|aucune?|il n'y a) ",
};

/** How it begins while a list is still on its way. */
const LOADING: Readonly<Record<Language, string>> = {
  en: 'loading',
  // "Laden" is a shop as well.
  de: String.raw`lädt|laden(?= d[ea][rs] | von |[^\p{L}]*$)|wird geladen`,
  it: 'caricamento',
  fr: 'chargement',
};

/** How it is said that something is still to be chosen; it may be said of a choice as well. */
const CHOOSE: Readonly<Record<Language, string>> = {
  en: String.raw`(please )?(select|choose|pick)\b`,
  // Whoever votes is called a "Wähler".
  de: '(.* )?(aus)?wählen?(?![a-zäöüß])',
  it: 'selezion|scegli',
  fr: 'sélectionn|choisi',
};

const beginning = (words: Readonly<Record<Language, string>>, before = ''): string =>
  `^${before}(${Object.values(words).join('|')})`;

/** The source of the first, as a regular expression: the page part is sent it, and knows no words. */
export const NOTHING_HERE = beginning(NOTHING);

/** The source of the last, likewise. */
export const NOT_CHOSEN = beginning(CHOOSE, String.raw`\W*`);

const FORMS = [new RegExp(NOTHING_HERE, 'i'), new RegExp(`${beginning(LOADING)}(?!\\p{L})`, 'iu')];

/** Whether a list's text says that it has nothing, or not yet: no choice of it. */
export const isNothing = (text: string): boolean => FORMS.some((form) => form.test(text));

const UNCHOSEN = [/^[\s.*–—-]*$/, new RegExp(NOT_CHOSEN, 'i')];

/** Whether a choice stands for none: it is empty, a dash, a star, or says that one has to be made. */
export const isNoChoice = (text: string): boolean => UNCHOSEN.some((form) => form.test(text));
