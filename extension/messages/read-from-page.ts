import type { Language } from '../../shared/messages/language.ts';
import type { Texts } from './en.ts';

/** The template in the popup's page that holds what it says in a language. */
export const textsId = (language: Language): string => `texts-${language}`;

/**
 * The texts that `bundling/texts-into-page.ts` has put into the popup's page: they are there at once, where
 * a script for each language takes as long to come as all that it then says takes to be drawn.
 * @throws SyntaxError where the page holds no such texts
 */
export const textsInPage = (language: Language): Texts => {
  const template = document.querySelector<HTMLTemplateElement>(`#${textsId(language)}`);
  return JSON.parse(template?.content.textContent ?? '') as Texts;
};
