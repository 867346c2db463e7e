import { middleOf } from './hit-test.ts';
import { isInput } from './value-of.ts';

/** What a person does goes through a page, and can be kept from it. */
const GOING = { bubbles: true, cancelable: true, composed: true };

const pointer = (element: Element, name: string): void => {
  const { x: clientX, y: clientY } = middleOf(element);
  const at = {
    ...GOING,
    clientX,
    clientY,
    button: 0,
    buttons: name.endsWith('down') ? 1 : 0,
  };
  element.dispatchEvent(
    name.startsWith('pointer')
      ? new PointerEvent(name, { ...at, pointerType: 'mouse', isPrimary: true, pointerId: 1 })
      : new MouseEvent(name, at),
  );
};

/** While a popup is open its page has no focus, and focus() fires nothing. */
const focusEvents = (element: Element, name: string, around: string): void => {
  element.dispatchEvent(new FocusEvent(name, { composed: true }));
  element.dispatchEvent(new FocusEvent(around, { bubbles: true, composed: true }));
};

/**
 * Presses as a pointer does: some toolkits open on the first event of it, some on the last.
 * @param go asked when the pointer is up again, since a form may change under it; false: there is no click
 */
export const pressByPointer = (element: Element, go = (): boolean => true): boolean => {
  for (const name of ['pointerdown', 'mousedown']) pointer(element, name);
  focusOn(element);
  for (const name of ['pointerup', 'mouseup']) pointer(element, name);
  const goes = go();
  if (goes) (element as HTMLElement).click();
  return goes;
};

const keys = (element: Element, name: string, key: string, keyCode = 0): void => {
  element.dispatchEvent(new KeyboardEvent(name, { ...GOING, key, code: key, keyCode }));
};

/** Escape, as a person presses it; some toolkits know keys by their old numbers alone. */
export const escapeFrom = (element: Element): void => {
  for (const name of ['keydown', 'keyup']) keys(element, name, 'Escape', 27);
};

const TYPED = 'insertText';
const DELETED = 'deleteContentBackward';

const inputEvent = (name: string, data: string, inputType: string): InputEvent =>
  new InputEvent(name, { ...GOING, inputType, data });

/** Says that a value was changed, as a browser does when a person leaves a field. */
export const sayChanged = (element: Element): void => {
  element.dispatchEvent(new Event('change', { bubbles: true }));
};

const focusOn = (element: Element): void => {
  (element as Partial<HTMLElement>).focus?.({ preventScroll: true });
  focusEvents(element, 'focus', 'focusin');
};

/** Time in which a page draws what was done to it: two frames. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

/**
 * Text as keys would bring it, and out of the field again; a date's part may take it digit by digit. Who
 * gives each event of one task the state before all of them needs a frame between.
 */
export const typeInto = async (element: Element, text: string, stay = false): Promise<void> => {
  focusOn(element);
  await drawn();
  keys(element, 'keydown', 'Unidentified');
  // Who takes digit by digit says so; who does not takes them all at once.
  const takes = (data: string): boolean =>
    !element.dispatchEvent(inputEvent('beforeinput', data, data === '' ? DELETED : TYPED));
  if (element.matches('[role=spinbutton]:not(input)') && takes(text.slice(0, 1))) {
    for (const digit of text.slice(1)) takes(digit);
  } else {
    // As many as keys would bring.
    if (isInput(element))
      element.value = element.maxLength < 0 ? text : text.slice(0, element.maxLength);
    else element.textContent = text;
    element.dispatchEvent(inputEvent('input', text, TYPED));
  }
  keys(element, 'keyup', 'Unidentified');
  await drawn();
  if (stay) return;
  sayChanged(element);
  (element as Partial<HTMLElement>).blur?.();
  focusEvents(element, 'blur', 'focusout');
  await drawn();
};
