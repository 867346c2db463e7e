import { allElements, frameDocument } from '../wizard/dom.ts';

/** What is heard before the page hears it, by the event's name. */
export type Heard = Readonly<Record<string, (event: Event) => void>>;

/** Whether it is a frame of another origin, in which nothing can be heard. */
export const isForeignFrame = (element: Element): boolean =>
  element.matches('iframe,frame') && !frameDocument(element);

/**
 * Hears what happens in a page and in the frames of its own origin.
 * @param heard by each event's name
 */
export const listenIn = (document: Document, heard: Heard) => {
  const windows = new Set<Window>();
  const add = (view: Window | null): void => {
    if (!view || windows.has(view)) return;
    windows.add(view);
    for (const [type, hear] of Object.entries(heard)) view.addEventListener(type, hear, true);
  };
  const renew = (): void => {
    add(document.defaultView);
    for (const each of allElements(document)) add(frameDocument(each)?.defaultView ?? null);
  };
  renew();
  return {
    /** A frame may have come since, or have loaded another document. */
    renew,
    end: (): void => {
      for (const view of windows) {
        for (const [type, hear] of Object.entries(heard)) {
          view.removeEventListener(type, hear, true);
        }
      }
    },
  };
};
