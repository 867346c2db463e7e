import type { Language } from '../../../shared/messages/language.ts';
import { untilSettled } from '../browsers/popup-width.ts';
import type { Popup } from '../browsers/driver.ts';

/** A screen of the popup as it once stood, to be shown in another popup. */
export interface ShownScreen {
  readonly screen: string;
  readonly language: Language;
  /** Its markup, with what stood in its fields. */
  readonly html: string;
}

/** Reads the popup's markup. Sent to it as source text, so it stands alone. */
const readMarkup = (): string => {
  const root = document.querySelector('#app');
  if (root === null) throw new Error('There is no popup.');
  const copy = root.cloneNode(true) as Element;
  const copies = copy.querySelectorAll('*');
  // What a person or a script has put into a field is no part of its markup.
  for (const [at, element] of root.querySelectorAll('*').entries()) {
    const its = copies[at];
    if (element instanceof HTMLTextAreaElement && its) its.textContent = element.value;
    if (element instanceof HTMLOptionElement) its?.toggleAttribute('selected', element.selected);
    if (!(element instanceof HTMLInputElement)) continue;
    if (element.type === 'checkbox') its?.toggleAttribute('checked', element.checked);
    else its?.setAttribute('value', element.value);
  }
  return copy.innerHTML;
};

/** Puts markup in the place of what the popup shows. Sent to it as source text, so it stands alone. */
const putMarkup = (language: string, html: string): void => {
  const root = document.createElement('div');
  root.id = 'app';
  root.innerHTML = html;
  document.documentElement.lang = language;
  document.querySelector('#app')?.replaceWith(root);
};

/** Reads what a popup shows, so that {@link showScreen} can show it. */
export const readScreen = async (
  screen: string,
  language: Language,
  popup: Popup,
): Promise<ShownScreen> => ({ screen, language, html: await popup.evaluate(readMarkup) });

/**
 * Shows a screen in a popup, in the place of its own, and waits until its panel is as high as that
 * needs. The popup's scripts go on with what has left the document.
 */
export const showScreen = async (popup: Popup, { language, html }: ShownScreen): Promise<void> => {
  await popup.evaluate(putMarkup, language, html);
  await untilSettled(popup);
};

/** A screen without what differs from one world to another: tokens, ids, ports, times and days. */
export const withoutChance = ({ screen, language, html }: ShownScreen): ShownScreen => ({
  screen,
  language,
  html: html
    .replaceAll(/[A-Za-z0-9+/]{43}=/g, 'token')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/(?<=<bdi class="value">)[^<]*\d[^<]*/g, 'day')
    .replaceAll(/\d+/g, '0'),
});
