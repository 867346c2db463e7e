import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * Puts the focus on an element when it appears. The `autofocus` attribute does that only where
 * nothing else in the document has had the focus.
 * @param wanted whether to, as it is when the element appears
 */
export const useFocus = (element: RefObject<HTMLElement | null>, wanted = true): void => {
  // Before it can be seen: what is typed at once is for it.
  useLayoutEffect(() => {
    if (wanted) element.current?.focus();
    // Only its appearance counts, not what happens later.
  }, []);
};
