import type { Plugin } from 'vite';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { loadTexts } from '../messages/load.ts';
import { textsId } from '../messages/read-from-page.ts';

/** Puts what the popup says into its page, as data, in every language. */
export const textsIntoPage = (): Plugin => ({
  name: 'texts-into-page',
  transformIndexHtml: async (html, { path }) => {
    // `npm run dev` hands over each page twice.
    if (!path.includes('popup') || html.includes(textsId('en'))) return html;
    const texts = await Promise.all(
      LANGUAGES.map(async (language) => {
        const json = JSON.stringify(await loadTexts(language));
        const inert = json.replaceAll('<', '\\u003c').replaceAll('&', '\\u0026');
        // A template, since WXT takes any script without a source for code.
        return `<template id="${textsId(language)}">${inert}</template>`;
      }),
    );
    // A function, so that a `$` in a text is no more than that.
    return html.replace('</body>', () => `${texts.join('')}</body>`);
  },
});
