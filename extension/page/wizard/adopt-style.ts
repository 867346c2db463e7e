/**
 * Dresses a shadow root. A constructed sheet, since a page's CSP forbids a style element; of the page's
 * own realm, since Firefox adopts no other.
 */
export const adoptStyle = (root: ShadowRoot, css: string): void => {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
};
