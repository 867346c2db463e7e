/**
 * Presses the mouse on what is at a point, and releases it: the events that a browser sends, the focus
 * with them. Sent to the document as source text, so it stands alone.
 */
export const pressAt = (x: number, y: number): void => {
  const element = document.elementFromPoint(x, y);
  if (!element) return;
  const init = { bubbles: true, cancelable: true, composed: true, detail: 1 };
  element.dispatchEvent(new PointerEvent('pointerdown', init));
  if (element.dispatchEvent(new MouseEvent('mousedown', init))) {
    const focusable = 'button, input, select, textarea, a[href], summary, [tabindex]';
    const target = element.closest<HTMLElement>(focusable);
    if (target) target.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }
  element.dispatchEvent(new PointerEvent('pointerup', init));
  element.dispatchEvent(new MouseEvent('mouseup', init));
  element.dispatchEvent(new MouseEvent('click', init));
};

/** Types a text where the focus is. Sent to the document as source text, so it stands alone. */
export const typeAt = (text: string): void => {
  for (const key of text) {
    const target = document.activeElement ?? document.body;
    const init = { key, bubbles: true, cancelable: true };
    const goesOn = target.dispatchEvent(new KeyboardEvent('keydown', init));
    if (goesOn) document.execCommand('insertText', false, key);
    target.dispatchEvent(new KeyboardEvent('keyup', init));
  }
};

/**
 * Presses Enter where the focus is, which presses a button or sends a form off. Sent to the document as
 * source text, so it stands alone.
 */
export const pressEnter = (): void => {
  const target = document.activeElement ?? document.body;
  const init = { key: 'Enter', bubbles: true, cancelable: true };
  if (target.dispatchEvent(new KeyboardEvent('keydown', init))) {
    if (target instanceof HTMLButtonElement) target.click();
    else if (target instanceof HTMLInputElement && target.form) {
      target.form.querySelector<HTMLElement>('[type=submit]')?.click();
    }
  }
  target.dispatchEvent(new KeyboardEvent('keyup', init));
};
