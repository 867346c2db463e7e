import { OWN } from './dom.ts';

/**
 * Puts something of the extension's own over the page, in a closed shadow root that the page's styles
 * and scripts do not reach. Its style is a constructed sheet, since a page's CSP forbids a style
 * element; of the page's own realm, since Firefox adopts no other.
 * @param tag the host's, so that it can be told in a report
 */
export const raiseOverlay = (
  document: Document,
  tag: string,
  css: string,
): { readonly host: HTMLElement; readonly root: ShadowRoot } => {
  const host = document.createElement(tag);
  host.setAttribute(OWN, '');
  const root = host.attachShadow({ mode: 'closed' });
  const view = document.defaultView;
  if (view) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  }
  document.documentElement.append(host);
  return { host, root };
};
