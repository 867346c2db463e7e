const pointer = (element: Element, name: string): void => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = {
    bubbles: true,
    cancelable: true,
    composed: true,
    clientX: left + width / 2,
    clientY: top + height / 2,
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

/** Presses as a pointer does: some toolkits open on the first event of it, some on the last. */
export const pressByPointer = (element: Element): void => {
  for (const name of ['pointerdown', 'mousedown']) pointer(element, name);
  if ('focus' in element) (element as HTMLElement).focus({ preventScroll: true });
  focusEvents(element, true);
  for (const name of ['pointerup', 'mouseup']) pointer(element, name);
  (element as HTMLElement).click();
};

const keys = (element: Element, name: string, key: string): void => {
  element.dispatchEvent(
    new KeyboardEvent(name, { key, bubbles: true, composed: true, cancelable: true }),
  );
};

const setNative = (element: Element, text: string): void => {
  if (element.matches('input,textarea')) {
    (element as HTMLInputElement).value = text;
  } else element.textContent = text;
};

const input = (element: Element, data: string): void => {
  element.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data }),
  );
};

/** Text as keys would bring it, and out of the field again; a date's part takes it digit by digit. */
export const typeInto = (element: Element, text: string, stay = false): void => {
  if ('focus' in element) (element as HTMLElement).focus({ preventScroll: true });
  focusEvents(element, true);
  keys(element, 'keydown', 'Unidentified');
  const part = element.getAttribute('role') === 'spinbutton' && element.localName !== 'input';
  if (part) {
    for (const digit of text === '' ? [''] : text) {
      const before = new InputEvent('beforeinput', {
        bubbles: true,
        cancelable: true,
        composed: true,
        inputType: digit === '' ? 'deleteContentBackward' : 'insertText',
        data: digit === '' ? null : digit,
      });
      // Who takes the digit itself says so.
      if (element.dispatchEvent(before)) {
        element.textContent = digit;
        input(element, digit);
      }
    }
  } else {
    setNative(element, text);
    input(element, text);
  }
  keys(element, 'keyup', 'Unidentified');
  if (stay) return;
  element.dispatchEvent(new Event('change', { bubbles: true }));
  if ('blur' in element) (element as HTMLElement).blur();
  focusEvents(element, false);
};
