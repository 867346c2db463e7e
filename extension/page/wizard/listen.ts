import { type Elements, FRAME, frameDocument } from './dom.ts';

/** Whether it is a frame of another origin, in which nothing can be heard. */
export const isForeignFrame = (element: Element): boolean =>
  element.matches(FRAME) && !frameDocument(element);

/**
 * Hears what happens in a page and in the frames of its own origin, before they do. A wheel is not
 * listened to by itself, so that it can be kept from them.
 * @param types the events' names
 */
export const listenIn = (
  document: Document,
  types: readonly string[],
  hear: (event: Event) => void,
) => {
  const windows = new WeakSet<Window>();
  const ending = new AbortController();
  const add = (view: Window | null | undefined): void => {
    if (!view || windows.has(view)) return;
    windows.add(view);
    for (const type of types) {
      view.addEventListener(type, hear, { capture: true, passive: false, signal: ending.signal });
    }
  };
  return {
    /** Begins, and goes on in frames that have come since, or have loaded another document. */
    renew: ({ fitting }: Elements): void => {
      add(document.defaultView);
      for (const each of fitting(FRAME)) add(frameDocument(each)?.defaultView);
    },
    end: (): void => ending.abort(),
  };
};
