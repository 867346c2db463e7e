import { LAST_WORDS } from '../messages/last-words.ts';
import { likelyLanguage } from '../settings/likely-language.ts';

/**
 * Draws what can be drawn without anything else: words, and a way on. Whatever threw may be the
 * very thing that draws, so this uses neither the popup's state nor its components.
 */
export const drawLastWords = (root: HTMLElement): void => {
  const { fault, tryAgain } = LAST_WORDS[likelyLanguage()];
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
