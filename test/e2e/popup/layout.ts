/**
 * What does not fit: content that sticks out of its box or of the popup, a choice that its field
 * cuts off. Sent to the popup as source text, so it stands alone.
 *
 * @returns a line for each fault
 */
export const misfits = (): string[] => {
  const found: string[] = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  const room = document.body.getBoundingClientRect().right;
  const tell = (element: Element, fault: string): void => {
    const id = element.id === '' ? '' : `#${element.id}`;
    const text = element.textContent.slice(0, 40);
    found.push(`${element.localName}${id} “${text}” ${fault}`);
  };
  if (scrollWidth > clientWidth) found.push('the popup scrolls sideways');

  const canvas = document.createElement('canvas').getContext('2d');
  const textWidth = (text: string, font: string): number => {
    if (canvas === null) throw new Error('There is nothing to measure with.');
    canvas.font = font;
    return canvas.measureText(text).width;
  };
  // With a sign that it is, and its whole at hand.
  const isCutOff = (element: Element | null): boolean =>
    element !== null &&
    ((getComputedStyle(element).textOverflow === 'ellipsis' &&
      element.closest('[title]') !== null) ||
      isCutOff(element.parentElement));
  // A select's arrow takes about so much of it.
  const arrow = 16;

  for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
    if (!element.checkVisibility() || element.closest('.unseen, svg') !== null) continue;
    const { left, right } = element.getBoundingClientRect();
    if ((left < -0.5 || right > room + 0.5) && !isCutOff(element.parentElement))
      tell(element, `reaches from ${left} to ${right}`);
    if (element instanceof HTMLSelectElement) {
      const style = getComputedStyle(element);
      const inside =
        element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      for (const { label } of element.options) {
        const needed = textWidth(label, font) + (element.size > 1 ? 0 : arrow);
        if (needed > inside) tell(element, `cuts off “${label}”: ${needed} in ${inside}`);
      }
    } else if (element instanceof HTMLTextAreaElement) {
      // One that is typed into has a scroll bar of its own.
      if (element.readOnly && element.scrollHeight > element.clientHeight + 1)
        tell(element, 'hides a part of its text');
    } else if (!(element instanceof HTMLInputElement) && element.localName !== 'option') {
      // The row of buttons reaches into the margins of what is around it.
      if (element.querySelector(':scope > .actions') !== null) continue;
      if (isCutOff(element)) continue;
      if (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
        tell(element, `holds ${element.scrollWidth} in ${element.clientWidth}`);
      }
    }
  }
  return found;
};

/**
 * What a person does not see without scrolling: more than the popup can show, or what Next would make
 * where Next can be seen. Sent to the popup as source text, so it stands alone.
 *
 * @param atRest whether the screen is one on which nothing went wrong
 * @returns a line for each fault
 */
export const outOfSight = (atRest: boolean): string[] => {
  const found: string[] = [];
  scrollTo(0, 0);
  const { scrollHeight, clientHeight } = document.documentElement;
  if (atRest && scrollHeight > clientHeight + 1) found.push(`${scrollHeight} in ${clientHeight}`);
  const next = document.querySelector('[type=submit]')?.getBoundingClientRect();
  const nextSeen = next !== undefined && next.top >= 0 && next.bottom <= innerHeight;
  for (const element of document.querySelectorAll('.outcome > *')) {
    const { left, top, bottom } = element.getBoundingClientRect();
    const seen = [top + 2, bottom - 2].every((y) =>
      element.contains(document.elementFromPoint(left + 2, y)),
    );
    if (nextSeen && !seen) found.push(`“${element.textContent}” is out of sight beside Next`);
  }
  return found;
};
