import type { Plugin, Rollup } from 'vite';

type Bundle = Readonly<Record<string, Rollup.OutputAsset | Rollup.OutputChunk>>;

const SCRIPT = /<script type="module"[^>]*src="\/([^"]+)"><\/script>/;
const STYLE = /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/;

/** The files that a script leads to, by any import; without itself. */
const ledToBy = (script: string, bundle: Bundle): string[] => {
  const found = new Set([script]);
  for (const file of found) {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk') continue;
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) found.add(next);
  }
  return [...found].slice(1);
};

/**
 * A popup is measured in milliseconds. Its style stands in its page. Its scripts are two: one that asks the
 * browser what every opening asks, and is all that the panel waits for; and the rest, which the page asks for
 * together with it.
 * @param browser what is built for. Firefox waits for the rest in any case, and reads what the page names as a
 *   script sooner than what it only announces.
 */
export const quickPopup = (browser: string): Plugin => ({
  name: 'quick-popup',
  enforce: 'post',
  outputOptions: (options) =>
    options.format === 'es'
      ? {
          ...options,
          codeSplitting: {
            groups: [
              // WXT adds a script of its own to each page, which is empty.
              { name: 'popup', test: /popup\/main\.ts$|wxt-html-plugins/, priority: 2 },
              { name: 'rest-of-popup', test: /popup\/start-popup\.ts$/, priority: 1 },
            ],
          },
        }
      : null,
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path, bundle }) => {
      if (!path.includes('popup') || !bundle) return html;
      const script = SCRIPT.exec(html)?.[1];
      const file = STYLE.exec(html)?.[1];
      const css = file === undefined ? undefined : bundle[file];
      if (script === undefined || css?.type !== 'asset' || file === undefined) {
        throw new Error('The popup has no script or no style of its own.');
      }
      delete bundle[file];
      const rest = ledToBy(script, bundle).map((name) =>
        browser === 'firefox'
          ? `<script type="module" crossorigin src="/${name}"></script>`
          : `<link rel="modulepreload" crossorigin href="/${name}">`,
      );
      // A function, so that a `$` in the style is no more than that.
      return html.replace(STYLE, () => `${rest.join('')}<style>${String(css.source)}</style>`);
    },
  },
});
