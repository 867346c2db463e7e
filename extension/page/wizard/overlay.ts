import { type Elements, OWN } from './dom.ts';

/**
 * Puts something of the extension's own over the page, in a closed shadow root that the page's styles
 * and scripts do not reach. Its style is a constructed sheet, since a page's CSP forbids a style
 * element; of the page's own realm, since Firefox adopts no other. The pointer goes through what does
 * not take it.
 * @param tag the host's, so that it can be told in a report
 * @param css with the host's own
 */
export const raiseOverlay = (document: Document, tag: string, css: string) => {
  const host = document.createElement(tag);
  OWN.add(host);
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const view = document.defaultView;
  if (view) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  }
  return {
    host,
    root,
    /**
     * Keeps it above all else, whatever has come over it or thrown it away: in the page's modal dialog,
     * outside of which nothing can be pressed, and out of all that cuts off or moves its content.
     */
    stay: ({ fitting }: Elements): void => {
      const dialog = fitting('dialog:modal').findLast((each) => each.ownerDocument === document);
      const around = dialog ?? document.documentElement;
      if (host.parentNode !== around) around.append(host);
      const button = root.querySelector('button')?.getBoundingClientRect();
      const top = button && document.elementFromPoint(button.x + 9, button.y + 9);
      try {
        if (host.matches(':popover-open')) {
          if (top === host) return;
          host.hidePopover();
        }
        host.showPopover();
      } catch {
        // A page may have its say in that, and it stays where it is.
      }
    },
  };
};
