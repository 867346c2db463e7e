import type { Plugin } from 'vite';

/**
 * Vite wraps every dynamic import to bring its styles and its own imports along. The only ones here are
 * a language's texts, which have neither, and the rest of the popup, of which `quick-popup.ts` takes care: the
 * import alone is 0.7 kB (gzip) lighter for the popup.
 */
export const plainDynamicImports = (): Plugin => ({
  name: 'plain-dynamic-imports',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js')
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
});

/**
 * WXT wraps a script in words for the case that it fails, which it says to nobody in production. What
 * is put into a page is 0.6 kB lighter without.
 */
export const plainPageParts = (): Plugin => ({
  name: 'plain-page-parts',
  enforce: 'pre',
  transform: (code, id) => {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return undefined;
    const definition = /^import definition from .*$/m.exec(code)?.[0];
    if (definition === undefined) throw new Error('WXT wraps a script in another way.');
    return `${definition}\nexport default definition.main();`;
  },
});
