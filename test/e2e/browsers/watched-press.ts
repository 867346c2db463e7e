/**
 * Watches where the next press of the mouse lands. One beside the element, since the layout moved
 * on between the look and the press, does nothing and is noted; so is one of which the layout moved
 * on between the button's way down and up, which clicks what holds the element and not the element.
 * Sent to the page as source text, so it stands alone.
 *
 * @param element what is about to be clicked
 */
export function watchPress(element: HTMLElement): void {
  const page = globalThis as { tenantTokenPress?: { missed: boolean; stop: () => void } };
  page.tenantTokenPress?.stop();

  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const rest = ['mousedown', 'pointerup', 'mouseup', 'click'];
  const options = { capture: true };
  const isHit = (target: Element): boolean =>
    element.contains(target) || target.closest('label')?.control === element;
  // The first event of a press: a menu may close at it.
  const onPress = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (isHit(target)) {
      press.stop();
      globalThis.addEventListener('click', onClick, { capture: true, once: true });
      return;
    }
    press.missed = true;
    // Its default would take the mouse's events away, and not what they do.
    event.stopImmediatePropagation();
    for (const type of rest) globalThis.addEventListener(type, swallow, options);
  };
  const onClick = ({ target }: Event) => {
    press.missed = target instanceof Element && !isHit(target) && target.contains(element);
  };
  const press = {
    missed: false,
    stop: () => {
      globalThis.removeEventListener('pointerdown', onPress, options);
      globalThis.removeEventListener('click', onClick, options);
      for (const type of rest) globalThis.removeEventListener(type, swallow, options);
    },
  };
  page.tenantTokenPress = press;
  globalThis.addEventListener('pointerdown', onPress, options);
}

/**
 * Tells whether the press that was watched missed. Sent to the page as source text, too.
 *
 * @returns true when it landed beside the element
 */
export function pressMissed(): boolean {
  const page = globalThis as { tenantTokenPress?: { missed: boolean; stop: () => void } };
  page.tenantTokenPress?.stop();
  return page.tenantTokenPress?.missed ?? false;
}
