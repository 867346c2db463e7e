/**
 * Scrolls as far as it takes to see an element clear of the buttons at the lower edge. As a `ref`, it does
 * so once the element is drawn.
 */
export const inSight = (element: HTMLElement | null): void => {
  if (!element) return;
  const actions = document.querySelector('.actions');
  const sticks = actions && getComputedStyle(actions).position === 'sticky';
  const covered = sticks && !actions.contains(element) ? actions.clientHeight : 0;
  document.documentElement.style.scrollPaddingBlock = `8px ${covered + 8}px`;
  element.scrollIntoView({ block: 'nearest' });
};

/**
 * Keeps in sight what has the keyboard. Browsers scroll to it by themselves, but not always (Firefox
 * does not where Tab begins anew), and not clear of the buttons.
 * @param root holds all that can have the keyboard
 */
export const keepFocusInSight = (root: HTMLElement): void => {
  root.addEventListener('focusin', ({ target }) => {
    requestAnimationFrame(() => {
      if (target instanceof HTMLElement && target === document.activeElement) inSight(target);
    });
  });
};
