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

const focusEvents = (element: Element, into: boolean): void => {
  // While a popup is open its page has no focus, and focus() fires nothing.
  element.dispatchEvent(new FocusEvent(into ? 'focus' : 'blur', { composed: true }));
  element.dispatchEvent(
    new FocusEvent(into ? 'focusin' : 'focusout', { bubbles: true, composed: true }),
  );
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

const setNative = (element: Element, text: string): void => {
  if (isInput(element)) element.value = text;
  else element.textContent = text;
};

const TYPED = 'insertText';
const DELETED = 'deleteContentBackward';

const inputEvent = (name: string, data: string, inputType: string): InputEvent =>
  new InputEvent(name, { ...GOING, inputType, data });

const focusOn = (element: Element): void => {
  (element as Partial<HTMLElement>).focus?.({ preventScroll: true });
  focusEvents(element, true);
};

/** Time in which a page draws what was done to it. */
export const frames = (count: number): Promise<void> =>
  new Promise((resolve) => {
    const step = (left: number): void => {
      if (left === 0) resolve();
      else requestAnimationFrame(() => step(left - 1));
    };
    step(count);
  });

/**
 * Text as keys would bring it, and out of the field again; a date's part may take it digit by digit. Who
 * gives each event of one task the state before all of them needs a frame between.
 */
export const typeInto = async (element: Element, text: string, stay = false): Promise<void> => {
  focusOn(element);
  await frames(2);
  keys(element, 'keydown', 'Unidentified');
  // Who takes digit by digit says so; who does not takes them all at once.
  const takes = (data: string): boolean =>
    !element.dispatchEvent(inputEvent('beforeinput', data, data === '' ? DELETED : TYPED));
  if (element.matches('[role=spinbutton]:not(input)') && takes(text.slice(0, 1))) {
    for (const digit of text.slice(1)) takes(digit);
  } else {
    setNative(element, text);
    element.dispatchEvent(inputEvent('input', text, TYPED));
  }
  keys(element, 'keyup', 'Unidentified');
  await frames(2);
  if (stay) return;
  element.dispatchEvent(new Event('change', { bubbles: true }));
  (element as Partial<HTMLElement>).blur?.();
  focusEvents(element, false);
  await frames(2);
};
