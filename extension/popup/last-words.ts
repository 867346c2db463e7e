import type { Language } from '../../shared/messages/language.ts';
import { LAST_WORDS } from '../messages/last-words.ts';

/**
 * Draws what can be drawn without anything else: words, and a way on. Whatever threw may be the
 * very thing that draws, so this uses neither the popup's state nor its components.
 */
export const drawLastWords = (root: HTMLElement, language: Language): void => {
  const { fault, tryAgain } = LAST_WORDS[language];
  const main = document.createElement('main');
  main.dataset['step'] = 'fault';
  const text = document.createElement('p');
  text.setAttribute('role', 'alert');
  text.textContent = fault;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'primary';
  button.textContent = tryAgain;
  button.addEventListener('click', () => location.reload());
  main.append(text, button);
  root.replaceChildren(main);
  button.focus();
  // As in `draw.tsx`: Firefox may forget what had the keyboard before its panel opened.
  addEventListener('focus', () => button.focus());
};
