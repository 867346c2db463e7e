/**
 * What of an overlay's card does not fit: the card into the window, a text into the card, a word into
 * its line. What can be scrolled to fits. Sent to the page as source text, so it stands alone.
 * @param host the selector of the overlay, whose root is open
 * @returns a line for each fault
 */
export const overlayMisfits = async (host: string): Promise<string[]> => {
  // A window that was made smaller says so with its next picture.
  for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
  const card = document.querySelector(host)?.shadowRoot?.querySelector('.card');
  if (!card) return ['there is no card'];
  const found: string[] = [];
  const { left, top, right, bottom } = card.getBoundingClientRect();
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) {
    found.push(`the card reaches from ${left}, ${top} to ${right}, ${bottom}`);
  }
  // Its buttons are below what it says.
  if (
    card.scrollHeight > card.clientHeight + 1 &&
    getComputedStyle(card).pointerEvents === 'none'
  ) {
    found.push('the card cannot be scrolled');
  }
  const range = document.createRange();
  const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const boxes = [...range.getClientRects()];
      if (new Set(boxes.map((box) => box.top)).size > 1) found.push(`“${word}” is broken`);
      if (boxes.some((box) => box.left < left || box.right > right)) {
        found.push(`“${word}” sticks out`);
      }
    }
  }
  return found;
};
