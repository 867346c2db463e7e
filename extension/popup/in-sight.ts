/**
 * Keeps in sight what has the keyboard. Browsers scroll to it by themselves, but not always (Firefox
 * does not where Tab begins anew), and not clear of the buttons at the lower edge.
 * @param root holds all that can have the keyboard
 */
export const keepFocusInSight = (root: HTMLElement): void => {
  root.addEventListener('focusin', ({ target }) => {
    requestAnimationFrame(() => {
      if (!(target instanceof HTMLElement) || target !== document.activeElement) return;
      const actions = root.querySelector('.actions');
      const sticks = actions && getComputedStyle(actions).position === 'sticky';
      const covered = sticks && !actions.contains(target) ? actions.clientHeight : 0;
      document.documentElement.style.scrollPaddingBlock = `8px ${covered + 8}px`;
      target.scrollIntoView({ block: 'nearest' });
    });
  });
};
