// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import { textsIntoPage } from '../../../../extension/bundling/texts-into-page.ts';
import { textsInPage } from '../../../../extension/messages/read-from-page.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { POPUP_TEXTS } from '../../../support/extension-texts.ts';

const PAGE = '<!doctype html><html lang="en"><head></head><body><div id="app"></div></body></html>';

/** What the build makes of a page. */
const built = async (path: string): Promise<string> => {
  const { transformIndexHtml } = textsIntoPage();
  if (typeof transformIndexHtml !== 'function') throw new Error('It changes no page.');
  const context = { path, filename: path } as Parameters<typeof transformIndexHtml>[1];
  const html: unknown = await Reflect.apply(transformIndexHtml, {}, [PAGE, context]);
  if (typeof html !== 'string') throw new Error('It makes no page of a page.');
  return html;
};

afterEach(() => {
  document.body.replaceChildren();
});

describe('the texts in the popup’s page', () => {
  test.each(LANGUAGES)('are read as they were written, in %s', async (language) => {
    document.write(await built('/popup.html'));
    expect(textsInPage(language)).toEqual(POPUP_TEXTS[language]);
  });

  test('are in no other page', async () => {
    expect(await built('/options.html')).toBe(PAGE);
  });

  test('are missed where they are not there', () => {
    expect(() => textsInPage('de')).toThrow(SyntaxError);
  });
});
